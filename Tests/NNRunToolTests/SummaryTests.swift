import Foundation
import Testing

/// The summary of a job of GitHub Actions.
struct SummaryTests {
  private let program: Program

  init() throws {
    program = try Program()
    for name in ["a", "b"] {
      try program.write(
        "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 9\n", to: "\(name).yaml")
    }
  }

  private var environment: [String: String] {
    ["GITHUB_STEP_SUMMARY": program.folder.appending(path: "summary.md").path()]
  }

  @Test func `each spec has a heading, after what was there`() throws {
    try program.write("# Before\n\n", to: "summary.md")
    let result = try program.run(
      "a.yaml", "b.yaml", "--summary", "github", "--quiet", environment: environment)
    #expect(result.status == 0)
    let headings = try program.read("summary.md").split(separator: "\n").filter {
      $0.hasPrefix("#")
    }
    #expect(headings == ["# Before", "## a", "### Best run", "## b", "### Best run"])
  }

  @Test func `specs that could not begin are told of too`() throws {
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "runs"), withIntermediateDirectories: true)
    try program.write("", to: "runs/a")
    let result = try program.run(
      "a.yaml", "b.yaml", "--summary", "github", "--quiet", environment: environment)
    #expect(result.status == 73)
    let lines = try program.read("summary.md").split(separator: "\n")
    #expect(lines.starts(with: ["## a", "**1 run interrupted**"]))
    #expect(lines[2].contains("cannot create"))
    #expect(lines[3] == "## b")
    #expect(try program.run("a.yaml", "--dry-run", "--summary", "github").status == 64)
  }

  @Test func `specs that were not begun are told of too`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: relu\noutput_activation: linear\nloss: sse\n"
        + "learning_rate: 1e30\nepochs: 50\n",
      to: "bad.yaml")
    let result = try program.run(
      "bad.yaml", "b.yaml", "--summary", "github", "--quiet", "--fail-fast",
      environment: environment)
    #expect(result.status == 2)
    let lines = try program.read("summary.md").split(separator: "\n")
    let second = try #require(lines.firstIndex(of: "## b"))
    #expect(lines[second + 1] == "**1 run interrupted**")
    #expect(lines[second + 2].contains("fail-fast"))
  }

  @Test func `a shard without runs tells where its files are`() throws {
    try program.run(
      "a.yaml", "--shard", "2/2", "--summary", "github", "--quiet", environment: environment)
    #expect(try program.read("summary.md").contains("The results are in runs/a."))
  }

  @Test func `no more is written than GitHub takes`() throws {
    let limit = 1 << 20
    for room in [0, 100, 200, 5000] {
      try program.write(String(repeating: "x", count: limit - room), to: "summary.md")
      let result = try program.run("a.yaml", "--summary", "github", environment: environment)
      #expect(result.status == 0)
      let text = try program.read("summary.md").drop { $0 == "x" }
      #expect(text.utf8.count <= room)
      #expect(text.contains("the rest is cut off") == (100...200).contains(room))
      #expect(text.contains("The results are in") == (room == 5000))
    }
  }

  @Test(arguments: [nil, ""]) func `a missing variable is told of`(value: String?) throws {
    var environment = ["GITHUB_STEP_SUMMARY": ""]
    environment["GITHUB_STEP_SUMMARY"] = value
    let result = try program.run("a.yaml", "--summary", "github", environment: environment)
    #expect(result.status == 64)
    #expect(result.error.contains("--summary github needs the variable GITHUB_STEP_SUMMARY"))
    #expect(!program.exists("runs"))
    #expect(try program.run("a.yaml", "--summary", "gitlab").status == 64)
  }

  @Test func `a summary that cannot be written is told before anything is trained`() throws {
    let result = try program.run(
      "a.yaml", "--summary", "github", environment: ["GITHUB_STEP_SUMMARY": "missing/file"])
    #expect(result.status == 73)
    #expect(result.error.contains("missing/file"))
    #expect(!program.exists("runs"))
  }
}
