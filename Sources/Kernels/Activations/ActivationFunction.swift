/// An activation a = f(z), as a type, so that each has loops of its own.
///
/// Formulas are those of Keras 3 (`keras.activations`). NaN goes to NaN, in derivatives too. The
/// infinities have their limits, but where a formula has 0 · ∞ or ∞ ÷ ∞ and gives NaN: softsign,
/// gelu and silu and the derivatives of the latter two, and leaky_relu with slope 0.
protocol ActivationFunction {
  /// f(z).
  static func value<V: Lanes>(_ logit: V, parameter: V) -> V
  /// Whether `derivative` needs z itself; where it does not, f(z) may stand for it.
  static var derivativeNeedsLogit: Bool { get }
  /// f′(z), where `value` is f(z).
  static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V
}
