import Vocabulary

/// Writes the values f(z) of `count` logits, which they may replace; `V` is what the loop takes at
/// once.
@inline(always) func activate<S: KernelScalar, V: Lanes>(
  _ activation: Activation, parameter: S, logits: UnsafePointer<S>,
  values: UnsafeMutablePointer<S>, count: Int, _: V.Type
) where V.Scalar == S {
  switch activation {
  case .sigmoid: write(Sigmoid.self, parameter, logits, values, count, V.self)
  case .tanh: write(Tanh.self, parameter, logits, values, count, V.self)
  case .relu: write(Relu.self, parameter, logits, values, count, V.self)
  case .leakyRelu: write(LeakyRelu.self, parameter, logits, values, count, V.self)
  case .elu: write(Elu.self, parameter, logits, values, count, V.self)
  case .selu: write(Selu.self, parameter, logits, values, count, V.self)
  case .gelu: write(Gelu.self, parameter, logits, values, count, V.self)
  case .silu: write(Silu.self, parameter, logits, values, count, V.self)
  case .softplus: write(Softplus.self, parameter, logits, values, count, V.self)
  case .softsign: write(Softsign.self, parameter, logits, values, count, V.self)
  case .hardSigmoid: write(HardSigmoid.self, parameter, logits, values, count, V.self)
  case .linear:
    if UnsafePointer(values) != logits {
      write(Linear.self, parameter, logits, values, count, V.self)
    }
  }
}

/// Multiplies each of `count` gradients by f′(z), where `values` are f(z); `V` is what the loop takes
/// at once.
@inline(always) func multiplyByDerivative<S: KernelScalar, V: Lanes>(
  _ activation: Activation, parameter: S, logits: UnsafePointer<S>, values: UnsafePointer<S>,
  gradients: UnsafeMutablePointer<S>, count: Int, _: V.Type
) where V.Scalar == S {
  switch activation {
  case .sigmoid: multiply(Sigmoid.self, parameter, logits, values, gradients, count, V.self)
  case .tanh: multiply(Tanh.self, parameter, logits, values, gradients, count, V.self)
  case .relu: multiply(Relu.self, parameter, logits, values, gradients, count, V.self)
  case .leakyRelu: multiply(LeakyRelu.self, parameter, logits, values, gradients, count, V.self)
  case .elu: multiply(Elu.self, parameter, logits, values, gradients, count, V.self)
  case .selu: multiply(Selu.self, parameter, logits, values, gradients, count, V.self)
  case .gelu: multiply(Gelu.self, parameter, logits, values, gradients, count, V.self)
  case .silu: multiply(Silu.self, parameter, logits, values, gradients, count, V.self)
  case .softplus: multiply(Softplus.self, parameter, logits, values, gradients, count, V.self)
  case .softsign: multiply(Softsign.self, parameter, logits, values, gradients, count, V.self)
  case .hardSigmoid:
    multiply(HardSigmoid.self, parameter, logits, values, gradients, count, V.self)
  case .linear: break
  }
}

extension Activation {
  /// Whether f′(z) is computed from z; where it is not, f(z) suffices.
  @inline(always) var derivativeNeedsLogit: Bool {
    switch self {
    case .sigmoid, .tanh, .relu, .linear: false
    case .leakyRelu, .elu, .selu, .gelu, .silu, .softplus, .softsign, .hardSigmoid: true
    }
  }
}

/// f(z) of each logit.
private struct Activated<F: ActivationFunction, S: KernelScalar>: Pointwise {
  let parameter: S
  let logits: UnsafePointer<S>
  let values: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S {
    F.value(L.load(logits + place), parameter: L(broadcast: parameter)).store(values + place)
  }
}

/// Each gradient times f′(z).
private struct TimesDerivative<F: ActivationFunction, S: KernelScalar>: Pointwise {
  let parameter: S
  let logits: UnsafePointer<S>
  let values: UnsafePointer<S>
  let gradients: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S {
    let value = L.load(values + place)
    let logit = F.derivativeNeedsLogit ? L.load(logits + place) : value
    let derivative = F.derivative(logit, value: value, parameter: L(broadcast: parameter))
    (L.load(gradients + place) * derivative).store(gradients + place)
  }
}

/// The loop of `activate` for one activation.
@inline(always) private func write<F: ActivationFunction, S: KernelScalar, V: Lanes>(
  _: F.Type, _ parameter: S, _ logits: UnsafePointer<S>, _ values: UnsafeMutablePointer<S>,
  _ count: Int, _: V.Type
) where V.Scalar == S {
  forEach(
    Activated<F, S>(parameter: parameter, logits: logits, values: values), count: count, V.self)
}

/// The loop of `multiplyByDerivative` for one activation.
@inline(always) private func multiply<F: ActivationFunction, S: KernelScalar, V: Lanes>(
  _: F.Type, _ parameter: S, _ logits: UnsafePointer<S>, _ values: UnsafePointer<S>,
  _ gradients: UnsafeMutablePointer<S>, _ count: Int, _: V.Type
) where V.Scalar == S {
  forEach(
    TimesDerivative<F, S>(
      parameter: parameter, logits: logits, values: values, gradients: gradients),
    count: count, V.self)
}
