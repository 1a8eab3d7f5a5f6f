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

  @Test func theTableIsTheSameForAnyJobs() throws {
    let table = try plan(1).table
    #expect(try plan(7).table == table)
    #expect(table.split(separator: "\n").count == 62)
  }
}
