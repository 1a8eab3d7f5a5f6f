import Foundation
import Testing

/// What stops runs and experiments before they end by themselves.
struct LimitTests {
  private let program: Program

  init() throws { program = try Program() }

  /// A spec of runs that take years.
  private func endless(_ more: String = "sweep: {seeds: 3}") -> String {
    """
    dataset: xor
    layers: [2, 16, 1]
    activation: tanh
    learning_rate: 0.1
    epochs: 1000000000
    log_every: 100000000
    \(more)

    """
  }

  /// A spec of runs that diverge at once.
  private func diverging(_ more: String = "") -> String {
    """
    dataset: xor
    layers: [2, 2, 1]
    activation: relu
    output_activation: linear
    loss: sse
    learning_rate: 1e30
    epochs: 50
    \(more)

    """
  }

  /// The statuses of a summary, in the order of its rows.
  private func statuses(_ name: String) throws -> [String] {
    try program.read("runs/\(name)/summary.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }.map(String.init)
  }

  @Test func `a run over its limit is stopped and has no scores`() throws {
    try program.write(endless(), to: "endless.yaml")
    let result = try program.run("endless.yaml", "--time-limit", "0.2s", "--jobs", "2")
    #expect(result.status == 2)
    #expect(try statuses("endless") == ["timed_out", "timed_out", "timed_out"])
    let rows = try program.read("runs/endless/summary.csv").split(separator: "\n").dropFirst()
    #expect(rows.allSatisfy { $0.hasSuffix(",,,,,,") })
    #expect(result.output.contains("longer than --time-limit 0.2s"))
    #expect(result.output.contains("3 runs timed_out"))
    #expect(program.runs("endless").isEmpty)
    #expect(program.drafts("runs/endless").count == 3)
    #expect(try program.read("runs/endless/experiment.json").contains("\"timed_out\": 3"))
  }

  @Test func `a limit changes no byte of runs that finish`() throws {
    try program.write(
      endless(
        "early_stopping: {monitor: train_loss, patience: 3, min_delta: 1}\nsweep: {seeds: 9}"),
      to: "a.yaml")
    #expect(try program.run("a.yaml", "--output", "free").status == 0)
    #expect(try program.run("a.yaml", "--time-limit", "1h").status == 0)
    #expect(try program.results("runs") == program.results("free"))
  }

  /// Runs of one kind are trained side by side: those that end before the limit are kept.
  @Test func `a limit stops only what is still in training`() throws {
    try program.write(
      endless("sweep: {parameters: {stop_at: [5, 1000000000]}}"), to: "a.yaml")
    let result = try program.run("a.yaml", "--time-limit", "0.3s", "--jobs", "1")
    #expect(result.status == 2)
    #expect(try statuses("a") == ["completed", "timed_out"])
  }

  @Test func `an epoch that takes minutes does not hold up a limit`() throws {
    try program.write(
      """
      dataset: {name: moons, rows: 1000000}
      layers: [2, 256, 256, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 2
      batch_size: 1

      """, to: "long.yaml")
    let result = try program.run("long.yaml", "--time-limit", "0.2s", "--jobs", "1")
    #expect(result.status == 2)
    #expect(try statuses("long") == ["timed_out"])
  }

  @Test func `an experiment over its limit is interrupted, and the next spec has its own`() throws {
    try program.write(endless(), to: "endless.yaml")
    try program.write("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 9\n", to: "b.yaml")
    let result = try program.run(
      "endless.yaml", "b.yaml", "--total-time-limit", "200ms", "--jobs", "2")
    #expect(result.status == 64)
    let again = try program.run(
      "endless.yaml", "b.yaml", "--total-time-limit", "0.5s", "--jobs", "2")
    #expect(again.status == 2)
    #expect(try statuses("endless") == ["interrupted", "interrupted", "interrupted"])
    #expect(try statuses("b") == ["completed"])
    let told = "stopped by --total-time-limit 0.5s; the same command goes on"
    #expect(again.error.contains("endless: \(told)"))
    #expect(again.output.contains(told))
  }

  @Test func `waiting for another nn-run counts towards the limit of an experiment`() throws {
    try program.write(endless(), to: "endless.yaml")
    let one = ["endless.yaml", "--set", "sweep.seeds=1"]
    let first = program.process(one + ["--quiet"])
    try first.run()
    defer { kill(first.processIdentifier, SIGKILL) }
    while first.isRunning, program.drafts("runs/endless").isEmpty { sched_yield() }
    let result = try program.run(one + ["--total-time-limit", "0.1s"])
    #expect(result.status == 2)
    #expect(result.error.contains("waiting for 1 run that another nn-run trains in runs/endless\n"))
    #expect(result.error.contains("stopped by --total-time-limit 0.1s"))
  }

  @Test func `the first failure stops everything`() throws {
    try program.write(diverging("sweep: {seeds: 1}"), to: "a.yaml")
    try program.write(endless(), to: "endless.yaml")
    try program.write(
      """
      dataset: xor
      layers: [2, 2, 1]
      activation: relu
      output_activation: linear
      loss: sse
      learning_rate: 0.001
      epochs: 1000000000
      log_every: 1000
      sweep: {parameters: {learning_rate: [1e30, 0.001], batch_size: [1, 2]}}

      """, to: "mixed.yaml")
    let result = try program.run("mixed.yaml", "endless.yaml", "--fail-fast", "--jobs", "2")
    #expect(result.status == 2)
    let statuses = try statuses("mixed")
    #expect(Set(statuses).isSubset(of: ["diverged", "interrupted"]))
    #expect(statuses.contains("diverged"))
    #expect(statuses.suffix(2) == ["interrupted", "interrupted"])
    #expect(result.error.contains("mixed: stopped by --fail-fast; without it the command goes on"))
    #expect(result.output.contains("stopped by --fail-fast"))
    #expect(result.error.contains("not begun: endless.yaml"))
    #expect(!program.exists("runs/endless"))
  }

  @Test func `so many failures stop everything, those of runs finished before too`() throws {
    try program.write(diverging("sweep: {seeds: 4}"), to: "bad.yaml")
    try program.write(endless(), to: "endless.yaml")
    #expect(try program.run("bad.yaml", "--max-failures", "5").status == 2)
    #expect(try statuses("bad").allSatisfy { $0 == "diverged" })
    let result = try program.run("bad.yaml", "endless.yaml", "--max-failures", "4")
    #expect(result.status == 2)
    #expect(result.error.contains("not begun: endless.yaml"))
  }

  @Test func `a diverged run that is to be recorded stops nothing`() throws {
    try program.write(diverging("on_divergence: record\nsweep: {seeds: 4}"), to: "a.yaml")
    let result = try program.run("a.yaml", "--fail-fast", "--jobs", "1")
    #expect(result.status == 0)
    #expect(try statuses("a").allSatisfy { $0 == "diverged" })
  }

  @Test(arguments: [
    (["--time-limit", "5"], "a time is written like 90s, 15m, 2h or 1h30m"),
    (["--time-limit", "30m1h"], "a time is written like"),
    (["--time-limit", "1m1m"], "a time is written like"),
    (["--time-limit", "s"], "a time is written like"),
    (["--time-limit", "1.5.s"], "a time is written like"),
    (["--time-limit=-1s"], "a time is written like"),
    (["--time-limit", ""], "a time is written like"),
    (["--time-limit", "1e3s"], "a time is written like"),
    (["--time-limit", "0s"], "from 0.001s to 8760h"),
    (["--total-time-limit", "8761h"], "from 0.001s to 8760h"),
    (["--max-failures", "0"], "--max-failures must be at least 1, not 0"),
    (["--max-failures", "2", "--fail-fast"], "--fail-fast is --max-failures 1"),
  ]) func `limits that make no sense are refused`(arguments: [String], message: String) throws {
    let result = try program.run(["none.yaml"] + arguments)
    #expect(result.status == 64)
    #expect(result.error.contains(message))
  }

  @Test(arguments: ["90s", "15m", "2h", "1h30m", "1h30m15s", "0.5s", "1h1s"])
  func `times are written by their units`(time: String) throws {
    try program.write("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 9\n", to: "b.yaml")
    #expect(try program.run("b.yaml", "--time-limit", time).status == 0)
  }
}
