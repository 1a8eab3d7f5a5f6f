internal import Engine
internal import Experiments
internal import Vocabulary

extension Architecture {
  /// The network of a run.
  init(_ configuration: RunConfiguration) {
    guard
      let objective = Objective(configuration.loss, output: configuration.outputActivation)
    else { preconditionFailure("a configuration's loss and output go together") }
    self.init(
      inputs: configuration.inputs,
      hidden: configuration.hidden.map {
        HiddenLayer(
          units: $0.units, activation: $0.activation, norm: $0.norm, dropout: $0.dropout)
      },
      outputs: configuration.outputs, objective: objective)
  }
}
