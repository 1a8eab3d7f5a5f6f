import Testing
import Vocabulary

@testable import Reporting

/// The table of what a network answers.
struct PredictionsTests {
  private func lines(_ predictions: Predictions, width: Int = 80) -> [String] {
    let table = predictions.table(width: width)
    return [table.header] + table.rows
  }

  @Test func `quantities have no classes`() {
    let predictions = Predictions(
      task: .regression, rows: 2, inputs: [0.5, 10, -1.25, 1e-9], targets: [100, 0.1],
      outputs: [99.98765, .nan])
    #expect(
      lines(predictions) == [
        "  input 1  input 2  target   output",
        "      0.5       10     100  99.9877",
        "    -1.25    1e-09     0.1      nan",
      ])
  }

  @Test(arguments: [(0.5, "0"), (0.50001, "1"), (.nan, nil)] as [(Double, String?)])
  func `one output is 1 above a half`(output: Double, predicted: String?) {
    let predictions = Predictions(
      task: .binary, rows: 1, inputs: [1], targets: [1], outputs: [output])
    #expect(predictions.predicted(0) == predicted)
  }

  @Test func `the class is the first of the largest`() {
    let predictions = Predictions(
      task: .multiclass, rows: 3, inputs: [1, 2, 3], targets: [0, 1, 2],
      outputs: [0.1, 0.45, 0.45, 0.6, 0.2, 0.2, 0.1, .nan, 0.2])
    #expect(
      lines(predictions) == [
        "  input  target  output 1  output 2  output 3  predicted",
        "      1       0    0.1000    0.4500    0.4500          1",
        "      2       1    0.6000    0.2000    0.2000          0",
        "      3       2    0.1000       nan    0.2000",
      ])
  }

  @Test func `several labels are all told`() {
    let predictions = Predictions(
      task: .multilabel, rows: 1, inputs: [1], targets: [1, 0], outputs: [0.7, 0.2])
    #expect(predictions.predicted(0) == "1 0")
  }

  @Test func `of many columns the first are shown, wherever there is room for more`() {
    let count = 30_000
    let numbers = Array(repeating: 0.5, count: 2 * count)
    let predictions = Predictions(
      task: .regression, rows: 2, inputs: [1, 2], targets: numbers, outputs: numbers)
    let columns = predictions.table(width: .max).columns
    let shown = 1...Predictions.shownColumns
    #expect(
      columns.map(\.header)
        == ["input"] + shown.map { "target \($0)" } + shown.map { "output \($0)" })
    #expect(predictions.remark == "the first 12 of 30,000 targets, 30,000 outputs")
    let labels = Predictions(
      task: .multilabel, rows: 1, inputs: [1], targets: Array(repeating: 1, count: count),
      outputs: Array(repeating: 0.75, count: count - 1) + [0.25])
    #expect(
      labels.predicted(0)
        == Array(repeating: "1", count: Predictions.shownColumns).joined(separator: " ") + " …")
  }

  @Test func `a label that is no number leaves nothing predicted, also where it is not shown`() {
    let predictions = Predictions(
      task: .multilabel, rows: 1, inputs: [1], targets: Array(repeating: 1, count: 20),
      outputs: Array(repeating: 0.75, count: 19) + [.nan])
    #expect(predictions.predicted(0) == nil)
  }

  @Test func `a few columns have no remark`() {
    let numbers = Array(repeating: 1.0, count: Predictions.shownColumns)
    let predictions = Predictions(
      task: .regression, rows: 1, inputs: numbers, targets: [1], outputs: [1])
    #expect(predictions.remark == nil)
    #expect(predictions.table(width: .max).columns.count == 14)
  }

  @Test func `columns without room are left out, outputs last`() {
    let predictions = Predictions(
      task: .multiclass, rows: 1, inputs: Array(repeating: 1, count: 8), targets: [3],
      outputs: [0.1, 0.2, 0.3, 0.4])
    #expect(
      lines(predictions, width: 40) == [
        "  input 1  input 2  target  predicted", "        1        1       3          3",
      ])
  }
}
