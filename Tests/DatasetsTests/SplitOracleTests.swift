import Datasets
import Experiments
import TestSupport
import Testing

/// Splits of scikit-learn's data sets, and of some of their rows, as `Tests/Oracle/splits.py` has
/// scikit-learn make them.
extension SplitTests {
  /// The rows of an oracle's table, each with the data set that it is of and its class sizes.
  private func table(
    _ name: String
  ) throws -> [(row: OracleTable.Row, dataset: Dataset, sizes: [Int])] {
    var known: [String: (Dataset, [Int])] = [:]
    func key(_ row: OracleTable.Row) -> String { row.fields[..<2].joined(separator: " ") }
    for row in try OracleTable("split-data").rows {
      let sizes = numbers("c", row).map { Int($0) }
      #expect(sizes.reduce(0, +) == row.integer("rows"))
      known[key(row)] = (dataset(classSizes: sizes), sizes)
    }
    let rows = try OracleTable(name).rows
    #expect(Set(rows.map(key)) == Set(known.keys))
    return try rows.map { row in
      let (dataset, sizes) = try #require(known[key(row)])
      return (row, dataset, sizes)
    }
  }

  /// The numbers in the columns of a letter.
  private func numbers(_ letter: String, _ row: OracleTable.Row) -> [Double] {
    (0..<10).compactMap { row.number("\(letter)\($0)") }
  }

  @Test(arguments: [0, 1]) func `folds are as large as the oracle's`(seed: Int) throws {
    let table = try table("split-folds")
    #expect(table.count == 11 * (2 + 3 + 5 + 10))
    for (row, dataset, sizes) in table {
      let fold = Split.Fold(
        try #require(row.integer("fold")), of: try #require(row.integer("folds")))
      let held = parts(dataset, Split(fold: fold, isStratified: true, seed: seed))[1]
      #expect(
        classes(held, of: dataset, count: sizes.count) == numbers("c", row).map { Int($0) },
        "\(row.fields)")
      let plain = parts(dataset, Split(fold: fold, isStratified: false, seed: seed))[1]
      #expect(plain.count == row.integer("unstratified"), "\(row.fields)")
    }
  }

  @Test func `balanced weights are the oracle's`() throws {
    for (row, dataset, sizes) in try table("split-folds") {
      let fold = Split.Fold(
        try #require(row.integer("fold")), of: try #require(row.integer("folds")))
      let train = parts(dataset, Split(fold: fold, isStratified: true))[0]
      let weights = ClassWeights.balanced.weights(
        counts: classes(train, of: dataset, count: sizes.count), classes: sizes.count)
      #expect(weights.count == numbers("w", row).count)
      for (index, weight) in weights.enumerated() {
        #expect(row.has(weight, in: "w\(index)"), "\(row.fields)")
      }
    }
  }

  /// Of remainders that are equal we take the first, scikit-learn any: such classes may have one row
  /// more or less, and no others.
  @Test func `shares are as large as the oracle's`() throws {
    var (same, others) = (0, 0)
    for (row, dataset, sizes) in try table("split-shares") {
      let share = Split.Holding.share(try #require(row.number("share")))
      let rows = try #require(row.integer("held"))
      let expected = numbers("c", row).map { Int($0) }
      let remainders = sizes.map { $0 * rows % dataset.rows }
      for (part, split) in [
        (1, Split(validation: share, isStratified: true)),
        (2, Split(test: share, isStratified: true)),
      ] {
        let held = parts(dataset, split)[part]
        #expect(held.count == rows)
        let found = classes(held, of: dataset, count: sizes.count)
        for (index, remainder) in remainders.enumerated() where found[index] != expected[index] {
          #expect(abs(found[index] - expected[index]) == 1, "\(row.fields)")
          #expect(remainders.count { $0 == remainder } > 1, "\(row.fields)")
        }
        if found == expected { same += 1 } else { others += 1 }
      }
    }
    #expect(same > others)
  }
}
