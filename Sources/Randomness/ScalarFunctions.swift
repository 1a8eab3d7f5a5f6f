internal import KernelInterface
internal import KernelsReference

/// Elementary functions of one float64 number, with the same bits on every machine.
///
/// They are those of the kernels, in their plain form.
public enum ScalarFunctions {
  /// e^x, within 1 ulp.
  public static func exp(_ x: Double) -> Double { evaluate(.exp, x) }

  /// The natural logarithm, within 1 ulp: −∞ at 0, NaN below.
  public static func log(_ x: Double) -> Double { evaluate(.log, x) }

  /// The kernels' functions of float64 numbers.
  private static let kernels = referenceSuite().float64.elementary

  /// One number through an entry point for arrays.
  private static func evaluate(_ function: ElementaryFunction, _ x: Double) -> Double {
    var value = 0.0
    withUnsafePointer(to: x) { source in
      withUnsafeMutablePointer(to: &value) { target in
        kernels.evaluate(function, source, target, 1)
      }
    }
    return value
  }
}
