import Experiments
import RunRecords
import Running
import TestPlans
import Testing

@testable import Reporting

/// What is told of a merge.
struct MergeReportTests {
  private let style = TextStyle(width: 80, isColoured: false)

  /// The plan of runs that differ by their seeds.
  private func seeded(_ seeds: Int) throws -> RunPlan {
    try plan(
      "{dataset: xor, layers: [2, 1], learning_rate: 1, epochs: 2, sweep: {seeds: \(seeds)}}")
  }

  @Test func `a whole batch takes two lines`() throws {
    let plan = try seeded(2)
    let result = ExperimentResult(plan, (0..<2).map { plan.record($0, [1], isCached: true) })
    #expect(
      result.mergeReport(
        folder: "all/spec", earlierCount: 1, tornFolders: { _ in [] }, style: style) == """
          spec

          2 of 2 runs merged (1 were there before)
          summary  all/spec/summary.csv

          """)
  }

  @Test func `runs that are missing or differ are named`() throws {
    let plan = try seeded(4)
    let result = ExperimentResult(
      plan, [plan.record(0, [1]), RunRecord(failure: "differs"), .interrupted, .interrupted])
    let ids = plan.runs.map { $0.id.description.prefix(8) }
    #expect(
      result.mergeReport(
        folder: "all/spec", earlierCount: 0,
        tornFolders: { $0 == 3 ? ["a/x", "b/x"] : [] }, style: style)
          == """
          spec

          failed \(ids[1]) (seed 1): differs

          missing \(ids[2]) (seed 2)
          missing \(ids[3]) (seed 3), torn in a/x and b/x

          1 of 4 runs merged, 2 missing, 1 failed
          train them into this folder, or merge a part that has them, to complete it
          summary  all/spec/summary.csv

          """)
  }

  @Test func `at most ten missing runs are named, and the others counted`() throws {
    let plan = try seeded(1203)
    let result = ExperimentResult(plan, plan.runs.map { _ in .interrupted })
    let lines = result.mergeReport(
      folder: "all/spec", earlierCount: 0, tornFolders: { _ in [] }, style: style
    ).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("missing ") } == 10)
    #expect(lines.contains("… and 1,193 more in all/spec/summary.csv"))
    #expect(lines.contains("0 of 1,203 runs merged, 1,203 missing"))
  }

  /// Both reports are made of the same parts.
  @Test func `colours are those of the closing report`() throws {
    let plan = try seeded(11)
    let result = ExperimentResult(plan, plan.runs.map { _ in RunRecord(failure: "differs") })
    let coloured = TextStyle(width: 80, isColoured: true)
    let merged = result.mergeReport(
      folder: "all/spec", earlierCount: 0, tornFolders: { _ in [] }, style: coloured)
    let closed = result.closingReport(folder: "all/spec", style: coloured)
    let shared = closed.split(separator: "\n\n").prefix(2).joined(separator: "\n\n")
    #expect(merged.hasPrefix(shared))
    #expect(shared.contains("\u{1B}[2m… and 1 more in all/spec/summary.csv\u{1B}[0m"))
  }
}
