import Foundation
import Testing

/// Successive halving as a user has it.
@Suite struct HalvingTests {
  private let program: Program

  /// 27 configurations, two seeds each, some of which stop early or diverge, in three rungs.
  static let spec = """
    dataset: {name: moons, rows: 120, noise: 0.2}
    split: {validation: 0.25}
    layers: [2, 8, 1]
    activation: relu
    batch_size: 16
    epochs: 90
    log_every: 7
    save: [model, initial, best]
    on_divergence: record
    early_stopping: {monitor: train_loss, patience: 12, min_delta: 0.001}
    sweep:
      parameters:
        optimizer: [{name: sgd, momentum: 0.9}, adam, nadam]
        schedule: [constant, cosine, reduce_on_plateau]
        learning_rate: [0.001, 0.05, 1e30]
      seeds: 2
      halving: {min: 10, factor: 3}
    """

  init() throws {
    program = try Program()
    try program.write(Self.spec, to: "sweep.yaml")
  }

  /// The rows of a summary, by the names of their columns.
  private func rows(_ folder: String) throws -> [[String: String]] {
    let lines = try program.read("\(folder)/summary.csv")
      .replacing(/"[^"]*"/, with: "quoted").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func `the survivors and all bytes are the same at any number of jobs`() throws {
    for jobs in [1, 2, 8] {
      let result = try program.run("sweep.yaml", "--jobs", "\(jobs)", "-o", "\(jobs)")
      #expect(result.status == 0, "\(result.error)")
    }
    let one = try program.results("1/sweep")
    #expect(try program.results("2/sweep") == one)
    #expect(try program.results("8/sweep") == one)
    let rows = try rows("1/sweep")
    #expect(rows.count == 54)
    #expect(rows.count { $0["rung"] == "3" } == 6)
    #expect(rows.count { $0["rung"] == "2" } == 12)
    #expect(Set(rows.compactMap { $0["status"] }).isSuperset(of: ["pruned", "diverged"]))
    #expect(rows.first { $0["rank"] == "1" }?["rung"] == "3")
  }

  /// Every folder is that of an ordinary run, which comes out the same by itself; so a run that went
  /// on has the bytes of one trained in one go.
  @Test func `each run is the same as by itself`() throws {
    try program.run("sweep.yaml", "--quiet", "-o", "halved")
    let ids = program.runs("halved/sweep")
    #expect(ids.count == 54 + 18 + 6)
    let last = try rows("halved/sweep").filter { $0["rung"] == "3" }.compactMap { $0["run_id"] }
    for id in last + ids.prefix(10) {
      let spec = "halved/sweep/\(id)/spec.yaml"
      try program.run(spec, "--quiet", "-o", "alone")
      #expect(try program.results("alone/spec/\(id)") == program.results("halved/sweep/\(id)"))
    }
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func `a sweep that is stopped at any moment comes to the same`(signal: Int32) throws {
    let slower = [
      "sweep.yaml", "--set", "dataset.rows=400", "--set", "batch_size=1", "--jobs", "2",
    ]
    #expect(try program.run(slower + ["--quiet", "-o", "whole"]).status == 0)
    for count in [1, 30, 54, 60, 72, 77] {
      let process = program.process(slower + ["--quiet"])
      process.standardError = FileHandle.nullDevice
      try process.run()
      while process.isRunning, program.runs("runs/sweep").count < count { sched_yield() }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
    }
    #expect(try program.run(slower + ["--quiet"]).status == 0)
    #expect(try program.results("runs/sweep") == program.results("whole/sweep"))
  }

  /// What is in memory between two rungs is of help, and nothing depends on it.
  @Test func `survivors whose training was not kept come to the same`() throws {
    try program.run("sweep.yaml", "--quiet", "-o", "whole")
    try program.run("sweep.yaml", "--quiet")
    for row in try rows("runs/sweep") where row["rung"] == "3" {
      let id = try #require(row["run_id"])
      try FileManager.default.removeItem(at: program.folder.appending(path: "runs/sweep/\(id)"))
    }
    let again = try program.run("sweep.yaml")
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output.contains("(48 cached)"))
    #expect(try program.results("runs/sweep") == program.results("whole/sweep"))
    #expect(try program.run("sweep.yaml", "--force", "--quiet").status == 0)
    #expect(try program.results("runs/sweep") == program.results("whole/sweep"))
  }

