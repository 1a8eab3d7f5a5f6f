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

  /// Runs a line of the shell, with the program on the PATH and the scratch folder as the home.
  private func run(_ line: String, environment: [String: String] = [:]) throws -> Program.Result {
    let path = Program.binary.deletingLastPathComponent().path()
    return try program.run(
      ["-euc", line], of: URL(filePath: "/bin/sh"),
      environment: environment.merging([
        "PATH": "\(path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")",
        "HOME": program.folder.path(),
      ]) { $1 })
  }

  @Test(arguments: Guide.paths) func `every command of a page is run`(path: String) throws {
    let guide = try Guide(path)
    #expect(guide.blocks.contains { !$0.commands.isEmpty })
    for block in guide.blocks {
      if let path = block.path { try program.write(block.text, to: path) }
      for command in block.commands {
        let result = try run(command.line)
        #expect(result.status == command.status, "\(command.line)\n\(result.error)")
        let written = result.output + result.error
        #expect(command.isShown(in: written), "\(command.line)\n\(written)")
      }
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
    let guide = try Guide("docs/CI.md")
    for file in guide.files { try program.write(file.text, to: file.path) }
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
    let guide = try Guide("docs/CI.md")
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
    let guide = try Guide("docs/CI.md")
    #expect(Set(guide.blocks.map(\.language)) == ["sh", "yaml"])
    #expect(guide.files.map(\.path).first == "experiments/gate.yaml")
    #expect(Set(guide.blocks.flatMap(\.commands).map(\.status)) == [0, 1, 2, 65])
  }

  @Test func `commands are found with what is shown of their output`() throws {
    let block = Guide.Block(
      language: "console",
      text: "$ one --two \\\n  three    # exit 65\nfirst\n  …\nlast\n$ four\n")
    let commands = block.commands
    #expect(commands.map(\.line) == ["one --two   three    # exit 65", "four"])
    #expect(commands.map(\.status) == [65, 0])
    #expect(commands[0].isShown(in: "zeroth\nfirst\nsecond\nlast\n"))
    #expect(!commands[0].isShown(in: "last\nfirst\n"))
    #expect(!commands[0].isShown(in: "first\n"))
    let lines = Guide.Block(language: "sh", text: "one    # exit 2\ntwo\n\nthree\n")
    #expect(lines.commands.map(\.status) == [2, 0, 0])
    #expect(Guide.Block(language: "yaml", text: "$ one\n").commands.isEmpty)
  }
}
