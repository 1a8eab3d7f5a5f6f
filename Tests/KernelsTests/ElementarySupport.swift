import Engine
import KernelInterface
import Vocabulary

/// Array entry points on arrays, for tests.
extension ElementaryKernels where Scalar: EngineScalar {
  func results(_ function: ElementaryFunction, _ numbers: [Scalar]) -> [Scalar] {
    var target = Guarded<Scalar>(numbers.count)
    numbers.withUnsafeBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      target.fill { evaluate(function, start, $0, numbers.count) }
    }
    precondition(target.isIntact)
    return target.numbers
  }

  func result(_ function: ElementaryFunction, _ number: Scalar) -> Scalar {
    results(function, [number])[0]
  }

  func values(_ activation: Activation, parameter: Double, _ logits: [Scalar]) -> [Scalar] {
    var target = Guarded<Scalar>(logits.count)
    logits.withUnsafeBufferPointer { logits in
      guard let start = logits.baseAddress else { return }
      target.fill { activate(activation, parameter, start, $0, logits.count) }
    }
    precondition(target.isIntact)
    return target.numbers
  }

  /// f′ of the logits, as what gradients of 1 become.
  func derivatives(_ activation: Activation, parameter: Double, _ logits: [Scalar]) -> [Scalar] {
    let values = values(activation, parameter: parameter, logits)
    var target = Guarded<Scalar>(logits.map { _ in 1 })
    logits.withUnsafeBufferPointer { logits in
      values.withUnsafeBufferPointer { values in
        guard let logit = logits.baseAddress, let value = values.baseAddress else { return }
        target.fill {
          multiplyByDerivative(activation, parameter, logit, value, $0, logits.count)
        }
      }
    }
    precondition(target.isIntact)
    return target.numbers
  }
}

extension EngineScalar {
  static func elementary(of engine: Engine) -> ElementaryKernels<Self> {
    kernels(of: engine.kernels).elementary
  }
}

/// Numbers around the edges of every range, and NaN.
func awkwardNumbers<S: EngineScalar>(_: S.Type) -> [S] {
  let positive: [S] =
    [0, .leastNonzeroMagnitude, .leastNormalMagnitude, .ulpOfOne, 0.125, 0.3466, 0.5, 0.7071]
    + [1, 1.4143, 2, 2.9999, 3, 5.5, 9.02, 16.7, 20, 40, 88.5, 89, 103.9, 104, 105, 709.7, 745.2]
    + [1e4, 1e19, 1e30, .greatestFiniteMagnitude, .infinity]
  return positive + positive.map { -$0 } + [.nan]
}
