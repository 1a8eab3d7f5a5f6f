internal import Vocabulary

extension RunConfiguration {
  /// The arrays that hold the weights of a network: what its files of weights have, and what a file
  /// to begin from must have.
  ///
  /// `layers.0.weight` is `[outputs × inputs]` and `layers.0.bias` `[outputs]`, counted over the
  /// dense layers, as `torch.nn.Linear` keeps them; norms come as `layers.0.norm.weight` and so on.
  static func tensorShapes(
    inputs: Int, hidden: [HiddenLayer], outputs: Int
  ) -> [WeightsFacts.Tensor] {
    var tensors: [WeightsFacts.Tensor] = []
    var width = inputs
    for (index, units) in (hidden.map(\.units) + [outputs]).enumerated() {
      let name = "layers.\(index)"
      tensors.append(WeightsFacts.Tensor("\(name).weight", shape: [units, width]))
      tensors.append(WeightsFacts.Tensor("\(name).bias", shape: [units]))
      let parts: [String] =
        switch index < hidden.count ? hidden[index].norm?.word : nil {
        case .batch: ["weight", "bias", "running_mean", "running_var"]
        case .layer: ["weight", "bias"]
        case nil: []
        }
      tensors += parts.map { WeightsFacts.Tensor("\(name).norm.\($0)", shape: [units]) }
      width = units
    }
    return tensors
  }

  /// The arrays that hold the weights of the network.
  public var tensorShapes: [WeightsFacts.Tensor] {
    Self.tensorShapes(inputs: inputs, hidden: hidden, outputs: outputs)
  }
}
