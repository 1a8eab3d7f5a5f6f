import Engine
import KernelInterface
import Testing
import Vocabulary

/// Activations and their derivatives.
@Suite struct ActivationTests {
  @Test(arguments: InstructionSet.allCases, Activation.allCases)
  func bitsDependOnTheLogitOnly(instructionSet: InstructionSet, activation: Activation) throws {
    let engine = try engine(instructionSet)
    try compareWithScalar(engine, activation, Float.self)
    try compareWithScalar(engine, activation, Double.self)
  }

  private func compareWithScalar<S: EngineScalar>(
    _ engine: Engine, _ activation: Activation, _: S.Type
  ) throws {
    let kernels = S.elementary(of: engine)
    let plain = S.elementary(of: try Engine(instructionSet: .baseline))
    var random = Numbers(6)
    let logits = awkwardNumbers(S.self) + random.next(100, of: S.self).map { $0 * 12 }
    let values = logits.map { plain.values(activation, parameter: 0.3, [$0])[0] }
    let derivatives = logits.map { plain.derivatives(activation, parameter: 0.3, [$0])[0] }
    for count in [0, 1, 7, 8, 9, 15, 16, 17, 33, logits.count] {
      let part = logits.indices.suffix(count)
      let some = Array(logits[part])
      #expect(
        kernels.values(activation, parameter: 0.3, some).bits == Array(values[part]).bits)
      #expect(
        kernels.derivatives(activation, parameter: 0.3, some).bits == Array(derivatives[part]).bits)
    }
  }

  @Test(arguments: Activation.allCases)
  func storedValues(activation: Activation) throws {
    let kernels = try Engine().kernels
    let stored = activation.storedValues
    let logits = stored.map(\.logit)
    let parameter = activation.storedParameter
    let values = kernels.float64.elementary.values(activation, parameter: parameter, logits)
    let derivatives = kernels.float64.elementary.derivatives(
      activation, parameter: parameter, logits)
    for (index, stored) in stored.enumerated() {
      let valueError = abs(values[index] - stored.value) / stored.value.ulp
      #expect(valueError <= 4, "\(activation)(\(stored.logit))")
      // Where they are taken from values near ±1, and near a zero, errors are absolute.
      let derivativeError = abs(derivatives[index] - stored.derivative)
      let unit = max(stored.derivative.magnitude.ulp, activation.derivativeUnit)
      #expect(derivativeError <= 4 * unit, "\(activation)′(\(stored.logit))")
    }
  }

  @Test(arguments: Activation.allCases)
  func float32IsNearFloat64(activation: Activation) throws {
    let kernels = try Engine().kernels
    let logits = (-900...900).map { Float($0) / 73 + 0.001 }
    let wide = logits.map(Double.init)
    let values = kernels.float32.elementary.values(activation, parameter: 0.5, logits)
    let expected = kernels.float64.elementary.values(activation, parameter: 0.5, wide)
    let slopes = kernels.float32.elementary.derivatives(activation, parameter: 0.5, logits)
    let expectedSlopes = kernels.float64.elementary.derivatives(activation, parameter: 0.5, wide)
    for index in logits.indices {
      #expect(abs(Double(values[index]) - expected[index]) <= 5e-7 * abs(expected[index]))
      #expect(abs(Double(slopes[index]) - expectedSlopes[index]) <= 3e-7)
    }
  }

  @Test(arguments: Activation.allCases)
  func derivativeIsThatOfTheValue(activation: Activation) throws {
    let kernels = try Engine().kernels.float64.elementary
    let step = 0x1p-17
    // Away from the corners at 0 and ±3.
    let logits = (-60...60).map { Double($0) / 9 + 0.0123 }
    let above = kernels.values(activation, parameter: 0.7, logits.map { $0 + step })
    let below = kernels.values(activation, parameter: 0.7, logits.map { $0 - step })
    let derivatives = kernels.derivatives(activation, parameter: 0.7, logits)
    for index in logits.indices {
      let difference = (above[index] - below[index]) / (2 * step)
      #expect(abs(derivatives[index] - difference) < 1e-9, "\(activation)′(\(logits[index]))")
    }
  }

  @Test(arguments: Activation.allCases)
  func notANumberTravels(activation: Activation) throws {
    let kernels = try Engine().kernels
    #expect(kernels.float32.elementary.values(activation, parameter: 1, [.nan])[0].isNaN)
    #expect(kernels.float64.elementary.values(activation, parameter: 1, [.nan])[0].isNaN)
    let slope = kernels.float64.elementary.derivatives(activation, parameter: 1, [.nan])[0]
    #expect(slope.isNaN == (activation != .linear))
  }

  /// Corners, and the derivative that is taken there.
  @Test func corners() throws {
    let kernels = try Engine().kernels.float64.elementary
    #expect(kernels.values(.relu, parameter: 0, [-2, -0.0, 0, 2]) == [0, 0, 0, 2])
    #expect(
      kernels.derivatives(.relu, parameter: 0, [-2, -0.0, 0, .leastNonzeroMagnitude]) == [
        0, 0, 0, 1,
      ])
    #expect(kernels.derivatives(.leakyRelu, parameter: 0.25, [-1, 0, 1]) == [0.25, 0.25, 1])
    #expect(kernels.derivatives(.elu, parameter: 0.5, [0, 1]) == [0.5, 1])
    #expect(kernels.values(.hardSigmoid, parameter: 0, [-4, -3, 0, 3, 4]) == [0, 0, 0.5, 1, 1])
    #expect(
      kernels.derivatives(.hardSigmoid, parameter: 0, [-4, -3, 0, 3, 4]) == [0, 0, 1 / 6.0, 0, 0])
  }

  @Test(arguments: Activation.allCases)
  func limits(activation: Activation) throws {
    let kernels = try Engine().kernels.float64.elementary
    let values = kernels.values(activation, parameter: 0.5, [-.infinity, .infinity])
    #expect(values.bits == activation.limits.bits)
  }
}

extension Activation {
  /// What an error of the derivative is measured in at least.
  fileprivate var derivativeUnit: Double {
    switch self {
    case .sigmoid, .tanh, .gelu, .silu: 0x1p-53
    case .relu, .leakyRelu, .elu, .selu, .softplus, .softsign, .hardSigmoid, .linear: 0
    }
  }

  /// f(−∞) and f(∞), with a parameter of 0.5.
  fileprivate var limits: [Double] {
    switch self {
    case .sigmoid, .hardSigmoid: [0, 1]
    case .tanh: [-1, 1]
    case .relu, .softplus: [0, .infinity]
    case .leakyRelu, .linear: [-.infinity, .infinity]
    case .elu: [-0.5, .infinity]
    case .selu: [-1.7580993408473766, .infinity]
    case .gelu, .silu: [.nan, .infinity]
    case .softsign: [.nan, .nan]
    }
  }
}
