internal import Engine

/// A run between two stretches of its training: all that the rest of it depends on beside its
/// configuration and the data, and nothing that depends on how far it was meant to go.
struct TrainingState<S: EngineScalar>: Sendable {
  /// The network, with what its optimizer remembers.
  let updateRule: OptimizerState<S>
  /// How far it had come before the evaluation at this epoch, if there was one.
  let epochState: EpochState
  /// What its schedule and its rules for stopping had seen until then.
  let memory: LaneState<S>.Memory
  /// The learning rate of the last step.
  let rate: Double
  /// The norms of the gradients of the last epoch, added up.
  let normSum: Double
}
