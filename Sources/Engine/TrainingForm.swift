internal import KernelInterface

/// The form in which networks are computed. It never shows in their bits.
public enum TrainingForm: Hashable, Sendable, CaseIterable {
  /// One network by matrix products.
  case matrix
  /// One network, number by number.
  case single
  /// As many networks side by side as a vector has lanes.
  case narrow
  /// As many networks side by side as several vectors have lanes.
  case wide

  /// The kernels of the form.
  func kernels<S>(_ kernels: PrecisionKernels<S>) -> NetworkKernels<S> {
    switch self {
    case .matrix: kernels.matrix
    case .single: kernels.single
    case .narrow: kernels.narrow
    case .wide: kernels.wide
    }
  }
}

extension Engine {
  /// How many networks a form computes side by side.
  public func lanes<S: EngineScalar>(of form: TrainingForm, _: S.Type) -> Int {
    form.kernels(S.kernels(of: kernels)).lanes
  }
}
