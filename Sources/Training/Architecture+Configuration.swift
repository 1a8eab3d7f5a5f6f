internal import Engine
internal import Experiments
internal import Vocabulary

extension Architecture {
  /// The network of a run.
  init(_ configuration: RunConfiguration) {
    let sizes = configuration.layers
    let hidden = configuration.activation.map { activation in
      sizes[1..<sizes.count - 1].map { HiddenLayer(units: $0, activation: activation) }
    }
    guard
      let objective = Objective(configuration.loss, output: configuration.outputActivation)
    else { preconditionFailure("a configuration's loss and output go together") }
    self.init(
      inputs: sizes[0], hidden: hidden ?? [], outputs: sizes[sizes.count - 1],
      objective: objective)
  }
}
