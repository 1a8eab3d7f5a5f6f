import Vocabulary

/// Writes the values f(z) of `count` logits; `values` may be `logits`.
func activate<S: KernelScalar>(
  _ activation: Activation, parameter: S, logits: UnsafePointer<S>,
  values: UnsafeMutablePointer<S>, count: Int
) {
  switch activation {
  case .sigmoid: write(Sigmoid.self, parameter, logits, values, count)
  case .tanh: write(Tanh.self, parameter, logits, values, count)
  case .relu: write(Relu.self, parameter, logits, values, count)
  case .leakyRelu: write(LeakyRelu.self, parameter, logits, values, count)
  case .elu: write(Elu.self, parameter, logits, values, count)
  case .selu: write(Selu.self, parameter, logits, values, count)
  case .gelu: write(Gelu.self, parameter, logits, values, count)
  case .silu: write(Silu.self, parameter, logits, values, count)
  case .softplus: write(Softplus.self, parameter, logits, values, count)
  case .softsign: write(Softsign.self, parameter, logits, values, count)
  case .hardSigmoid: write(HardSigmoid.self, parameter, logits, values, count)
  case .linear: write(Linear.self, parameter, logits, values, count)
  }
}

/// Multiplies each of `count` gradients by f′(z), where `values` are f(z).
func multiplyByDerivative<S: KernelScalar>(
  _ activation: Activation, parameter: S, logits: UnsafePointer<S>, values: UnsafePointer<S>,
  gradients: UnsafeMutablePointer<S>, count: Int
) {
  switch activation {
  case .sigmoid: multiply(Sigmoid.self, parameter, logits, values, gradients, count)
  case .tanh: multiply(Tanh.self, parameter, logits, values, gradients, count)
  case .relu: multiply(Relu.self, parameter, logits, values, gradients, count)
  case .leakyRelu: multiply(LeakyRelu.self, parameter, logits, values, gradients, count)
  case .elu: multiply(Elu.self, parameter, logits, values, gradients, count)
  case .selu: multiply(Selu.self, parameter, logits, values, gradients, count)
  case .gelu: multiply(Gelu.self, parameter, logits, values, gradients, count)
  case .silu: multiply(Silu.self, parameter, logits, values, gradients, count)
  case .softplus: multiply(Softplus.self, parameter, logits, values, gradients, count)
  case .softsign: multiply(Softsign.self, parameter, logits, values, gradients, count)
  case .hardSigmoid: multiply(HardSigmoid.self, parameter, logits, values, gradients, count)
  case .linear: multiply(Linear.self, parameter, logits, values, gradients, count)
  }
}

/// The loop of `activate` for one activation.
@inline(never) private func write<F: ActivationFunction, S: KernelScalar>(
  _: F.Type, _ parameter: S, _ logits: UnsafePointer<S>, _ values: UnsafeMutablePointer<S>,
  _ count: Int
) {
  let parameters = S.Vector(broadcast: parameter)
  var i = 0
  while i &+ S.Vector.count <= count {
    F.value(S.Vector.load(logits + i), parameter: parameters).store(values + i)
    i &+= S.Vector.count
  }
  while i < count {
    F.value(S.load(logits + i), parameter: parameter).store(values + i)
    i &+= 1
  }
}

/// The loop of `multiplyByDerivative` for one activation.
@inline(never) private func multiply<F: ActivationFunction, S: KernelScalar>(
  _: F.Type, _ parameter: S, _ logits: UnsafePointer<S>, _ values: UnsafePointer<S>,
  _ gradients: UnsafeMutablePointer<S>, _ count: Int
) {
  let parameters = S.Vector(broadcast: parameter)
  var i = 0
  while i &+ S.Vector.count <= count {
    let derivative = F.derivative(
      S.Vector.load(logits + i), value: S.Vector.load(values + i), parameter: parameters)
    (S.Vector.load(gradients + i) * derivative).store(gradients + i)
    i &+= S.Vector.count
  }
  while i < count {
    let derivative = F.derivative(
      S.load(logits + i), value: S.load(values + i), parameter: parameter)
    (S.load(gradients + i) * derivative).store(gradients + i)
    i &+= 1
  }
}