  /// What the comment in the spec promises.
  @Test func `halving finds the best run of the grid with a quarter of its epochs`() throws {
    let spec = Program.root.appending(path: "experiments/halving.yaml").path()
    let plan = try program.run("plan", spec)
    #expect(
      plan.output.contains(
        """
        halving: 27 configurations to epoch 30, 9 to 90, 3 to 270; at most 3,780 epochs, 25.9 % of \
        those without it
        """))
    #expect(try program.run(spec, "--quiet").status == 0)
    #expect(
      try program.run(spec, "--quiet", "--set", "sweep.halving=none", "-o", "grid").status == 0)
    let best = try rows("runs/halving").first { $0["rank"] == "1" }
    #expect(best?["run_id"] == (try rows("grid/halving").first { $0["rank"] == "1" }?["run_id"]))
    let epochs = ["1": 30, "2": 90, "3": 270]
    let trained = try rows("runs/halving").reduce(0) { $0 + (epochs[$1["rung"] ?? ""] ?? 0) }
    #expect(trained == 3_780)
  }

  /// Runs that dropped out have ended at the epoch of their rung, under the id of a run that does.
  @Test func `other commands see the runs of all rungs`() throws {
    try program.run("sweep.yaml", "--quiet")
    let whole = try program.results("runs")
    #expect(try program.run("clean", "sweep.yaml").output == "nothing is to be removed\n")
    #expect(try program.run("clean").output == "nothing is to be removed\n")
    let best = try rows("runs/sweep").first { $0["rank"] == "1" }
    let expected = try program.run("expect", "sweep.yaml")
    #expect(expected.status == 0, "\(expected.error)")
    let digest = try #require(best?["digest"])
    #expect(expected.output.contains("{metric: digest, of: best_run, is: \(digest)}"))

    // Two folders, neither of which has all.
    let last = try rows("runs/sweep").filter { $0["rung"] == "3" }.compactMap { $0["run_id"] }
    try FileManager.default.copyItem(
      at: program.folder.appending(path: "runs"), to: program.folder.appending(path: "other"))
    for id in last.prefix(2) {
      try FileManager.default.removeItem(at: program.folder.appending(path: "runs/sweep/\(id)"))
    }
    let earlier = program.runs("other/sweep").filter { !last.contains($0) }
    for id in earlier.prefix(2) + last.suffix(1) {
      try FileManager.default.removeItem(at: program.folder.appending(path: "other/sweep/\(id)"))
    }
    let merged = try program.run("merge", "runs", "other", "-o", "all")
    #expect(merged.status == 0, "\(merged.error)")
    #expect(merged.output.contains("54 of 54 runs merged\n"))
    #expect(try program.results("all") == whole)
    let half = try program.run("merge", "runs", "-o", "half")
    #expect(half.status == 2)
    #expect(half.output.contains("52 of 54 runs merged, 2 missing\n"))
    #expect(half.output.contains("missing \(last[0].prefix(8)) "))
    let unfinished = try program.run("expect", "sweep.yaml", "--runs", "half")
    #expect(unfinished.status == 2)
    #expect(unfinished.error.contains("2 of 54 runs of sweep have not finished in half: "))
  }

  @Test func `a log shows each rung`() throws {
    let result = try program.run("sweep.yaml", "--progress", "plain")
    #expect(
      result.error.split(separator: "\n").filter { !$0.contains("/") } == [
        "sweep, rung 1 of 3: 54 runs", "sweep, rung 2 of 3: 18 runs", "sweep, rung 3 of 3: 6 runs",
      ])
    #expect(result.output.contains("halving: 27 configurations to epoch 10, 9 to 30, 3 to 90"))
  }
}
