import Datasets
import Engine
import Experiments
import RunRecords
import TestPlans
import Testing

@testable import Training

/// Training without an observer, which is measured beside programs that do not evaluate.
@Suite struct UnobservedTests {
  static let specs = [
    """
    dataset: xor
    layers: [2, 4, 1]
    activation: sigmoid
    learning_rate: 0.1
    epochs: 50
    log_every: 7
    """,
    """
    dataset: {name: moons, rows: 60, noise: 0.1}
    split: {validation: 0.25}
    layers: [2, 5, 1]
    activation: tanh
    optimizer: adam
    batch_size: 16
    learning_rate: 0.1
    epochs: 9
    """,
    """
    dataset: xor
    layers: [2, 1]
    learning_rate: 0.1
    epochs: 0
    """,
  ]

  @Test(arguments: specs, TrainingForm.allCases)
  func itMakesTheSameSteps(spec: String, form: TrainingForm) throws {
    let observed = try TrainedRun(spec, in: form)
    let configuration = observed.configuration
    var network = try #require(
      Network<Float>(
        Architecture(configuration), tensors: observed.outcome.initialWeights, \.asFloat32))
    var group = TrainingGroup<Float>(
      like: configuration, in: form, threads: 1, on: try PreparedData(for: configuration),
      SampleLibrary(), try Engine())
    var runs = [LaneState(run: 0, configuration, initial: network)]
    group.trainUnobserved { runs.popLast() }
    network = group.trainer.network(ofLane: 0)
    #expect(network.tensors(Tensor.Elements.float32) == observed.outcome.weights)
  }
}
