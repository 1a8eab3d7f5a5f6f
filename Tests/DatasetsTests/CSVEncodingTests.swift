import Datasets
import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing
import Vocabulary

/// Missing numbers, texts and normalization together, against scikit-learn's.
struct CSVEncodingTests {
  /// Where the files of data stand that scikit-learn was given.
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Oracle").path

  @Test(
    arguments: ["iris", "wine", "diabetes"],
    [("standard", InputNormalization.standard), ("minmax", .minmax)])
  func `inputs are what scikit-learn makes of them`(
    name: String, normalization: (name: String, value: InputNormalization)
  ) throws {
    let source = try #require(
      DatasetSource(
        .mapping([
          SpecValue.Member("csv", .text("encoding-\(name).csv")),
          SpecValue.Member("missing", .text("mean")),
        ])))
    var library = DataLibrary(root: FilePath(folder))
    _ = try library.facts(of: source)
    let dataset = try #require(library[source])
    let prepared = PreparedData(
      dataset, for: DataSelection(source, normalization: normalization.value))
    let part = prepared.train
    let rows = try OracleTable("encoding").rows.filter {
      $0.text("data") == name && $0.text("normalize") == normalization.name
    }
    let inputs = part.inputs
    #expect(part.rows == 40)
    try #require(part.rows == rows.count)
    for (row, expected) in rows.enumerated() {
      // Fields behind the last input are empty.
      #expect(expected.number("x\(part.inputCount - 1)") != nil)
      #expect(expected.text("x\(part.inputCount)") == nil)
      for column in 0..<part.inputCount {
        let input = inputs[row * part.inputCount + column]
        #expect(expected.has(input, in: "x\(column)"), "row \(row), column \(column): \(input)")
      }
    }
  }
}
