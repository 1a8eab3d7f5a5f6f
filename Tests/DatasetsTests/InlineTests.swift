import Datasets
import Experiments
import Testing

/// Data that stand in a spec.
struct InlineTests {
  @Test func `rows follow one another`() {
    let dataset = Dataset(
      .inline(inputs: [[1, 2, 3], [4, 5, 6]], targets: [[0.5, -1], [7, 1e300]]))
    #expect(dataset.rows == 2)
    #expect(dataset.inputCount == 3)
    #expect(dataset.inputs == [1, 2, 3, 4, 5, 6])
    #expect(dataset.targetCount == 2)
    #expect(dataset.targets == [0.5, -1, 7, 1e300])
  }

  @Test func `the facts are those of the data`() {
    let source = DatasetSource.inline(
      inputs: [[1, 2], [3, 4], [5, 6]], targets: [[0, 1, 0], [1, 0, 0], [0, 0, 1]])
    let facts = Dataset(source).facts
    #expect(facts.rows == 3)
    #expect(facts.inputs == 2)
    #expect(facts.targets.columns == 3)
    #expect(facts.targets.areOneHot)
    #expect(facts.targets.areBinary)
    #expect(facts.targets.classCount == nil)
  }

  @Test(arguments: [
    ([0.0, 1, 2], 3 as Int?), ([0, 0], 1), ([2], 3), ([0.5, 1], nil), ([-1, 1], nil), ([1e9], nil),
  ])
  func `whole numbers from 0 up are classes`(targets: [Double], classes: Int?) {
    let dataset = Dataset(inputs: targets.map { [$0] }, targets: targets.map { [$0] })
    #expect(dataset.facts.targets.classCount == classes)
  }
}
