public import Vocabulary

/// The shape of a network: dense layers one after another, and the objective at their end.
public struct Architecture: Hashable, Sendable {
  /// A hidden dense layer.
  public struct HiddenLayer: Hashable, Sendable {
    /// The number of its outputs.
    public let units: Int
    /// What follows its weighted sums.
    public let activation: Choice<Activation>

    /// Creates the description of a layer.
    public init(units: Int, activation: Choice<Activation>) {
      self.units = units
      self.activation = activation
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

  /// The number of weights and biases.
  public var parameterCount: Int { parameterOffset(ofLayer: layerCount) }

  /// The loss as it is reported, from the sum of its terms over `rows` samples.
  public func loss(ofSum sum: Double, rows: Int) -> Double {
    objective.loss(ofSum: sum, rows: rows, outputs: outputs)
  }

  /// Where a layer's parameters begin: its weights `[inputs × outputs]`, then its biases.
  func parameterOffset(ofLayer layer: Int) -> Int {
    (0..<layer).reduce(0) { $0 + (inputs(ofLayer: $1) + 1) * outputs(ofLayer: $1) }
  }
}
