internal import Engine
internal import Vocabulary

/// Kernels that are measured alike and make one table.
enum KernelGroup: String, CaseIterable {
  /// Matrix products.
  case products
  /// Functions of one number.
  case functions
  /// The forms in which networks are computed.
  case forms
  /// What optimizers do to parameters.
  case optimizers

  /// What the table says of them.
  var title: String {
    switch self {
    case .products: "products of a dense layer, rows × outputs × inputs"
    case .functions: "functions and activations"
    case .forms: "a step of the XOR network 2-4-1 on four rows, in every form"
    case .optimizers: "updates of parameters, without the products of the step"
    }
  }

  /// What the numbers count.
  var unit: String {
    switch self {
    case .products: "GFLOP/s"
    case .functions: "ns per number"
    case .forms: "ns per run and epoch"
    case .optimizers: "ns per parameter"
    }
  }

  /// Whether the numbers are rates of multiply-adds, which have a peak.
  var hasPeak: Bool { self == .products }

  /// The number in the unit, of seconds that so much work took.
  func value(seconds: Double, work: Double) -> Double {
    switch self {
    case .products: work / seconds / 1e9
    case .functions, .forms, .optimizers: seconds / work * 1e9
    }
  }

  /// The kernels in a precision.
  func cases(_ precision: Precision) -> [KernelCase] {
    switch precision {
    case .float32: cases(Float.self)
    case .float64: cases(Double.self)
    }
  }

  private func cases<S: EngineScalar>(_: S.Type) -> [KernelCase] {
    switch self {
    case .products: ProductCases<S>.all
    case .functions: FunctionCases<S>.all
    case .forms: StepCases<S>.forms
    case .optimizers: StepCases<S>.optimizers
    }
  }
}
