import Experiments
import Testing
import Vocabulary

@testable import Datasets

/// What `nn-run check` finds suspicious about data.
struct DataWarningTests {
  /// The suspicions about rows, of which the last so many are held back for validation and test.
  private func warnings(
    _ inputs: [[Double]], _ targets: [[Double]], _ task: Task, validation: Int = 0, test: Int = 0,
    columns: DataColumns? = nil
  ) -> [DataWarning] {
    let dataset = Dataset(
      Table(inputs.flatMap(\.self), columns: inputs[0].count),
      Table(targets.flatMap(\.self), columns: targets[0].count), largestInput: 9,
      columns: columns, hasGaps: inputs.joined().contains(where: \.isNaN))
    let trained = inputs.count - validation - test
    let ranges: [(Score.Part, Range<Int>)] = [
      (.train, 0..<trained), (.validation, trained..<trained + validation),
      (.test, trained + validation..<inputs.count),
    ]
    let parts = ranges.filter { !$0.1.isEmpty }.map { part, rows in
      (part: part, data: DataSubset(dataset, rows: Array(rows), normalization: nil))
    }
    return DataWarningSearch(parts, columns, task: task).warnings
  }

  /// So many different rows of two inputs.
  private func rows(_ count: Int) -> [[Double]] {
    (0..<count).map { [Double($0), Double($0 % 3)] }
  }

  @Test func `data as it should be is not suspicious`() {
    let inputs = rows(8)
    #expect(warnings(inputs, (0..<8).map { [Double($0 % 2)] }, .binary, validation: 2) == [])
    #expect(warnings(inputs, (0..<8).map { [Double($0) / 2] }, .regression, test: 3) == [])
    #expect(warnings([[1, 2]], [[3]], .regression) == [])
  }

