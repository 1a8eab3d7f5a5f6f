/// All kernels of one instruction set.
public struct KernelSuite: Sendable {
  /// The kernels that compute in float32.
  public let float32: PrecisionKernels<Float>
  /// The kernels that compute in float64.
  public let float64: PrecisionKernels<Double>

  /// Joins the kernels of both precisions.
  public init(float32: PrecisionKernels<Float>, float64: PrecisionKernels<Double>) {
    self.float32 = float32
    self.float64 = float64
  }
}
