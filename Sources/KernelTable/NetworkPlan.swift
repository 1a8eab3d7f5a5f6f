public import Vocabulary

/// A dense layer: its sizes, its activation, and where its numbers lie in the buffers.
public struct LayerPlan: Sendable {
  /// The number of inputs.
  public let inputs: Int
  /// The number of outputs.
  public let outputs: Int
  /// What follows the weighted sums. Of the last layer it is read for `mse`, `sse` and `mae` only:
  /// `binary_cross_entropy` brings sigmoid, and `cross_entropy` softmax.
  public let activation: Activation
  /// The number that the activation depends on, if any.
  public let parameter: Double
  /// Where the weights, `[inputs × outputs]`, begin in `parameters` and `gradients`; the biases,
  /// `[outputs]`, follow.
  public let parameterOffset: Int
  /// Where the layer's `[rows × outputs]` begins in `logits`, `values` and `deltas`.
  public let valueOffset: Int

  /// Describes a layer.
  public init(
    inputs: Int, outputs: Int, activation: Activation, parameter: Double, parameterOffset: Int,
    valueOffset: Int
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.activation = activation
    self.parameter = parameter
    self.parameterOffset = parameterOffset
    self.valueOffset = valueOffset
  }
}

/// A network as kernels see it: its layers and the buffers that they compute in.
public struct NetworkPlan<Scalar> {
  /// The layers, first to last.
  public let layers: UnsafePointer<LayerPlan>
  /// How many layers there are, at least one.
  public let layerCount: Int
  /// What the values of the last layer are measured by.
  public let loss: Loss
  /// Weights and biases, layer after layer.
  public let parameters: UnsafeMutablePointer<Scalar>
  /// The derivatives of the loss, laid out as `parameters`.
  public let gradients: UnsafeMutablePointer<Scalar>
  /// The weighted sums z of each layer, `[rows × outputs]`.
  public let logits: UnsafeMutablePointer<Scalar>
  /// The activations a = f(z) of each layer, laid out as `logits`.
  public let values: UnsafeMutablePointer<Scalar>
  /// The derivatives of the loss with respect to each layer's logits, laid out as `logits`.
  public let deltas: UnsafeMutablePointer<Scalar>
  /// Room for the transposed weights of the largest layer but the first.
  public let transposed: UnsafeMutablePointer<Scalar>

  /// Describes a network in its buffers.
  public init(
    layers: UnsafePointer<LayerPlan>, layerCount: Int, loss: Loss,
    parameters: UnsafeMutablePointer<Scalar>, gradients: UnsafeMutablePointer<Scalar>,
    logits: UnsafeMutablePointer<Scalar>, values: UnsafeMutablePointer<Scalar>,
    deltas: UnsafeMutablePointer<Scalar>, transposed: UnsafeMutablePointer<Scalar>
  ) {
    self.layers = layers
    self.layerCount = layerCount
    self.loss = loss
    self.parameters = parameters
    self.gradients = gradients
    self.logits = logits
    self.values = values
    self.deltas = deltas
    self.transposed = transposed
  }
}
