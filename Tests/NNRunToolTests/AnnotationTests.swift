import Foundation
import Testing

/// Mistakes in specs in the forms of CI services.
struct AnnotationTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: tnah\nlerning_rate: 1\nepochs: 3\n",
      to: "bad.yaml")
  }

  /// The lines that GitHub Actions takes as commands.
  private func commands(_ result: Program.Result) -> [Substring] {
    result.error.split(separator: "\n").filter {
      $0.drop(while: \.isWhitespace).hasPrefix("::")
    }
  }

  @Test(arguments: [["check"], ["run"], ["plan"]])
  func `mistakes are annotated beside the text`(command: [String]) throws {
    let result = try program.run(
      command + ["bad.yaml"], environment: ["GITHUB_ACTIONS": "true"])
    #expect(result.status == 65)
    #expect(result.error.contains("bad.yaml:3:13: error:"))
    #expect(
      commands(result) == [
        "::error file=bad.yaml,line=3,col=13,title=nn-run::unknown activation \"tnah\""
          + "%0Anote: did you mean \"tanh\"?",
        "::error file=bad.yaml,line=4,col=1,title=nn-run::unknown key \"lerning_rate\""
          + "%0Anote: did you mean \"learning_rate\"?",
      ])
    #expect(result.output.isEmpty)
  }

  @Test func `nobody else sees annotations unless they ask`() throws {
    #expect(commands(try program.run("check", "bad.yaml")).isEmpty)
    let asked = try program.run("check", "bad.yaml", "--annotations", "github")
    #expect(commands(asked).count == 2)
    let refused = try program.run(
      "check", "bad.yaml", "--annotations", "none", environment: ["GITHUB_ACTIONS": "true"])
    #expect(commands(refused).isEmpty)
  }

  @Test func `files are named from where the service has checked out`() throws {
    let folder = program.folder.resolvingSymlinksInPath()
    try program.write("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\n", to: "specs/a,b:%.yaml")
    for path in ["specs/a,b:%.yaml", "./specs/a,b:%.yaml", folder.path() + "/specs/a,b:%.yaml"] {
      let result = try program.run(
        "check", path,
        environment: ["GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": folder.path()])
      let beginning = "::error file=specs/a%2Cb%3A%25.yaml,line="
      #expect(commands(result).first?.hasPrefix(beginning) == true)
    }
    let above = try program.run(
      "check", "specs/a,b:%.yaml",
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": folder.deletingLastPathComponent().path(),
      ])
    let name = folder.lastPathComponent
    #expect(commands(above).first?.hasPrefix("::error file=\(name)/specs/a%2C") == true)
  }

  @Test func `a mistake in an argument has no file`() throws {
    try program.write("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n", to: "a.yaml")
    for (value, status) in [("epochs=many", 65), ("epochs", 64)] as [(String, Int32)] {
      let result = try program.run(
        "check", "a.yaml", "--set", value, "--annotations", "github", "--code-quality", "q.json")
      #expect(result.status == status)
      #expect(commands(result).count == 1)
      #expect(commands(result)[0].hasPrefix("::error title=nn-run::--set:1:"))
      #expect(program.exists("q.json"))
      try FileManager.default.removeItem(at: program.folder.appending(path: "q.json"))
    }
  }

  @Test func `warnings are annotated as such`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n"
        + "sweep: {parameters: {learning_rate: [1, 1]}}\n", to: "a.yaml")
    let result = try program.run(
      "check", "a.yaml", "--annotations", "github", "--code-quality", "quality.json")
    #expect(result.status == 0)
    #expect(commands(result).count == 1)
    #expect(commands(result)[0].hasPrefix("::warning file=a.yaml,line=5,col="))
    #expect(try quality().map { $0["severity"] as? String } == ["minor"])
  }

  /// The issues of the report.
  private func quality() throws -> [[String: Any]] {
    let bytes = Data(try program.read("quality.json").utf8)
    return try #require(JSONSerialization.jsonObject(with: bytes) as? [[String: Any]])
  }

  @Test func `a report of code quality has every mistake`() throws {
    let result = try program.run("check", "./bad.yaml", "--code-quality", "quality.json")
    #expect(result.status == 65)
    let issues = try quality()
    #expect(issues.count == 2)
    let locations = issues.compactMap { $0["location"] as? [String: Any] }
    #expect(locations.map { $0["path"] as? String } == ["bad.yaml", "bad.yaml"])
    let lines = locations.compactMap { $0["lines"] as? [String: Int] }
    #expect(lines.map { $0["begin"] } == [3, 4])
    #expect(issues.allSatisfy { $0["severity"] as? String == "major" })
    #expect(issues.allSatisfy { $0["check_name"] as? String == "nn-run" })
    #expect(issues.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    let prints = issues.compactMap { $0["fingerprint"] as? String }
    #expect(Set(prints).count == 2)
    #expect(prints.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
    // Lines that move keep their fingerprints.
    try program.write("\n\n" + program.read("bad.yaml"), to: "bad.yaml")
    try program.run("check", "bad.yaml", "--code-quality", "quality.json")
    #expect(try quality().compactMap { $0["fingerprint"] as? String } == prints)
  }

  @Test func `a sound spec leaves an empty report`() throws {
    try program.write("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n", to: "a.yaml")
    #expect(try program.run("check", "a.yaml", "--code-quality", "quality.json").status == 0)
    #expect(try program.read("quality.json") == "[]\n")
    #expect(try program.run("check", "a.yaml", "--code-quality", "new/q.json").status == 0)
    #expect(try program.read("new/q.json") == "[]\n")
    let onSpec = try program.run("check", "a.yaml", "--code-quality", "a.yaml")
    #expect(onSpec.status == 73)
    #expect(onSpec.error.contains("cannot create a.yaml: the file of that name is no Code Quality"))
    #expect(try program.run("check", "a.yaml", "--code-quality", "").status == 64)
  }
}
