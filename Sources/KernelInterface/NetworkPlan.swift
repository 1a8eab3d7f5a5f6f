public import Vocabulary

/// A dense layer: its sizes, its activation, and where its numbers lie in the buffers.
public struct LayerPlan: Sendable {
  /// The number of inputs.
  public let inputs: Int
  /// The number of outputs.
  public let outputs: Int
  /// What follows the weighted sums. Of the last layer it is read only for losses of the values:
  /// `binary_cross_entropy` brings sigmoid, and `cross_entropy` softmax.
  public let activation: Activation
  /// The number that the activation depends on, if any.
  public let parameter: Double
  /// Where the weights, `[inputs × outputs]`, begin among the parameters; the biases, `[outputs]`,
  /// follow and, where there is a norm, its scale and shift, `[outputs]` each.
  public let parameterOffset: Int
  /// Where the layer's `[rows × outputs]` begin in `logits`, `values` and `deltas`.
  public let valueOffset: Int
  /// What is done to the weighted sums before the activation, if anything.
  public let norm: NormPlan?
  /// Where the layer's `[rows × outputs]` begin in `dropoutFactors` and `dropped`; nil where no unit
  /// is ever dropped.
  public let dropoutOffset: Int?

  /// Describes a layer.
  public init(
    inputs: Int, outputs: Int, activation: Activation, parameter: Double, parameterOffset: Int,
    valueOffset: Int, norm: NormPlan? = nil, dropoutOffset: Int? = nil
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.activation = activation
    self.parameter = parameter
    self.parameterOffset = parameterOffset
    self.valueOffset = valueOffset
    self.norm = norm
    self.dropoutOffset = dropoutOffset
  }
}

/// Networks of one shape as kernels see them: their layers and the buffers that they compute in.
///
/// Every number of a network is as many numbers as there are lanes, one for each network, next to
/// each other; offsets count numbers of one network. Parameters, gradients and the optimizer's state
/// are laid out alike in all forms. The numbers of units are row-major, `[rows × units]`, where one
/// network is computed by matrix products, and `[units × rows]` in groups.
public struct NetworkPlan<Scalar> {
  /// The layers, first to last.
  public let layers: UnsafePointer<LayerPlan>
  /// How many layers there are, at least one.
  public let layerCount: Int
  /// What the values of the last layer are measured by.
  public let loss: Loss
  /// The number that the loss depends on, if any.
  public let lossParameter: Double
  /// How much the samples of each class count in steps: of two classes where there is one output; nil
  /// where all count alike.
  public let classWeights: UnsafePointer<Scalar>?
  /// How many parameters a network has.
  public let parameterCount: Int
  /// Weights, biases, scales and shifts, layer after layer.
  public let parameters: UnsafeMutablePointer<Scalar>
  /// The derivatives of the loss, laid out as `parameters`.
  public let gradients: UnsafeMutablePointer<Scalar>
  /// What each layer's activation is computed from: the weighted sums z, or what the norm makes of
  /// them.
  public let logits: UnsafeMutablePointer<Scalar>
  /// The activations a = f(z) of each layer, laid out as `logits`.
  public let values: UnsafeMutablePointer<Scalar>
  /// The derivatives of the loss with respect to each layer's logits, laid out as `logits`.
  public let deltas: UnsafeMutablePointer<Scalar>
  /// Scratch for the products of every layer, `ProductShape.scratchCount` numbers of the largest.
  public let scratch: UnsafeMutablePointer<Scalar>
  /// The running means and variances of the layers with `batch`.
  public let statistics: UnsafeMutablePointer<Scalar>
  /// What norms keep from one pass to the other.
  public let normScratch: UnsafeMutablePointer<Scalar>
  /// What the values of layers are multiplied by in training, before they go on: 0 where a unit is
  /// dropped.
  public let dropoutFactors: UnsafeMutablePointer<Scalar>
  /// The products of values and factors.
  public let dropped: UnsafeMutablePointer<Scalar>
  /// Who computes together.
  public let thread: ThreadContext

  /// Describes networks in their buffers.
  public init(
    layers: UnsafePointer<LayerPlan>, layerCount: Int, loss: Loss, lossParameter: Double,
    classWeights: UnsafePointer<Scalar>? = nil, parameterCount: Int,
    parameters: UnsafeMutablePointer<Scalar>,
    gradients: UnsafeMutablePointer<Scalar>, logits: UnsafeMutablePointer<Scalar>,
    values: UnsafeMutablePointer<Scalar>, deltas: UnsafeMutablePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>, statistics: UnsafeMutablePointer<Scalar>,
    normScratch: UnsafeMutablePointer<Scalar>, dropoutFactors: UnsafeMutablePointer<Scalar>,
    dropped: UnsafeMutablePointer<Scalar>, thread: ThreadContext = ThreadContext()
  ) {
    self.layers = layers
    self.layerCount = layerCount
    self.loss = loss
    self.lossParameter = lossParameter
    self.classWeights = classWeights
    self.parameterCount = parameterCount
    self.parameters = parameters
    self.gradients = gradients
    self.logits = logits
    self.values = values
    self.deltas = deltas
    self.scratch = scratch
    self.statistics = statistics
    self.normScratch = normScratch
    self.dropoutFactors = dropoutFactors
    self.dropped = dropped
    self.thread = thread
  }
}
