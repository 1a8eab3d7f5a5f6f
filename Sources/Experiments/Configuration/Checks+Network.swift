internal import Vocabulary

extension Checks {
  /// A network without its objective.
  struct Network {
    /// How many inputs a row has.
    let inputs: Int
    /// The layers between inputs and outputs.
    let hidden: [HiddenLayer]
    /// How many outputs there are.
    let outputs: Int
  }

  /// The layers, with `auto` taken from the data, and with the activation and the dropout of the
  /// spec where a hidden layer has none of its own.
  mutating func network(layers: [SpecValue], task: Task) -> Network {
    let last = layers.count - 1
    for index in [0, last] where layers[index]["units"] != nil {
      report(.network(.settingsOfEndLayer(isFirst: index == 0)), .layers, element: index)
    }
    let hidden = (1..<last).map { hiddenLayer(layers[$0], at: $0) }
    let inputs = size(of: layers[0]) ?? facts.inputs
    if inputs != facts.inputs {
      report(
        .network(.inputsDiffer(written: inputs, data: facts.inputs)), .layers, element: 0,
        others: [.dataset])
    }
    let needed = task.outputs(for: facts.targets)
    let outputs = size(of: layers[last]) ?? needed
    let mayBeMore = task == .multiclass && facts.targets.columns == 1
    if outputs < needed || (outputs > needed && !mayBeMore) {
      report(
        .network(.outputsDiffer(written: outputs, needed: needed, task: task)), .layers,
        element: last,
        others: [.dataset, .task])
    }
    if settings[.activation] == nil, layers[1..<last].contains(where: { $0["activation"] == nil }) {
      report(.network(.activationMissing), .activation, others: [.layers])
    }
    return Network(inputs: inputs, hidden: hidden, outputs: outputs)
  }

  /// The size of a layer, written alone or in a mapping; nil for `auto`.
  private func size(of layer: SpecValue) -> Int? { layer.asInteger ?? layer["units"]?.asInteger }

  /// A hidden layer; what is missing is replaced by something, as it is reported.
  private mutating func hiddenLayer(_ layer: SpecValue, at index: Int) -> HiddenLayer {
    let units = size(of: layer)
    if units == nil { report(.network(.autoForHiddenLayer), .layers, element: index) }
    let activation =
      layer["activation"].flatMap(Choice<Activation>.init)
      ?? settings.choice(.activation, of: Activation.self)
    return HiddenLayer(
      units: units ?? 1, activation: activation ?? Choice(.linear),
      dropout: layer["dropout"]?.asNumber ?? settings.number(.dropout) ?? 0,
      norm: layer["norm"].flatMap(Choice<Norm>.init))
  }

  /// Batches must have several rows where something is normalised over them.
  mutating func batchNorms(
    of hidden: [HiddenLayer], batchSize: RunConfiguration.BatchSize, rows: Int
  ) {
    let index = hidden.firstIndex { $0.norm?.word == .batch }
    guard let index, batchSize == .rows(1) || rows == 1 else { return }
    report(
      .network(.batchNormOfOneRow), .layers, element: index + 1, others: [.batchSize, .dataset])
  }

  /// Where initial weights come from; those of a file must fit the layers.
  mutating func initialization(
    of network: Network, weights: WeightsFacts.Lookup
  ) -> InitializationSource {
    let written = settings.value(of: .initialization)
    guard let path = written?["file"]?.asText else {
      let word = written.flatMap(Choice<Initialization>.init)?.word
      let suiting = Initialization.suiting(network.hidden)
      return .drawn(word.map { word in suiting.map { _ in word } } ?? suiting)
    }
    do {
      let facts = try weights(path)
      if let digest = written?["digest"]?.asText, digest != facts.digest {
        report(
          .network(.weightsChanged(digest: facts.digest, written: digest)), .initialization,
          setting: "digest")
      } else {
        compare(facts, with: network)
      }
      return .file(path: path, digest: facts.digest)
    } catch {
      report(
        .network(.weightsUnreadable(path, reason: error.reason)), .initialization, setting: "file")
      return .file(path: path, digest: "")
    }
  }

  /// How biases are set, where they are not in a file.
  func biasInitialization(beside source: InitializationSource) -> BiasSource {
    switch source {
    case .drawn:
      settings.value(of: .biasInitialization).flatMap(BiasSource.init) ?? .word(.zeros)
    case .file: .word(.zeros)
    }
  }

  /// Reports what keeps the tensors of a file from being the weights of a network.
  private mutating func compare(_ facts: WeightsFacts, with network: Network) {
    let needed = RunConfiguration.tensorShapes(
      inputs: network.inputs, hidden: network.hidden, outputs: network.outputs)
    for tensor in needed {
      let found = facts.tensors.first { $0.name == tensor.name }
      if let found, found.shape != tensor.shape {
        reportWeights(
          .network(.tensorShapeDiffers(tensor.name, found: found.shape, needed: tensor.shape)))
      } else if found == nil {
        reportWeights(.network(.tensorMissing(tensor.name, shape: tensor.shape)))
      }
    }
    for tensor in facts.tensors where !needed.contains(where: { $0.name == tensor.name }) {
      reportWeights(.network(.tensorUnknown(tensor.name)))
    }
  }

  /// Adds a problem of a file of weights with the layers.
  private mutating func reportWeights(_ kind: ConfigurationProblem.Kind) {
    report(kind, .initialization, setting: "file", others: [.layers, .dataset, .task])
  }
}
