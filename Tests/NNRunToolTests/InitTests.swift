import Foundation
import Testing

/// What `nn-run init` writes.
@Suite struct InitTests {
  private static let templates = ["xor", "csv", "sweep"]
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [("xor", 1), ("csv", 1), ("sweep", 35)])
  func `a template is trained as it is`(template: String, runs: Int) throws {
    let result = try program.run("init", "first", "--template", template)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.hasPrefix("wrote first."))
    #expect(try program.run("check", "first.yaml").status == 0)
    let trained = try program.run("first.yaml", "--quiet")
    #expect(trained.status == 0 && trained.error.isEmpty, "\(trained.error)")
    #expect(program.runs("runs/first").count == runs)
  }

  @Test func `the table can be learned`() throws {
    #expect(try program.run("init", "--template", "csv").status == 0)
    #expect(program.exists("experiment.csv"))
    #expect(try program.run("experiment.yaml", "--quiet").status == 0)
    let lines = try program.read("runs/experiment/summary.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(lines[0].firstIndex(of: "val_accuracy"))
    #expect(try #require(Double(lines[1][column])) >= 0.9)
  }

  /// The lines below "To try" are a part of the spec once the comment's sign is gone.
  @Test(arguments: templates)
  func `what is to be tried is sound`(template: String) throws {
    #expect(try program.run("init", "first", "--template", template).status == 0)
    let lines = try program.read("first.yaml").split(separator: "\n")
    let toTry = lines.drop { !$0.hasPrefix("# To try") }.dropFirst()
    #expect(toTry.isEmpty == (template == "sweep"))
    for line in toTry {
      let text = lines.map { $0 == line ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
      try program.write(text + "\n", to: "tried.yaml")
      let result = try program.run("plan", "tried.yaml")
      #expect(result.status == 0 && result.error.isEmpty, "\(line): \(result.error)")
    }
  }

  @Test(arguments: [
    (["init"], "experiment.yaml"), (["init", "a.yaml"], "a.yaml"), (["init", "b.yml"], "b.yml"),
    (["init", "v1.2"], "v1.2.yaml"), (["init", "deep/er/c"], "deep/er/c.yaml"),
  ])
  func `the name may have its ending`(arguments: [String], file: String) throws {
    let result = try program.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("wrote \(file)\n"))
    #expect(try program.run("check", file).status == 0)
  }

  @Test(arguments: ["first.yaml", "first.csv"])
  func `nothing is overwritten`(file: String) throws {
    try program.write("mine", to: file)
    let result = try program.run("init", "first", "--template", "csv")
    #expect(result.status == 73)
    #expect(result.error.contains("\(file) is there already; give another name"))
    #expect(try program.read(file) == "mine")
    #expect(program.exists("first.yaml") == (file == "first.yaml"))
    #expect(program.exists("first.csv") == (file == "first.csv"))
  }

  @Test(arguments: ["a b", ".hidden", "folder/", "..", "ä"])
  func `a name that no folder can have is refused`(name: String) throws {
    let result = try program.run("init", name)
    #expect(result.status == 64)
    #expect(result.error.contains("\"\(name)\" cannot name a spec"))
    #expect(!program.exists("runs"))
  }

  @Test func `a folder that cannot be made is told`() throws {
    try program.write("", to: "file")
    let result = try program.run("init", "file/first")
    #expect(result.status == 73)
    #expect(result.error.contains("file"))
  }

  /// The schema is named where it is, and nowhere else.
  @Test(arguments: templates)
  func `a schema beside the spec is used`(template: String) throws {
    #expect(try program.run("init", "without", "--template", template).output.contains("$schema="))
    #expect(try !program.read("without.yaml").contains("$schema"))
    try program.write(try program.run("schema").output, to: "nn-run.schema.json")
    let result = try program.run("init", "with", "--template", template)
    #expect(!result.output.contains("$schema="))
    let modeline = "# yaml-language-server: $schema=nn-run.schema.json\n"
    #expect(try program.read("with.yaml").hasPrefix(modeline))
  }
}
