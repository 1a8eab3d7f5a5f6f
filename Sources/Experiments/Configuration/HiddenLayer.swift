public import Vocabulary

/// A layer between the inputs and the outputs: weighted sums, their norm, the activation, and what
/// drops units of it in training, in this order.
public struct HiddenLayer: Hashable, Sendable {
  /// How many units it has.
  public let units: Int
  /// The function after the weighted sums.
  public let activation: Choice<Activation>
  /// The share of its units that a training step leaves out; 0 leaves out none.
  public let dropout: Double
  /// How the weighted sums are normalised; nil where they are not.
  public let norm: Choice<Norm>?

  /// Creates a layer.
  public init(
    units: Int, activation: Choice<Activation>, dropout: Double = 0, norm: Choice<Norm>? = nil
  ) {
    self.units = units
    self.activation = activation
    self.dropout = dropout
    self.norm = norm
  }

  /// The canonical form: its size alone, or a mapping with what the layer before all others, whose
  /// activation and dropout the spec gives once, has not.
  func specValue(beside first: HiddenLayer) -> SpecValue {
    var members: [SpecValue.Member] = []
    if activation != first.activation {
      members.append(SpecValue.Member("activation", activation.specValue))
    }
    if dropout != first.dropout { members.append(SpecValue.Member("dropout", .number(dropout))) }
    if let norm { members.append(SpecValue.Member("norm", norm.specValue)) }
    guard !members.isEmpty else { return .integer(units) }
    return .mapping([SpecValue.Member("units", .integer(units))] + members)
  }
}
