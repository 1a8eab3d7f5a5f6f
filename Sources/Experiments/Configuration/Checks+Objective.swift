internal import Vocabulary

extension Checks {
  /// The loss and the output, each as written or as the other and the task suggest.
  ///
  /// `softmax` goes with `cross_entropy` alone, and `binary_cross_entropy` with `sigmoid` alone.
  mutating func objective(task: Task) -> (Choice<Loss>, Choice<OutputActivation>) {
    let writtenChoice = settings.choice(.loss, of: Loss.self)
    let writtenLoss = writtenChoice?.word
    let writtenOutput = settings.choice(.outputActivation, of: OutputActivation.self)
    let output = writtenOutput ?? Choice(Self.output(for: writtenLoss, task: task))
    let loss = writtenLoss ?? Self.loss(for: output.word, task: task)
    let field = writtenLoss == nil ? Field.outputActivation : .loss
    let isAllowed =
      switch loss {
      case .binaryCrossEntropy: output.word == .elementwise(.sigmoid)
      case .crossEntropy: output.word == .softmax
      case .mse, .sse, .mae, .huber: output.word != .softmax
      }
    if !isAllowed {
      report(
        .objective(.lossAndOutputUnfit(loss, output.word)), field,
        others: [.outputActivation, .loss, .task])
    } else if loss == .crossEntropy, task != .multiclass {
      report(.objective(.lossNeedsClasses(task)), field, others: [.loss, .task, .dataset, .layers])
    } else if loss == .binaryCrossEntropy, task != .multiclass, !facts.targets.areInUnitInterval {
      report(.objective(.lossNeedsProbabilities), field, others: [.dataset, .task])
    }
    return (writtenChoice ?? Choice(loss), output)
  }

  /// What `auto` means for the output, beside a loss or without one.
  private static func output(for loss: Loss?, task: Task) -> OutputActivation {
    switch loss {
    case .crossEntropy: .softmax
    case .binaryCrossEntropy: .elementwise(.sigmoid)
    case .mse, .sse, .mae, .huber:
      task == .regression ? .elementwise(.linear) : .elementwise(.sigmoid)
    case nil:
      switch task {
      case .regression: .elementwise(.linear)
      case .binary, .multilabel: .elementwise(.sigmoid)
      case .multiclass: .softmax
      }
    }
  }

  /// What `auto` means for the loss, beside an output.
  private static func loss(for output: OutputActivation, task: Task) -> Loss {
    switch (output, task) {
    case (.softmax, _): .crossEntropy
    case (.elementwise(.sigmoid), .binary), (.elementwise(.sigmoid), .multilabel):
      .binaryCrossEntropy
    case (.elementwise, _): .mse
    }
  }
}
