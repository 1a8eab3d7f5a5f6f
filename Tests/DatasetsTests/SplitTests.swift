import Datasets
import Experiments
import Testing

/// Which rows are for what.
struct SplitTests {
  /// Rows with one class each, in an order that has nothing to do with the classes.
  func dataset(classSizes: [Int]) -> Dataset {
    var left = classSizes
    var targets: [[Double]] = []
    while left.contains(where: { $0 > 0 }) {
      for index in left.indices where left[index] > 0 {
        targets.append([Double(index)])
        left[index] -= 1
      }
    }
    return Dataset(inputs: targets.indices.map { [Double($0)] }, targets: targets)
  }

  /// The rows of each part: training, validation, test.
  func parts(_ dataset: Dataset, _ split: Split) -> [[Int]] {
    let data = PreparedData(
      dataset, for: DataSelection(.arrays(ArrayFiles(.npy, .table(""))), split: split))
    return [data.train, data.validation, data.test].map { $0?.sourceRows ?? [] }
  }

  /// How many rows of each class are among some.
  func classes(_ rows: [Int], of dataset: Dataset, count: Int) -> [Int] {
    rows.reduce(into: Array(repeating: 0, count: count)) {
      $0[Int(dataset.targets[$1, 0])] += 1
    }
  }

  @Test(arguments: [true, false], [0, 1, 77])
  func `every row is in one part`(isStratified: Bool, seed: Int) {
    let dataset = dataset(classSizes: [50, 30, 3, 21])
    let split = Split(
      validation: .share(0.25), test: .share(0.1), isStratified: isStratified, seed: seed)
    let parts = parts(dataset, split)
    #expect(parts.map(\.count) == [68, 26, 10])
    #expect(parts.joined().sorted() == Array(0..<104))
    for part in parts { #expect(part == part.sorted()) }
  }

  @Test(arguments: [
    (10, 0.2, 0.1, RowCounts(train: 7, validation: 2, test: 1)),
    (10, 0.25, nil as Double?, RowCounts(train: 7, validation: 3, test: 0)),
    (10, 0.24, nil, RowCounts(train: 8, validation: 2, test: 0)),
    (3, 0.5, 0.5, RowCounts(train: 0, validation: 2, test: 2)),
    (7, 0.001, nil, RowCounts(train: 7, validation: 0, test: 0)),
    (1_000_000, 0.1, 0.7, RowCounts(train: 200_000, validation: 100_000, test: 700_000)),
  ])
  func `shares are rounded`(rows: Int, validation: Double, test: Double?, expected: RowCounts) {
    let split = Split(
      validation: .share(validation), test: test.map(Split.Holding.share), isStratified: false)
    #expect(split.counts(of: rows) == expected)
  }

  @Test func `every class has its share`() {
    let dataset = dataset(classSizes: [40, 20, 10])
    let parts = parts(
      dataset, Split(validation: .share(0.2), test: .share(0.1), isStratified: true))
    #expect(classes(parts[2], of: dataset, count: 3) == [4, 2, 1])
    #expect(classes(parts[1], of: dataset, count: 3) == [8, 4, 2])
    #expect(classes(parts[0], of: dataset, count: 3) == [28, 14, 7])
  }

  @Test func `the largest remainders get the rows that are over`() {
    // 3 of 10 rows: 1.5, 0.9 and 0.6 of the classes' 5, 3 and 2.
    let dataset = dataset(classSizes: [5, 3, 2])
    let parts = parts(dataset, Split(validation: .share(0.3), isStratified: true))
    #expect(classes(parts[1], of: dataset, count: 3) == [1, 1, 1])
    // Of equal remainders the first class: 1 of 4 rows is half a row of each.
    let even = self.dataset(classSizes: [2, 2])
    #expect(
      classes(
        self.parts(even, Split(test: .share(0.25), isStratified: true))[2], of: even, count: 2)
        == [1, 0])
  }

