/// A network between two steps of its training, with all that the next steps depend on beside the data
/// and the settings.
public struct OptimizerState<S: EngineScalar>: Sendable {
  /// The network as it stands.
  public let network: Network<S>
  /// What the optimizer remembers, `[slotCount × parameterCount]`.
  let slots: [S]
  /// How far the optimizer has come.
  let clock: OptimizerClock
  /// How many steps have been made; means something where there is dropout.
  let stepsMade: Int

  /// How many bytes its numbers take.
  public var byteCount: Int {
    network.byteCount + slots.count * MemoryLayout<S>.stride
  }
}

extension Network {
  /// How many bytes its numbers take.
  public var byteCount: Int {
    (parameters.count + statistics.count) * MemoryLayout<S>.stride
  }
}
