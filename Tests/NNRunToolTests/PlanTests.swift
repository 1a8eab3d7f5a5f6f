import Foundation
import Testing

/// How `nn-run plan` tells of what depends on the machine.
@Suite struct PlanTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      layers: [2, 4, 1]
      activation: tanh
      learning_rate: 1
      epochs: 3
      sweep: {seeds: 60}
      """, to: "sweep.yaml")
  }

  /// The table and the lines that follow it, computed with the plainest kernels, which every machine
  /// has.
  private func plan(_ jobs: Int, set: String = "epochs=3") throws -> (
    table: String, lines: [String]
  ) {
    let result = try program.run(
      "plan", "sweep.yaml", "--jobs", "\(jobs)", "--set", set,
      environment: ["NN_RUN_CPU": "baseline"])
    #expect(result.status == 0, "\(result.error)")
    let start = try #require(result.output.range(of: "\n\n"))
    return (
      String(result.output[..<start.lowerBound]),
      result.output[start.upperBound...].split(separator: "\n").map(String.init)
    )
  }

  @Test func aUniformPlanTakesOneLine() throws {
    #expect(
      try plan(1).lines
        == ["here (baseline, 1 job): 60 runs in 1 group of 60, side by side in 64 lanes"])
    #expect(
      try plan(2, set: "sweep.seeds=121").lines
        == ["here (baseline, 2 jobs): 121 runs in 2 groups of 60 to 61, side by side in 64 lanes"])
    #expect(
      try plan(2, set: "sweep.seeds=2").lines
        == ["here (baseline, 2 jobs): 2 runs, each alone, number by number"])
  }

  @Test func aMixedPlanTakesALineForEachWay() throws {
    let set = "sweep={parameters: {layers: [[2, 3, 1], [2, 2000, 2000, 1]]}}"
    #expect(
      try plan(4, set: set).lines == [
        "here (baseline, 4 jobs):", "  1 run, alone, number by number",
        "  1 run, alone, by matrix products on 2 threads",
      ])
  }

  /// Later rungs have fewer runs, which may be trained in other ways.
  @Test func `of a plan that halves the first rung is told`() throws {
    let set = "sweep={parameters: {learning_rate: {log: [0.1, 1], count: 4}}, halving: {min: 1}}"
    #expect(
      try plan(4, set: set).lines == [
        "halving: 4 configurations to epoch 1, 2 to 3; at most 8 epochs, 66.7 % of those without it",
        "here (baseline, 4 jobs), in the first rung: 4 runs, each alone, number by number",
      ])
  }

  @Test func seedsReachTheLargest() throws {
    try program.write(
      """
      {seed: 9223372036854775807, dataset: xor, layers: [2, 1], learning_rate: 1, epochs: 3}
      """, to: "seed.yaml")
    let result = try program.run("plan", "seed.yaml")
    #expect(result.status == 0 && result.output.contains("  9223372036854775807  "))
  }

  @Test func theTableIsTheSameForAnyJobs() throws {
    let table = try plan(1).table
    #expect(try plan(7).table == table)
    #expect(table.split(separator: "\n").count == 62)
  }

  @Test func aReaderMayGoAway() throws {
    try program.write(
      """
      dataset: xor
      layers: [2, 1]
      epochs: 3
      sweep: {parameters: {learning_rate: {log: [0.001, 1], count: 5000}}, seeds: 2}
      """, to: "large.yaml")
    let process = program.process(["plan", "large.yaml"])
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    // Nothing reads: the first write finds the pipe closed.
    try output.fileHandleForReading.close()
    try process.run()
    try output.fileHandleForWriting.close()
    try error.fileHandleForWriting.close()
    #expect(try error.fileHandleForReading.readToEnd() == nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
  }

  @Test func theTableIsAligned() throws {
    try program.write(
      """
      dataset: xor
      activation: tanh
      learning_rate: 0.5
      epochs: 3
      split: {folds: 2}
      sweep:
        parameters: {learning_rate: [0.1, 0.025], layers: [[2, 10, 1], [2, 1]]}
        include: [{l2: 1, layers: [2, 3, 1]}]
      """, to: "table.yaml")
    let result = try program.run("plan", "table.yaml")
    #expect(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map { $0.dropFirst(16) }
    #expect(
      lines[1...4] + [lines[11]] == [
        "  configuration  learning_rate  layers      l2  fold  seed  parameter_count  train_rows  validation_rows  test_rows",
        "  1              0.1            [2, 10, 1]  0   1     0     41               2           2                0",
        "  1              0.1            [2, 10, 1]  0   2     0     41               2           2                0",
        "  2              0.1            [2, 1]      0   1     0     3                2           2                0",
        "  5              0.5            [2, 3, 1]   1   2     0     13               2           2                0",
      ])
  }
}