  @Test func `inputs with one value in all training rows are constant`() {
    let inputs: [[Double]] = [
      [1, 5, .nan, -0.0, 1], [2, 5, .nan, 0, 1], [3, 5, 2, 0, 1], [4, 5, 2, 1e-300, 1],
      [5, 6, 3, 0, 1],
    ]
    let targets: [[Double]] = [[1], [2], [4], [8], [16]]
    #expect(
      warnings(inputs, targets, .regression, validation: 1) == [
        .constant([.place(1), .place(2), .place(4)])
      ])
    #expect(warnings(inputs, targets, .regression) == [.constant([.place(4)])])
  }

  @Test func `constant inputs are named`() {
    let columns = DataColumns(
      inputs: [.init("size"), .init("color", categories: ["blue", "red"]), .init("site")],
      targets: ["price"])
    let inputs: [[Double]] = [[1, 1, 0, 7], [2, 1, 0, 7], [3, 0, 1, 7]]
    #expect(
      warnings(inputs, [[1], [2], [4]], .regression, test: 1, columns: columns) == [
        .constant([
          .category("blue", ofColumn: "color"), .category("red", ofColumn: "color"),
          .column("site"),
        ])
      ])
  }

  @Test func `an input with the values of a target is the answer`() {
    let inputs: [[Double]] = [[1, 9, 2], [2, 8, 5], [3, 7, 0.5]]
    #expect(
      warnings(inputs, [[0, 1], [1, 2], [4, 3]], .regression) == [
        .leak(.place(0), .value(ofTarget: 1))
      ])
    #expect(warnings(inputs, [[0, 1], [1, 2], [4, 3.5]], .regression) == [])
    // All targets are the same, and so is an input: it tells nothing.
    #expect(
      warnings([[1, 3], [2, 3]], [[3], [3]], .regression) == [.constant([.place(1)])])
  }

  @Test func `an input with one value for each class is the answer`() {
    let classes: [Double] = [0, 1, 2, 0, 1, 2]
    let inputs = zip([7.0, 2, 4, 7, 2, 4], [1.0, 1, 2, 3, 4, 5]).map { [$0, $1] }
    let expected = [DataWarning.leak(.place(0), .classes)]
    #expect(warnings(inputs, classes.map { [$0] }, .multiclass) == expected)
    let oneHot = classes.map { label in (0..<3).map { Double($0) == label ? 1.0 : 0 } }
    #expect(warnings(inputs, oneHot, .multiclass) == expected)
    #expect(warnings(inputs, classes.map { [$0] }, .regression) == [])
    // One row of the wrong value, or a value of two classes, and it is none.
    #expect(warnings(inputs, [[0], [1], [2], [0], [1], [1]], .multiclass) == [])
    #expect(
      warnings(
        [[7, 1], [2, 2], [2, 3], [7, 1], [2, 2], [2, 5]], classes.map { [$0] }, .multiclass)
        == [])
    // Where each class has but one row, any numbers do that.
    #expect(warnings([[7], [2], [4]], [[0], [1], [2]], .multiclass) == [])
  }

  @Test func `a column of texts may be the answer`() {
    let columns = DataColumns(
      inputs: [.init("size"), .init("code", categories: ["a", "b", "c"])], targets: ["kind"],
      classes: ["x", "y", "z"])
    func coded(_ codes: [Int]) -> [[Double]] {
      codes.enumerated().map { row, code in
        [Double(row)] + (0..<3).map { $0 == code ? 1 : 0 }
      }
    }
    let classes: [[Double]] = [[0], [1], [2], [2], [1], [0]]
    #expect(
      warnings(coded([2, 0, 1, 1, 0, 2]), classes, .multiclass, columns: columns) == [
        .leak(.column("code"), .classes)
      ])
    #expect(
      warnings(coded([2, 0, 1, 1, 0, 0]), classes, .multiclass, columns: columns) == [])
  }

  @Test func `rows that are held back and trained on are counted`() {
    let inputs: [[Double]] = [
      [0, 1], [.nan, 2], [3, 4], [3, 4],  // trained on
      [-0.0, 1], [.nan, 2], [4, 3], [3, 4],  // validation
      [3, 4], [.nan, 1],  // test
    ]
    let targets: [[Double]] = [[1], [2], [3], [4], [1], [2.5], [3], [3], [5], [2]]
    #expect(
      warnings(inputs, targets, .regression, validation: 4, test: 2) == [
        .repeated(.validation, rows: 2), .contradicted(.validation, rows: 1),
        .contradicted(.test, rows: 1),
      ])
  }

  @Test(arguments: [(20, false), (21, true)])
  func `a class of more than 20 times the rows is too many`(most: Int, isSuspicious: Bool) {
    let targets = Array(repeating: [0.0], count: most) + [[2], [1], [1], [1]]
    let expected = DataWarning.imbalance(
      largest: .init(index: 0, rows: most), smallest: .init(index: 2, rows: 1))
    let found = warnings(rows(targets.count), targets, .multiclass)
    #expect(found == (isSuspicious ? [expected] : []))
    #expect(warnings(rows(targets.count), targets, .regression) == [])
  }

  @Test func `classes without a row to learn from are told`() {
    let targets: [[Double]] = [[0], [2], [0], [2], [2], [1], [4], [4], [2]]
    #expect(
      warnings(rows(9), targets, .multiclass, validation: 3, test: 1) == [
        .unseen(
          .validation, [.init(index: 1, rows: 1), .init(index: 4, rows: 2)])
      ])
    #expect(
      warnings(rows(3), [[0], [0], [1]], .binary, test: 1) == [
        .unseen(.test, [.init(index: 1, rows: 1)])
      ])
  }

  @Test(arguments: [(2, false), (3, true)])
  func `a column that is mostly missing is told`(missing: Int, isSuspicious: Bool) {
    let columns = DataColumns(inputs: [.init("age"), .init("size")], targets: ["price"])
    let inputs =
      (0..<4).map { [$0 < missing ? Double.nan : Double($0), Double($0 * $0)] } + [[9, 9]]
    let found = warnings(
      inputs, [[1], [2], [4], [8], [16]], .regression, columns: columns)
    #expect(found == (isSuspicious ? [.gaps(column: "age", rows: missing, of: 5)] : []))
  }
}
