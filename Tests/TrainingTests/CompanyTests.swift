import Engine
import Experiments
import RunRecords
import TestPlans
import Testing
import Training

/// The promise that a run comes out the same alone and in any company.
@Suite struct CompanyTests {
  /// Specs of runs that differ in numbers only, each with its own ways to end.
  static let specs = [
    """
    dataset: xor
    layers: [2, 4, 1]
    activation: softplus
    output_activation: linear
    init: uniform
    bias_init: uniform
    loss: mse
    epochs: 300
    log_every: 7
    sweep: {parameters: {learning_rate: [0.1, 0.5, 1e30]}, seeds: 9}
    """,
    """
    dataset: {name: moons, rows: 60, noise: 0.1}
    split: {validation: 0.25, test: 0.1}
    layers: [2, 5, 3, 1]
    activation: tanh
    optimizer: adam
    batch_size: 16
    epochs: 40
    early_stopping: {patience: 3}
    metrics: [accuracy, f1, gradient_norm]
    sweep: {parameters: {learning_rate: [0.001, 0.1], l2: [0.001, 0.01]}, seeds: 6}
    """,
    """
    dataset: {name: blobs, rows: 30, centers: 3}
    layers: [2, 6, 3]
    activation: relu
    optimizer: {name: sgd, momentum: 0.9, nesterov: true}
    schedule: {name: cosine}
    clip_norm: 0.5
    precision: float64
    sweep: {parameters: {learning_rate: [0.01, 0.1], epochs: [5, 13]}, seeds: 5}
    """,
    """
    dataset: {name: sine, rows: 40}
    split: {validation: 0.5}
    layers: [1, 5, 1]
    activation: gelu
    loss: huber
    optimizer: nadam
    schedule: {name: reduce_on_plateau, patience: 2}
    batch_size: 7
    epochs: 25
    stop_at: 20
    sweep: {parameters: {learning_rate: [0.001, 0.05]}, seeds: 8}
    """,
  ]

  @Test(arguments: specs.indices, [TrainingForm.single, .narrow, .wide])
  func runsComeOutTheSameInEveryForm(spec: Int, form: TrainingForm) throws {
    let configurations = try RunPlan(spec: Self.specs[spec]).runs.map(\.configuration)
    let together = try TrainedRuns(configurations, in: form, isRecordDue: false)
    for (run, configuration) in configurations.enumerated() {
      #expect(try together.bits[run] == TrainedRuns([configuration]).bits[0])
    }
  }

  @Test func theRunsEndInEveryWay() throws {
    var statuses: Set<RunStatus> = []
    for spec in Self.specs {
      let configurations = try RunPlan(spec: spec).runs.map(\.configuration)
      statuses.formUnion(try TrainedRuns(configurations).outcomes.compactMap { $0?.status })
    }
    #expect(statuses == [.completed, .stoppedEarly, .diverged])
  }
}
