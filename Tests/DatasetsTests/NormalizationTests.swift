import Datasets
import Experiments
import Testing

/// How inputs are shifted and scaled.
struct NormalizationTests {
  private static let source = DatasetSource.arrays(ArrayFiles(.npy, .table("")))

  /// Ten rows, the targets of which count them.
  private var dataset: Dataset {
    let values = PreparationValues.inputs
    return Dataset(
      inputs: (0..<10).map { Array(values[$0 * 3..<$0 * 3 + 3]) },
      targets: (0..<10).map { [Double($0)] })
  }

  /// The first seven rows alone, and all of them, after a normalization fitted to the seven.
  private func normalized(_ normalization: InputNormalization) throws -> [Double] {
    // A split of three rows that are the last is looked for, as chance has it.
    for seed in 0..<10_000 {
      let split = Split(test: .share(0.3), isStratified: false, seed: seed)
      let data = PreparedData(
        dataset, for: DataSelection(Self.source, split: split, normalization: normalization))
      if data.train.sourceRows == Array(0..<7) {
        return data.train.inputs + (try #require(data.test)).inputs
      }
    }
    throw NotFound()
  }

  private struct NotFound: Error {}

  @Test(arguments: [
    (InputNormalization.standard, PreparationValues.standard),
    (.minmax, PreparationValues.minmax),
  ])
  func `constants are those of the training rows`(
    normalization: InputNormalization, expected: [Double]
  ) throws {
    let numbers = try normalized(normalization)
    #expect(numbers.count == expected.count)
    for (number, value) in zip(numbers, expected) { #expect(abs(number - value) <= 8e-15) }
  }

  @Test func `a constant column becomes 0`() {
    let data = PreparedData(dataset, for: DataSelection(Self.source, normalization: .standard))
    for row in 0..<10 { #expect(data.train.inputs[row * 3 + 2] == 0) }
    #expect(data.normalization?.shift[2] == 0.1)
    #expect(data.normalization?.scale[2] == 1)
  }

  @Test func `minmax reaches from 0 to 1`() {
    let data = PreparedData(dataset, for: DataSelection(Self.source, normalization: .minmax))
    for column in 0..<2 {
      let values = (0..<10).map { data.train.inputs[$0 * 3 + column] }
      #expect(values.min() == 0)
      #expect(values.max() == 1)
    }
  }

  @Test func `a divisor is for every column`() {
    let data = PreparedData(dataset, for: DataSelection(Self.source, normalization: .divide(8)))
    #expect(data.train.inputs == PreparationValues.inputs.map { $0 / 8 })
    #expect(data.normalization == NormalizationConstants(shift: [0, 0, 0], scale: [8, 8, 8]))
  }

  @Test func `targets and source inputs stay as they are`() {
    let split = Split(validation: .share(0.3), isStratified: false)
    let data = PreparedData(
      dataset, for: DataSelection(Self.source, split: split, normalization: .standard))
    for part in [data.train, data.validation].compactMap(\.self) {
      #expect(part.targets == part.sourceRows.map(Double.init))
      #expect(
        part.sourceInputs
          == part.sourceRows.flatMap { PreparationValues.inputs[$0 * 3..<$0 * 3 + 3] })
    }
  }

  @Test func `inputs are rounded once`() {
    let data = PreparedData(dataset, for: DataSelection(Self.source, normalization: .standard))
    var numbers = [Float](repeating: 0, count: 30)
    var span = numbers.mutableSpan
    data.train.writeInputs(into: &span)
    #expect(numbers == data.train.inputs.map { Float($0) })
  }

  @Test func `very large and very small inputs`() {
    for scale in [1e150, 1e-150, .leastNonzeroMagnitude] as [Double] {
      let dataset = Dataset(inputs: [[0], [scale]], targets: [[0], [1]])
      for normalization in [InputNormalization.standard, .minmax] {
        let data = PreparedData(
          dataset, for: DataSelection(Self.source, normalization: normalization))
        #expect(data.train.inputs.count { !$0.isFinite } == 0)
      }
    }
  }

  @Test func `the last column of a table is no input`() throws {
    let data = PreparedData(
      try read(.table("f4.npy")), for: DataSelection(Self.source, normalization: .minmax))
    #expect(data.train.inputs == [0, 1, 1, 0])
    #expect(data.train.targets == rounded([-0.2, 1 / 3]))
  }
}
