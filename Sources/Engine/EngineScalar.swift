public import KernelInterface

/// A precision that networks are trained in: `Float` or `Double`.
public protocol EngineScalar: BinaryFloatingPoint, Sendable {
  /// The kernels for this precision.
  static func kernels(of suite: KernelSuite) -> PrecisionKernels<Self>
}

extension Float: EngineScalar {
  /// The kernels for float32.
  public static func kernels(of suite: KernelSuite) -> PrecisionKernels<Float> { suite.float32 }
}

extension Double: EngineScalar {
  /// The kernels for float64.
  public static func kernels(of suite: KernelSuite) -> PrecisionKernels<Double> { suite.float64 }
}
