public import Vocabulary

/// The elementary functions of the kernels.
///
/// Each has one value for each argument, whatever the instruction set and the place in the array.
public enum ElementaryFunction: CaseIterable, Sendable {
  /// e^x.
  case exp
  /// e^x − 1.
  case expMinusOne
  /// The natural logarithm.
  case log
  /// ln(1 + x).
  case logOnePlus
  /// The hyperbolic tangent.
  case tanh
  /// The error function.
  case erf
  /// 1 / (1 + e^−x).
  case sigmoid
  /// ln(1 + e^x).
  case softplus
}

/// Functions of one number, over arrays, of one instruction set in one precision.
///
/// The target may be the source.
public struct ElementaryKernels<Scalar>: Sendable {
  /// Of a function, the source and the target `[count]`, and the count.
  public typealias Evaluate =
    @Sendable (
      ElementaryFunction, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Int
    ) -> Void
  /// Of an activation and its parameter, logits and values `[count]`, and the count.
  public typealias Activate =
    @Sendable (
      Activation, Double, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Int
    ) -> Void
  /// Of an activation and its parameter, logits, values and gradients `[count]`, and the count.
  public typealias MultiplyByDerivative =
    @Sendable (
      Activation, Double, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
      UnsafeMutablePointer<Scalar>, Int
    ) -> Void

  /// Writes the function of each number of the source to the target.
  public let evaluate: Evaluate
  /// Writes the values f(z) of logits.
  public let activate: Activate
  /// Multiplies each gradient by f′(z), where the values are f(z).
  public let multiplyByDerivative: MultiplyByDerivative

  /// Collects the functions.
  public init(
    evaluate: @escaping Evaluate, activate: @escaping Activate,
    multiplyByDerivative: @escaping MultiplyByDerivative
  ) {
    self.evaluate = evaluate
    self.activate = activate
    self.multiplyByDerivative = multiplyByDerivative
  }
}
