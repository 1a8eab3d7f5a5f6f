import ElementaryErrors
import Engine
import KernelInterface
import Testing

/// Counts below, at and above the width of a vector.
private let counts = [0, 1, 2, 7, 8, 9, 15, 16, 17, 33]

/// The elementary functions: one result whatever the processor, near the true one.
@Suite struct ElementaryTests {
  @Test(arguments: InstructionSet.allCases, ElementaryFunction.allCases)
  func bitsDependOnTheArgumentOnly(
    instructionSet: InstructionSet, function: ElementaryFunction
  ) throws {
    let engine = try engine(instructionSet)
    try compareWithScalar(engine, function, Float.self)
    try compareWithScalar(engine, function, Double.self)
  }

  /// In vectors and tails of any length, what the plainest instructions give one by one.
  private func compareWithScalar<S: EngineScalar>(
    _ engine: Engine, _ function: ElementaryFunction, _: S.Type
  ) throws {
    let kernels = S.elementary(of: engine)
    let plain = S.elementary(of: try Engine(instructionSet: .baseline))
    var random = Numbers(5)
    var arguments = awkwardNumbers(S.self)
    arguments += random.next(100, of: S.self).map { $0 * 100 }
    arguments += random.next(100, of: S.self).map { $0 * 2 }
    let expected = arguments.map { plain.result(function, $0) }
    #expect(kernels.results(function, arguments).bits == expected.bits)
    for count in counts {
      let part = arguments.indices.suffix(count)
      #expect(kernels.results(function, Array(arguments[part])).bits == Array(expected[part]).bits)
    }
  }

  @Test(arguments: InstructionSet.allCases, ElementaryFunction.allCases)
  func storedValues(instructionSet: InstructionSet, function: ElementaryFunction) throws {
    let kernels = try engine(instructionSet).kernels
    for stored in function.storedValues {
      let wide = kernels.float64.elementary.result(function, stored.argument)
      let error = (wide - stored.value) / stored.value.ulp - stored.rest
      #expect(abs(error) <= function.errorBound, "\(function)(\(stored.argument))")
    }
  }

  /// From one number to the next, where methods and exponents change. (`sigmoid` below 0 and
  /// `softplus` round two terms that grow in opposite directions: they may step back by an ulp.)
  @Test(arguments: ElementaryFunction.allCases.filter { $0 != .sigmoid && $0 != .softplus })
  func monotone(function: ElementaryFunction) throws {
    let kernels = try Engine().kernels
    let centers = [-30, -17.3, -9.01, -2, -1, -0.7071068, -0.5, -0.34657359, -0.25, -0.125, -1e-7]
    for center in centers + centers.map({ -$0 }) + [1.0397208, 1.4142135]
    where function.isDefined(at: center) {
      let narrow = kernels.float32.elementary.results(function, neighbours(of: Float(center)))
      let wide = kernels.float64.elementary.results(function, neighbours(of: center))
      let isAscending = isAscending(narrow) && isAscending(wide)
      #expect(isAscending, "\(function) near \(center)")
    }
  }

  private func neighbours<S: EngineScalar>(of center: S) -> [S] {
    var numbers = [center - 300 * center.ulp]
    while numbers.count < 600 { numbers.append(numbers[numbers.count - 1].nextUp) }
    return numbers
  }

  private func isAscending<S: EngineScalar>(_ numbers: [S]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }

  @Test(arguments: InstructionSet.allCases)
  func specialValues(instructionSet: InstructionSet) throws {
    let engine = try engine(instructionSet)
    checkSpecialValues(Float.elementary(of: engine))
    checkSpecialValues(Double.elementary(of: engine))
  }

  private func checkSpecialValues<S: EngineScalar>(_ kernels: ElementaryKernels<S>) {
    for function in ElementaryFunction.allCases {
      let (limits, zeros) = function.specialValues
      let arguments: [S] = [-.infinity, .infinity, -0.0, 0]
      let expected = [limits.0, limits.1, zeros.0, zeros.1].map { S($0) }
      #expect(kernels.results(function, arguments).bits == expected.bits, "\(function)")
      #expect(kernels.result(function, .nan).isNaN, "\(function)")
    }
    #expect(kernels.results(.log, [-1, -.leastNonzeroMagnitude]).bits == [S.nan, .nan].bits)
    #expect(kernels.result(.log, 1).bits == S(0).bits)
    #expect(kernels.result(.logOnePlus, -1) == -.infinity)
    #expect(kernels.results(.logOnePlus, [S(-1).nextDown, -5]).bits == [S.nan, .nan].bits)
    #expect(kernels.results(.exp, [-746, 710]) == [0, .infinity])
    #expect(kernels.results(.tanh, [-25, 25]) == [-1, 1])
    #expect(kernels.results(.erf, [-7, 7]) == [-1, 1])
    let tiny = [-S.leastNonzeroMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude]
    for function in [ElementaryFunction.expMinusOne, .logOnePlus, .tanh] {
      #expect(kernels.results(function, tiny) == tiny, "\(function)")
    }
  }
}

extension ElementaryFunction {
  fileprivate func isDefined(at argument: Double) -> Bool {
    switch self {
    case .log: argument > 0
    case .logOnePlus: argument > -0.99
    case .exp, .expMinusOne, .tanh, .erf, .sigmoid, .softplus: true
    }
  }

  /// What it is at −∞ and ∞, and at −0 and 0.
  fileprivate var specialValues: (limits: (Double, Double), zeros: (Double, Double)) {
    switch self {
    case .exp: ((0, .infinity), (1, 1))
    case .expMinusOne: ((-1, .infinity), (-0.0, 0))
    case .log: ((.nan, .infinity), (-.infinity, -.infinity))
    case .logOnePlus: ((.nan, .infinity), (-0.0, 0))
    case .tanh, .erf: ((-1, 1), (-0.0, 0))
    case .sigmoid: ((0, 1), (0.5, 0.5))
    case .softplus: ((0, .infinity), (0.693147180559945309, 0.693147180559945309))
    }
  }
}
