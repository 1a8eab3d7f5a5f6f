import Experiments
import Testing
import Vocabulary

@testable import RunRecords

/// Confusion matrices as files have them.
struct ConfusionMatrixTests {
  private let names = ["a", "b,\n\"c\"", "0"]

  private func table() -> PredictionTable {
    let outputs = [1, 0, 0, 0, 1, 0, 0, 1, 0, 0, .nan, 0]
    return PredictionTable(
      task: .multiclass, classes: names,
      parts: [
        .init(.validation, sourceRows: [0, 1, 2, 3], targets: [0, 0, 1, 2], outputs: outputs),
        .init(.test, sourceRows: [4], targets: [2], outputs: [0, 0, 1]),
      ])
  }

  @Test func `what is written is read`() throws {
    let table = table()
    for part in table.parts {
      let matrix = try #require(
        ConfusionMatrix(table.confusionCSV, part: part.part, names: names))
      #expect(matrix == ConfusionMatrix(part, task: .multiclass))
    }
    #expect(ConfusionMatrix(table.confusionCSV, part: .train, names: names) == nil)
  }

  @Test(arguments: [
    "test,a,a,one\n", "test,x,a,1\n", "test,a,x,1\n", "test,a,\"a\n", "test,a,a\"b,1\n",
    "test,a,\"a\"b,1\n", "test,a,a,1", "test,a,a\n", "",
  ])
  func `what was not written as such is not read`(content: String) {
    #expect(ConfusionMatrix(Array(content.utf8), part: .test, names: names) == nil)
  }
}
