import Experiments
import Testing
import Vocabulary

@testable import RunRecords

/// The text of `predictions.csv`.
struct PredictionTableTests {
  private func lines(_ task: Task, targets: [Double], outputs: [Double], rows: Int) -> [String] {
    let part = PredictionTable.Part(
      .test, sourceRows: Array(0..<rows), targets: targets, outputs: outputs)
    let table = PredictionTable(task: task, parts: [part])
    return String(decoding: table.csv, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `quantities have no classes`() {
    #expect(
      lines(.regression, targets: [1, 0.1, -2, 3], outputs: [0.5, 1e-9, 7, -.infinity], rows: 2)
        == [
          "split,row,target_1,target_2,output_1,output_2", "test,0,1.0,0.1,0.5,1e-09",
          "test,1,-2.0,3.0,7.0,-inf",
        ])
  }

  @Test func `of several classes the first of the largest is predicted`() {
    #expect(
      lines(
        .multiclass, targets: [2, 0, 1], outputs: [0.25, 0.5, 0.5, 1, 0, 0, 0, .nan, 1], rows: 3)
        == [
          "split,row,target,output_1,output_2,output_3,predicted", "test,0,2,0.25,0.5,0.5,1",
          "test,1,0,1.0,0.0,0.0,0", "test,2,1,0.0,nan,1.0,",
        ])
  }

  @Test func `every label is predicted`() {
    #expect(
      lines(.multilabel, targets: [1, 0], outputs: [0.5, 0.75], rows: 1) == [
        "split,row,target_1,target_2,output_1,output_2,predicted_1,predicted_2",
        "test,0,1,0,0.5,0.75,0,1",
      ])
  }
}
