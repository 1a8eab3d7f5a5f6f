import Experiments
import Randomness
import RunRecords
import Testing
import Vocabulary

@testable import Training

@Suite struct WeightDistributionTests {
  private func sample(_ initialization: Initialization, inputs: Int, outputs: Int) -> [Double] {
    var stream = RandomStream(seed: 1, purpose: .weights)
    let distribution = WeightDistribution(initialization, inputs: inputs, outputs: outputs)
    return (0..<20_000).map { _ in distribution.draw(&stream) }
  }

  /// The variances that `keras.initializers` documents, within what 20,000 draws allow.
  @Test(arguments: Initialization.allCases)
  func varianceIsKerass(initialization: Initialization) {
    let (inputs, outputs) = (30, 50)
    let draws = sample(initialization, inputs: inputs, outputs: outputs)
    let expected: Double =
      switch initialization {
      case .normal: 1
      case .uniform: 1.0 / 3
      case .glorotUniform, .glorotNormal: 2.0 / 80
      case .heUniform, .heNormal: 2.0 / 30
      case .lecunUniform, .lecunNormal: 1.0 / 30
      case .zeros: 0
      }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect((variance - expected).magnitude <= 0.04 * expected)
    #expect(mean.magnitude <= 0.04 * expected.squareRoot())
  }

  /// Uniform draws stay within √3 deviations, cut normals within 2/0.8796 deviations.
  @Test(arguments: [
    (Initialization.heUniform, 1.7320508), (.glorotUniform, 1.7320508), (.lecunUniform, 1.7320508),
    (.heNormal, 2.2736945), (.glorotNormal, 2.2736945), (.lecunNormal, 2.2736945),
  ])
  func drawsAreBounded(initialization: Initialization, deviations: Double) {
    let draws = sample(initialization, inputs: 30, outputs: 30)
    let largest = draws.map(\.magnitude).max() ?? 0
    let deviation = (initialization.name.hasPrefix("he") ? 2.0 / 30 : 1.0 / 30).squareRoot()
    #expect(largest <= deviations * deviation)
    #expect(largest > 0.99 * deviations * deviation)
  }

  @Test func biasesHaveTheirOwn() throws {
    func biases(_ source: String) throws -> [[Double]] {
      let run = try TrainedRun(
        "dataset: xor\nlayers: [2, 3, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 0\nbias_init: \(source)"
      )
      return run.outcome.initialWeights.filter { $0.name.hasSuffix("bias") }.map(\.doubles)
    }
    #expect(try biases("zeros") == [[0, 0, 0], [0]])
    #expect(try biases("0.25") == [[0.25, 0.25, 0.25], [0.25]])
    #expect(try Set(biases("normal").joined()).count == 4)
    #expect(try biases("uniform").joined().allSatisfy { $0.magnitude < 1 })
  }

  @Test func seedsAndLayersHaveStreamsOfTheirOwn() throws {
    func weights(_ seed: Int) throws -> [[Double]] {
      try TrainedRun(
        "seed: \(seed)\ndataset: xor\nlayers: [2, 2, 2, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 0\ninit: normal"
      ).outcome.initialWeights.map(\.doubles)
    }
    let (first, second) = (try weights(1), try weights(2))
    #expect(try first == weights(1))
    #expect(first[0] != second[0] && first[0] != first[2])
  }
}