  @Test func `the last row of a class is for training`() {
    let dataset = dataset(classSizes: [9, 1])
    // 5 of 10 rows are 4.5 and 0.5 of the classes.
    for seed in 0..<5 {
      let parts = parts(dataset, Split(validation: .share(0.5), isStratified: true, seed: seed))
      #expect(classes(parts[0], of: dataset, count: 2) == [4, 1])
    }
  }

  @Test func `more classes than rows to hold back`() {
    let dataset = dataset(classSizes: Array(repeating: 1, count: 10))
    let parts = parts(
      dataset, Split(validation: .share(0.3), test: .share(0.2), isStratified: true))
    #expect(parts.map(\.count) == [5, 3, 2])
  }

  @Test func `the test rows do not depend on validation`() {
    let dataset = dataset(classSizes: [30, 11])
    for isStratified in [true, false] {
      let one = parts(dataset, Split(test: .share(0.2), isStratified: isStratified))
      let other = parts(
        dataset,
        Split(validation: .share(0.3), test: .share(0.2), isStratified: isStratified))
      #expect(one[2] == other[2])
    }
  }

  @Test func `the seed decides`() {
    let dataset = dataset(classSizes: [100])
    func validation(_ seed: Int) -> [Int] {
      parts(dataset, Split(validation: .share(0.2), isStratified: false, seed: seed))[1]
    }
    #expect(validation(3) == validation(3))
    #expect(validation(3) != validation(4))
    // It is no beginning or end of the data, nor every fifth row.
    #expect(Set(zip(validation(3), validation(3).dropFirst()).map { $1 - $0 }).count > 3)
  }

  @Test func `columns with one 1 are classes too`() {
    let rows = (0..<20).map { $0 % 4 == 0 ? [0.0, 1] : [1, 0] }
    let dataset = Dataset(inputs: rows.map { _ in [0] }, targets: rows)
    let validation = parts(dataset, Split(validation: .share(0.2), isStratified: true))[1]
    #expect(validation.count == 4)
    #expect(validation.count { $0 % 4 == 0 } == 1)
  }

  @Test(arguments: [true, false], [2, 3, 7, 13])
  func `each row is in one fold`(isStratified: Bool, count: Int) {
    let dataset = dataset(classSizes: [20, 3, 1, 16])
    let folds = (1...count).map { number in
      parts(
        dataset,
        Split(
          test: .share(0.1), fold: Split.Fold(number, of: count), isStratified: isStratified,
          seed: 5))
    }
    for fold in folds {
      #expect(fold[2] == folds[0][2])
      #expect(fold.joined().sorted() == Array(0..<40))
    }
    #expect((folds.flatMap { $0[1] } + folds[0][2]).sorted() == Array(0..<40))
    let sizes = folds.map { $0[1].count }
    #expect(sizes == sizes.sorted(by: >))
    #expect(sizes[0] - sizes[count - 1] <= 1)
    guard isStratified else { return }
    let classes = folds.map { self.classes($0[1], of: dataset, count: 4) }
    for label in 0..<4 {
      let counts = classes.map { $0[label] }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
  }

  @Test func `counts of folds are what they are dealt`() {
    let dataset = dataset(classSizes: [10, 6, 5])
    for number in 1...4 {
      let split = Split(fold: Split.Fold(number, of: 4), isStratified: true)
      let data = PreparedData(
        dataset, for: DataSelection(.arrays(ArrayFiles(.npy, .table(""))), split: split))
      #expect(split.counts(of: 21) == data.rows)
    }
  }

  @Test func `without a split all rows are for training`() {
    let data = PreparedData(
      dataset(classSizes: [3]), for: DataSelection(.arrays(ArrayFiles(.npy, .table("")))))
    #expect(data.train.sourceRows == [0, 1, 2])
    #expect(data.validation?.rows == nil)
    #expect(data.test?.rows == nil)
    #expect(data.rows == RowCounts(train: 3))
    #expect(data.normalization == nil)
  }
}
