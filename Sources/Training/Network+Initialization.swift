internal import Engine
internal import Experiments
internal import Randomness
internal import Vocabulary

extension Network {
  /// The network of a run before training, drawn as one word for each layer says.
  ///
  /// Weight `[output, input]` of a layer is draw `output · inputs + input` of the layer's own stream,
  /// made in float64 and rounded once; bias `[output]` is draw `output` of another.
  init(initial configuration: RunConfiguration, _ words: [Initialization]) {
    let architecture = Architecture(configuration)
    self.init(architecture)
    for layer in 0..<architecture.layerCount {
      let inputs = architecture.inputs(ofLayer: layer)
      let outputs = architecture.outputs(ofLayer: layer)
      var weights = RandomStream(seed: UInt64(configuration.seed), purpose: .weights, index: layer)
      let distribution = WeightDistribution(
        words[layer], inputs: inputs, outputs: outputs)
      setWeight((0..<inputs * outputs).map { _ in S(distribution.draw(&weights)) }, ofLayer: layer)
      var biases = RandomStream(seed: UInt64(configuration.seed), purpose: .biases, index: layer)
      let biasDistribution = WeightDistribution(configuration.biasInitialization)
      setBias((0..<outputs).map { _ in S(biasDistribution.draw(&biases)) }, ofLayer: layer)
    }
  }
}
