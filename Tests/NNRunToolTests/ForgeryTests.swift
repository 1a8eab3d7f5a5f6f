import Foundation
import Testing

/// Summaries of runs in which somebody has put other numbers.
@Suite struct ForgeryTests {
  private let program: Program
  /// A run of the sweep.
  private let run: String

  /// What is forged: of all that a summary tells, what no other file of the run tells without the data.
  static let forgeries: [(pattern: String, forged: String)] = [
    (#""test_loss": [^,]+"#, #""test_loss": 0.001"#),
    (#""digest": "\w+""#, #""digest": "kkkkkkkkkkkkkkkk""#),
  ]

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: {name: moons, rows: 20}
      layers: [2, 2, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 3
      split: {test: 0.25}
      sweep: {seeds: 2}
      """, to: "moons.yaml")
    try #require(try program.run("moons.yaml", "--quiet").status == 0)
    run = try #require(program.runs("runs/moons").first)
  }

  /// Forges a number in the summary of the run.
  private func forge(_ forgery: Int) throws {
    let name = "runs/moons/\(run)/summary.json"
    let summary = try program.read(name)
    let (pattern, forged) = Self.forgeries[forgery]
    let altered = summary.replacing(try Regex(pattern), with: forged)
    try #require(altered != summary)
    try program.write(altered, to: name)
  }

  @Test(arguments: forgeries.indices) func `it is trained again`(forgery: Int) throws {
    let honest = try program.results("runs")
    try forge(forgery)
    let result = try program.run("moons.yaml")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("(1 cached)"), "\(result.output)")
    #expect(try program.results("runs") == honest)
    #expect(try program.run("best", "moons", "--format", "json").status == 0)
  }

  @Test(arguments: forgeries.indices) func `nothing is expected of it`(forgery: Int) throws {
    try forge(forgery)
    let result = try program.run("expect", "moons.yaml")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.contains(run.prefix(8)), "\(result.error)")
  }

  @Test(arguments: forgeries.indices) func `it is not merged`(forgery: Int) throws {
    try forge(forgery)
    let result = try program.run("merge", "runs", "--output", "all")
    #expect(result.status == 2)
    #expect(result.output.contains("torn in runs/moons/\(run)\n"), "\(result.output)")
    #expect(!program.exists("all/moons/\(run)"))
  }

  @Test(arguments: forgeries.indices) func `it is not shown`(forgery: Int) throws {
    try forge(forgery)
    for command in [["show", run], ["compare", run, "moons/best"], ["predict", run, "none.csv"]] {
      let result = try program.run(command)
      #expect(result.status == 65, "\(command)")
      #expect(result.error.contains("summary.json is not as the run left it"))
    }
    #expect(try program.run("verify", "moons").output.contains("altered  \(run): summary.json"))
  }
}
