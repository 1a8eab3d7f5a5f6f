internal import Engine
internal import KernelInterface
internal import Vocabulary

/// The functions of one number, and the activations, over arrays that stay in the first cache.
struct FunctionCases<S: EngineScalar> {
  /// How many numbers there are.
  private static var count: Int { 1024 }

  /// Every function, every activation, and every activation's slope.
  static var all: [KernelCase] {
    ElementaryFunction.allCases.map(function) + Activation.allCases.map(activation)
      + Activation.allCases.map(slope)
  }

  private static func function(_ function: ElementaryFunction) -> KernelCase {
    var numbers = RandomNumbers()
    let source = AlignedBuffer<S>(numbers.next(count, in: domain(of: function)))
    return KernelCase(name: "\(function)") { engine in
      let kernels = S.kernels(of: engine.kernels).elementary
      let target = AlignedBuffer<S>(count: count)
      return Trial(
        work: Double(count),
        run: { kernels.evaluate(function, source.pointer, target.pointer, count) },
        results: { [target.bits] })
    }
  }

  /// What a function is measured on; log and ln(1 + x) are no numbers below.
  private static func domain(of function: ElementaryFunction) -> Range<Double> {
    switch function {
    case .log: 0..<8
    case .logOnePlus: -1..<8
    case .exp, .expMinusOne, .tanh, .erf, .sigmoid, .softplus: -8..<8
    }
  }

  private static func activation(_ activation: Activation) -> KernelCase {
    let parameter = Choice(activation).parameter
    let logits = logits()
    return KernelCase(name: "\(activation.name): f(z)") { engine in
      let kernels = S.kernels(of: engine.kernels).elementary
      let values = AlignedBuffer<S>(count: count)
      return Trial(
        work: Double(count),
        run: { kernels.activate(activation, parameter, logits.pointer, values.pointer, count) },
        results: { [values.bits] })
    }
  }

  /// Gradients times the slope; they are copied first, so that they do not shrink from run to run.
  private static func slope(_ activation: Activation) -> KernelCase {
    let parameter = Choice(activation).parameter
    let logits = logits()
    var numbers = RandomNumbers()
    let before = AlignedBuffer<S>(numbers.next(count))
    return KernelCase(name: "\(activation.name): d · f′(z)") { engine in
      let kernels = S.kernels(of: engine.kernels).elementary
      let values = AlignedBuffer<S>(count: count)
      kernels.activate(activation, parameter, logits.pointer, values.pointer, count)
      let gradients = AlignedBuffer<S>(count: count)
      return Trial(
        work: Double(count),
        run: {
          gradients.pointer.update(from: before.pointer, count: count)
          kernels.multiplyByDerivative(
            activation, parameter, logits.pointer, values.pointer, gradients.pointer, count)
        },
        results: { [gradients.bits] })
    }
  }

  private static func logits() -> AlignedBuffer<S> {
    var numbers = RandomNumbers()
    return AlignedBuffer(numbers.next(count, in: -8..<8))
  }
}
