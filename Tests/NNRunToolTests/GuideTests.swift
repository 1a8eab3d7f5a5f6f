import Foundation
import SpecSyntax
import Testing

/// The documentation does what it says.
struct GuideTests {
  private let program: Program

  /// A copy of what a reader has.
  init() throws {
    program = try Program()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "experiments"),
      to: program.folder.appending(path: "experiments"))
  }

  /// Runs lines of the shell with the program on the PATH.
  private func run(_ lines: String, environment: [String: String] = [:]) throws -> Program.Result {
    let path = Program.binary.deletingLastPathComponent().path()
    return try program.run(
      ["-euc", lines], of: URL(filePath: "/bin/sh"),
      environment: environment.merging([
        "PATH": "\(path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
      ]) { $1 })
  }

  /// Writes a file of the page, and the folders that it is in.
  private func write(_ text: String, to path: String) throws {
    let folder = program.folder.appending(path: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try program.write(text, to: path)
  }

  @Test(arguments: Guide.names) func `every command of a page is run`(name: String) throws {
    let guide = try Guide(name)
    #expect(guide.blocks.contains { $0.language == "sh" })
    for block in guide.blocks {
      if let path = block.path { try write(block.text, to: path) }
      guard block.language == "sh" else { continue }
      let result = try run(block.text)
      #expect(result.status == block.status, "\(block.text)\n\(result.error)")
    }
  }

  /// The texts below a key, wherever it stands.
  private func texts(below key: String, in node: SyntaxNode) -> [String] {
    let entries = node.entries ?? []
    let found = entries.filter { $0.key == key }.flatMap { entry in
      [entry.value.scalar?.text].compactMap(\.self)
        + (entry.value.items ?? []).compactMap { $0.scalar?.text }
    }
    let children = entries.map(\.value) + (node.items ?? [])
    return found + children.flatMap { texts(below: key, in: $0) }
  }

  @Test(arguments: [(".github/workflows/train.yml", "run"), (".gitlab-ci.yml", "script")])
  func `the commands of a workflow pass`(path: String, key: String) throws {
    let guide = try Guide("CI.md")
    for file in guide.files { try write(file.text, to: file.path) }
    let workflow = try #require(guide.files.first { $0.path == path })
    var log = DiagnosticLog()
    let tree = try SyntaxTree(
      parsing: SourceText(name: path, text: workflow.text), reportingTo: &log)
    let commands = texts(below: key, in: tree.root)
      .flatMap { $0.replacing(/\\\n */, with: "").split(separator: "\n") }
      .filter { $0.hasPrefix("nn-run ") }
    #expect(commands.count >= 2)
    for command in commands {
      let result = try run(
        String(command), environment: ["GITHUB_STEP_SUMMARY": "summary.md"])
      #expect(result.status == 0, "\(command)\n\(result.error)")
    }
  }

  /// The jobs of a matrix, one after another in one folder, and the one that merges what they leave.
  @Test func `the parts of a sweep come together`() throws {
    let guide = try Guide("CI.md")
    let workflow = try #require(guide.files.first { $0.path == ".github/workflows/sweep.yml" })
    var log = DiagnosticLog()
    let tree = try SyntaxTree(
      parsing: SourceText(name: workflow.path, text: workflow.text), reportingTo: &log)
    let jobs = try #require(tree.root["jobs"])
    func commands(_ job: String) throws -> [Substring] {
      texts(below: "run", in: try #require(jobs[job])).flatMap { $0.split(separator: "\n") }
        .filter { $0.hasPrefix("nn-run ") }
    }
    let training = try #require(commands("part").first)
    for part in 1...4 {
      let command = training.replacing("${{ matrix.part }}", with: String(part))
        .replacing("--output ", with: "--output parts/")
      #expect(try run(String(command)).status == 0, "\(command)")
    }
    for command in try commands("merge") {
      let result = try run(String(command), environment: ["GITHUB_STEP_SUMMARY": "summary.md"])
      #expect(result.status == 0, "\(command)\n\(result.error)")
    }
    #expect(try program.read("summary.md").contains("60 runs completed"))
    #expect(program.runs("runs/xor-sweep").count == 60)
  }

  @Test func `blocks are found with their files and codes`() throws {
    let guide = try Guide("CI.md")
    #expect(Set(guide.blocks.map(\.language)) == ["sh", "yaml"])
    #expect(guide.files.map(\.path).first == "experiments/gate.yaml")
    #expect(Set(guide.blocks.map(\.status)) == [0, 1, 2, 65])
  }
}
