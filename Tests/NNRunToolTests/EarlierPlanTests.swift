import Foundation
import Testing

/// What stays of plans when another begins in their folder.
@Suite struct EarlierPlanTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      layers: [2, 3, 1]
      activation: tanh
      learning_rate: 1
      epochs: 20
      sweep: {seeds: 3}
      """, to: "s.yaml")
    #expect(try program.run("s.yaml", "--quiet").status == 0)
  }

  /// The rows of a list, each by the names of its columns.
  private func rows(_ result: Program.Result) throws -> [[String: String]] {
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func list() throws -> [[String: String]] {
    try rows(program.run("list", "s", "--format", "csv"))
  }

  @Test func `another plan hides no run of the one before`() throws {
    #expect(try list().map { $0["plan"] } == [nil, nil, nil])
    let first = try #require(program.plans("runs/s").first)
    let aggregate = try program.read("runs/s/aggregate.csv")
    let other = try program.run(
      "s.yaml", "--quiet", "--set", "sweep=none", "--set", "learning_rate=0.3")
    #expect(other.status == 0)
    #expect(!program.exists("runs/s/aggregate.csv"))
    #expect(try program.read("runs/s/.plans/\(first)/aggregate.csv") == aggregate)
    let second = try #require(program.plans("runs/s").first { $0 != first })

    let rows = try list()
    #expect(rows.map { $0["plan"] } == [second, first, first, first])
    #expect(rows.map { $0["rank"] } == ["1", "", "", ""])
    #expect(rows.allSatisfy { $0["status"] == "completed" })
    #expect(Set(rows.compactMap { $0["run_id"] }) == Set(program.runs("runs/s")))
    let listed = try self.rows(program.run("list", "--format", "csv"))
    #expect(listed.map { $0["runs"] } == ["4"] && listed.map { $0["finished"] } == ["4"])

    let best = try program.run("best", "s", "--format", "csv")
    #expect(best.error.isEmpty)
    #expect(try self.rows(best).first?["run_id"] == rows[0]["run_id"])
    #expect(try program.run("clean", "--yes").output == "nothing is to be removed\n")
    #expect(try program.run("verify", "s").output.hasSuffix("4 of 4 runs came out the same\n"))

    // Begun again, the first plan has its tables, and the latest is it.
    #expect(try program.run("s.yaml", "--quiet").status == 0)
    #expect(try program.read("runs/s/aggregate.csv") == aggregate)
    #expect(try list().map { $0["plan"] } == [first, first, first, second])
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func `a longer attempt that was cut short leaves the best run`(signal: Int32) throws {
    let best = try rows(program.run("best", "s", "--format", "csv"))
    let process = program.process([
      "s.yaml", "--quiet", "--set", "epochs=1000000000", "--set", "log_every=100000000",
    ])
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A run is in sight from its curve on.
    func hasCurve(_ draft: String) -> Bool {
      program.exists("runs/s/.partial/\(draft)/loss_curve.csv")
    }
    while process.isRunning, !program.drafts("runs/s").contains(where: hasCurve) { sched_yield() }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()

    let now = try program.run("best", "s", "--format", "csv")
    #expect(now.status == 0)
    #expect(try rows(now) == best)
    #expect(
      now.error.wholeMatch(
        of:
          /nn-run: note: the plan of s that began last has no best run yet; .* plan [k-z]{16}, .*\n/
      )
        != nil, "\(now.error)")
    let shown = try program.run("show", "best")
    #expect(shown.status == 0 && shown.error == now.error)
    #expect(shown.output.contains(best[0]["run_id"] ?? "?"))
    let listed = try list()
    #expect(listed.count { $0["status"] == "completed" } == 3)
    #expect(listed.suffix(from: 3).allSatisfy { $0["status"] == "interrupted" })
    #expect(listed.count > 3)
    #expect(try program.run("verify", "s").status == 0)
    // Nor is anything in the way of the first plan.
    let again = try program.run("s.yaml")
    #expect(again.status == 0 && again.output.contains("(3 cached)"))
    #expect(try program.run("best", "s").error.isEmpty)
  }
}
