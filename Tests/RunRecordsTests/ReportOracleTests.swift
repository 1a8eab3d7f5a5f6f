import Experiments
import TestSupport
import Testing
import Vocabulary

@testable import RunRecords

/// Confusion matrices and scores by class and target of random outputs, ties, missing classes and
/// constants: `make oracle` computes what is read here, by scikit-learn.
struct ReportOracleTests {
  /// The outputs and targets of each case.
  private let parts: [(task: Task, part: PredictionTable.Part)]

  init() throws {
    let cases = try OracleTable("metrics").byCase()
    parts = try zip(cases, OracleTable("metric-rows").byCase()).map { measured, numbers in
      let rows = try #require(measured[0].integer("rows"))
      return (
        try #require(measured[0].text("task").flatMap { Task(named: $0) }),
        PredictionTable.Part(
          .test, sourceRows: Array(0..<rows),
          targets: try numbers.map { try #require($0.number("target")) },
          outputs: try numbers.map { try #require($0.number("value")) })
      )
    }
  }

  /// The rows of a table that belong to a case.
  private func rows(_ table: OracleTable, ofCase index: Int) -> [OracleTable.Row] {
    table.rows.filter { $0.integer("case") == index }
  }

  @Test func `confusion matrices are those of the oracle`() throws {
    let table = try OracleTable("confusion")
    var checked = 0
    for (index, (task, part)) in parts.enumerated() {
      let found = ConfusionMatrix(part, task: task)?.cells ?? []
      let expected = rows(table, ofCase: index).map { row in
        [row.integer("actual"), row.integer("predicted"), row.integer("count")]
      }
      #expect(found.map { [$0.actual, $0.predicted, $0.count] } == expected, "case \(index)")
      checked += expected.count
    }
    #expect(checked == 164 && table.rows.count == checked)
  }

  @Test func `scores by class are those of the oracle`() throws {
    let table = try OracleTable("class-scores")
    var checked = 0
    for (index, (task, part)) in parts.enumerated() where task != .regression {
      let counts = ConfusionMatrix(part, task: task)?.labelCounts ?? part.labelCounts
      let expected = rows(table, ofCase: index)
      #expect(counts.count == expected.count, "case \(index)")
      for (counts, row) in zip(counts, expected) {
        #expect(counts.actual == row.integer("rows"), "case \(index)")
        #expect(counts.predicted == row.integer("predicted"), "case \(index)")
        #expect(row.has(counts.precision, in: "precision"), "case \(index)")
        #expect(row.has(counts.recall, in: "recall"), "case \(index)")
        #expect(row.has(counts.f1, in: "f1"), "case \(index)")
        checked += 1
      }
    }
    #expect(checked == 156 && table.rows.count == checked)
  }

  @Test func `scores by target are those of the oracle`() throws {
    let table = try OracleTable("target-scores")
    var checked = 0
    for (index, (task, part)) in parts.enumerated() where task == .regression {
      for (target, row) in rows(table, ofCase: index).enumerated() {
        let scores = TargetScores(part, target: target)
        #expect(row.has(scores.mae, in: "mae"), "case \(index)")
        #expect(row.has(scores.rmse, in: "rmse"), "case \(index)")
        #expect(row.number("r2") == nil || row.has(scores.r2, in: "r2"), "case \(index)")
        checked += 1
      }
    }
    #expect(checked == 38 && table.rows.count == checked)
  }
}
