import Testing
import Vocabulary

/// What words say beside their names.
@Suite struct MeaningTests {
  @Test(arguments: Task.allCases)
  func classificationHasAccuracyAndRegressionErrors(task: Task) {
    #expect(Metric.accuracy.applies(to: task) == (task != .regression))
    #expect(Metric.mae.applies(to: task) == (task == .regression))
    #expect(Metric.rmse.applies(to: task) == (task == .regression))
  }

  @Test func errorsAreToBeSmall() {
    #expect(Metric.accuracy.goal == .maximize)
    #expect(Metric.mae.goal == .minimize)
    #expect(Metric.rmse.goal == .minimize)
  }

  @Test func precisionHasASize() {
    #expect(Precision.float32.byteCount == MemoryLayout<Float>.size)
    #expect(Precision.float64.byteCount == MemoryLayout<Double>.size)
  }
}
