public import KernelInterface

/// How far a function in float32 is off over many numbers, against the same function in float64.
///
/// A module of its own, optimised in debug builds too, since there are 2³² numbers.
public struct ErrorSurvey: Sendable {
  /// The largest error, in units of the last place of the true value rounded to float32.
  public private(set) var largestError = 0.0
  /// A number where it is so large.
  public private(set) var place: Float = 0
  /// The first number where one of the two is NaN or infinite, and the other is not.
  public private(set) var mismatch: Float?

  /// Surveys every `step`-th bit pattern of float32, NaN and infinities among them.
  public init(of function: ElementaryFunction, _ kernels: KernelSuite, step: Int) {
    let chunk = 4096
    var arguments = [Float](repeating: 0, count: chunk)
    var values = arguments
    var wideArguments = [Double](repeating: 0, count: chunk)
    var references = wideArguments
    var first = 0
    while first <= Int(UInt32.max) {
      var count = 0
      while count < chunk, first <= Int(UInt32.max) {
        arguments[count] = Float(bitPattern: UInt32(first))
        wideArguments[count] = Double(arguments[count])
        first += step
        count += 1
      }
      kernels.float32.elementary.evaluate(function, arguments, &values, count)
      kernels.float64.elementary.evaluate(function, wideArguments, &references, count)
      for k in 0..<count { compare(values[k], references[k], at: arguments[k]) }
    }
  }

  /// Takes one number into account.
  private mutating func compare(_ value: Float, _ reference: Double, at argument: Float) {
    let rounded = Float(reference)
    // The nearest number is off by half a unit at most.
    if value == rounded, largestError >= 0.5 { return }
    guard value.isFinite && rounded.isFinite else {
      let isSame = value == rounded || value.isNaN && rounded.isNaN
      if !isSame && mismatch == nil { mismatch = argument }
      return
    }
    let error = abs(Double(value) - reference) / Double(rounded.ulp)
    if error > largestError {
      largestError = error
      place = argument
    }
  }
}

extension ElementaryFunction {
  /// The error in ulps that is promised.
  public var errorBound: Double {
    switch self {
    case .exp, .log: 1
    case .expMinusOne, .logOnePlus, .tanh, .erf, .sigmoid, .softplus: 2.5
    }
  }
}
