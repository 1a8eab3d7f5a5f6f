import Datasets
import Experiments
import Testing

/// Data that stand in a spec.
struct InlineTests {
  @Test func `rows follow one another`() {
    let dataset = Dataset(inputs: [[1, 2, 3], [4, 5, 6]], targets: [[0.5, -1], [7, 1e300]])
    #expect(dataset.rows == 2)
    #expect(dataset.inputs.columns == 3)
    #expect(dataset.inputs.elements == [1, 2, 3, 4, 5, 6])
    #expect(dataset.targets.columns == 2)
    #expect(dataset.targets.elements == [0.5, -1, 7, 1e300])
  }

  @Test func `the facts are those of the data`() {
    let facts = Dataset(
      inputs: [[1, 2], [3, 4], [5, -6]], targets: [[0, 1, 0], [1, 0, 0], [0, 0, 1]]
    ).facts
    #expect(facts.largestInput == 6)
    #expect(facts.source?.digest == nil)
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
