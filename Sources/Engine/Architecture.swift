public import Vocabulary

/// The shape of a network: dense layers one after another, and the objective at their end.
public struct Architecture: Hashable, Sendable {
  /// A hidden dense layer.
  public struct HiddenLayer: Hashable, Sendable {
    /// The number of its outputs.
    public let units: Int
    /// What follows its weighted sums, or their norm.
    public let activation: Choice<Activation>
    /// What its weighted sums are normalised by, if anything.
    public let norm: Choice<Norm>?
    /// How likely a unit is dropped in a step of training.
    public let dropout: Double

    /// Creates the description of a layer.
    ///
    /// - Precondition: `dropout` is at least 0 and below 1.
    public init(
      units: Int, activation: Choice<Activation>, norm: Choice<Norm>? = nil, dropout: Double = 0
    ) {
      precondition(0 <= dropout && dropout < 1)
      self.units = units
      self.activation = activation
      self.norm = norm
      self.dropout = dropout
    }
  }

  /// The number of numbers in a sample's inputs.
  public let inputs: Int
  /// The layers between inputs and outputs, if any.
  public let hidden: [HiddenLayer]
  /// The number of numbers in a sample's targets.
  public let outputs: Int
  /// The output activation and the loss.
  public let objective: Objective

  /// Creates an architecture of `hidden.count + 1` dense layers.
  ///
  /// - Precondition: all sizes are positive.
  public init(inputs: Int, hidden: [HiddenLayer], outputs: Int, objective: Objective) {
    precondition(inputs > 0 && outputs > 0 && hidden.allSatisfy { $0.units > 0 })
    self.inputs = inputs
    self.hidden = hidden
    self.outputs = outputs
    self.objective = objective
  }

  /// The number of dense layers.
  public var layerCount: Int { hidden.count + 1 }

  /// The number of inputs of a layer; 0 is the first.
  public func inputs(ofLayer layer: Int) -> Int {
    layer == 0 ? inputs : hidden[layer - 1].units
  }

  /// The number of outputs of a layer; 0 is the first.
  public func outputs(ofLayer layer: Int) -> Int {
    layer == hidden.count ? outputs : hidden[layer].units
  }

  /// What a layer's weighted sums are normalised by, if anything; 0 is the first.
  public func norm(ofLayer layer: Int) -> Choice<Norm>? {
    layer == hidden.count ? nil : hidden[layer].norm
  }

  /// Whether networks of this shape may be computed side by side in a form other than `matrix`.
  public var canBeGrouped: Bool { hidden.allSatisfy { $0.norm == nil && $0.dropout == 0 } }

  /// Whether the same parameters give other values in training than in evaluation.
  var differsInTraining: Bool {
    hidden.contains { $0.norm?.word == .batch || $0.dropout > 0 }
  }

  /// The number of weights, biases, scales and shifts.
  public var parameterCount: Int { parameterOffset(ofLayer: layerCount) }

  /// What the sum of the loss's terms over `rows` samples is divided by to be reported.
  public func lossDivisor(rows: Int) -> Double {
    objective.lossDivisor(rows: rows, outputs: outputs)
  }

  /// Where a layer's parameters begin: its weights `[inputs × outputs]`, then its biases and, where
  /// it has a norm, the scale and the shift, `[outputs]` each.
  func parameterOffset(ofLayer layer: Int) -> Int {
    (0..<layer).reduce(0) { offset, layer in
      let rows = inputs(ofLayer: layer) + (norm(ofLayer: layer) == nil ? 1 : 3)
      return offset + rows * outputs(ofLayer: layer)
    }
  }

  /// Where a layer's running means, `[outputs]`, begin among the statistics, if it has any; the
  /// running variances follow.
  func statisticsOffset(ofLayer layer: Int) -> Int {
    (0..<layer).reduce(0) { offset, layer in
      offset + (norm(ofLayer: layer)?.word == .batch ? 2 * outputs(ofLayer: layer) : 0)
    }
  }

  /// The number of running means and variances.
  var statisticsCount: Int { statisticsOffset(ofLayer: layerCount) }
}
