import Experiments
import Testing
import Vocabulary

@testable import RunRecords

/// The texts of `confusion.csv`, `per_class.csv` and `per_target.csv`.
struct ReportTests {
  private func part(
    _ part: Score.Part, targets: [Double], outputs: [Double], rows: Int
  ) -> PredictionTable.Part {
    PredictionTable.Part(
      part, sourceRows: Array(0..<rows), targets: targets, outputs: outputs)
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    #expect(bytes.last == UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `classes are told apart by the larger of their outputs, in both parts`() {
    let table = PredictionTable(
      task: .multiclass, classes: ["oak", "ash, white", "elm"],
      parts: [
        part(.train, targets: [2], outputs: [1, 0, 0], rows: 1),
        part(
          .validation, targets: [0, 1, 0, 0],
          outputs: [0.5, 0.5, 0, 0, 0.25, 0.75, 0, 1, 0, 1, 0, 0], rows: 4),
        part(.test, targets: [1, 0], outputs: [0, .nan, 1, 1, 0, 0], rows: 2),
      ])
    #expect(
      lines(table.confusionCSV) == [
        "split,actual,predicted,count", "validation,oak,oak,2",
        "validation,oak,\"ash, white\",1", "validation,\"ash, white\",elm,1", "test,oak,oak,1",
        "test,\"ash, white\",,1",
      ])
    #expect(
      lines(table.perClassCSV) == [
        "split,class,rows,predicted,precision,recall,f1",
        "validation,oak,3,2,1.0,0.6666666666666666,0.8",
        "validation,\"ash, white\",1,1,0.0,0.0,0.0", "validation,elm,0,1,0.0,0.0,0.0",
        "test,oak,1,1,1.0,1.0,1.0", "test,\"ash, white\",1,0,0.0,0.0,0.0",
        "test,elm,0,0,0.0,0.0,0.0",
      ])
  }

  @Test func `a class is the place of the one among its targets`() {
    let table = PredictionTable(
      task: .multiclass,
      parts: [part(.test, targets: [0, 1, 0, 1], outputs: [0.25, 0.5, 0.5, 0.25], rows: 2)])
    #expect(
      lines(table.confusionCSV).dropFirst() == ["test,1,0,1", "test,1,1,1"])
  }

  @Test func `two classes are told apart at a half`() {
    let table = PredictionTable(
      task: .binary,
      parts: [part(.validation, targets: [0, 1, 1], outputs: [0.5, 0.75, 0.5], rows: 3)])
    #expect(
      lines(table.confusionCSV).dropFirst() == [
        "validation,0,0,1", "validation,1,0,1", "validation,1,1,1",
      ])
    #expect(
      lines(table.perClassCSV).dropFirst() == [
        "validation,0,1,2,0.5,1.0,0.6666666666666666",
        "validation,1,2,1,1.0,0.5,0.6666666666666666",
      ])
  }

  @Test(arguments: [([], "1", "2"), (["wet", "windy"], "wet", "windy")])
  func `labels are called as their columns`(names: [String], first: String, second: String) {
    let table = PredictionTable(
      task: .multilabel, targetNames: names,
      parts: [part(.test, targets: [1, 0, 1, 1], outputs: [0.75, .nan, 0.5, 1], rows: 2)])
    #expect(
      lines(table.perClassCSV).dropFirst() == [
        "test,\(first),2,1,1.0,0.5,0.6666666666666666", "test,\(second),1,1,1.0,1.0,1.0",
      ])
  }

  @Test(arguments: [([], "1", "2"), (["height", "weight"], "height", "weight")])
  func `targets are called as their columns`(names: [String], first: String, second: String) {
    let table = PredictionTable(
      task: .regression, targetNames: names,
      parts: [
        part(.train, targets: [9, 9], outputs: [0, 0], rows: 1),
        part(.validation, targets: [0, 5, 4, 5], outputs: [1, 5, 1, 5], rows: 2),
        part(.test, targets: [1, 2], outputs: [.infinity, .nan], rows: 1),
      ])
    #expect(
      lines(table.perTargetCSV) == [
        "split,target,rows,mae,rmse,r2", "validation,\(first),2,2.0,2.23606797749979,-0.25",
        "validation,\(second),2,0.0,0.0,1.0", "test,\(first),1,inf,inf,0.0",
        "test,\(second),1,nan,nan,nan",
      ])
  }
}
