import Engine
import KernelTable
import Kernels
import Testing
import Vocabulary

/// Optimizer steps.
@Suite struct UpdateTests {
  /// A way to descend, and where three steps of rate 0.5 along gradients of 1 lead from 0, by
  /// PyTorch's formulas.
  struct Descent: CustomTestStringConvertible {
    let testDescription: String
    let momentum: Double
    let isNesterov: Bool
    let path: [Double]
    let velocities: [Double]
  }

  static let descents = [
    Descent(
      testDescription: "plain", momentum: 0, isNesterov: false, path: [-0.5, -1, -1.5],
      velocities: [0, 0, 0]),
    Descent(
      testDescription: "momentum", momentum: 0.5, isNesterov: false, path: [-0.5, -1.25, -2.125],
      velocities: [1, 1.5, 1.75]),
    Descent(
      testDescription: "nesterov", momentum: 0.5, isNesterov: true,
      path: [-0.75, -1.625, -2.5625], velocities: [1, 1.5, 1.75]),
  ]

  @Test(arguments: InstructionSet.allCases, descents)
  func stepsAreThoseOfPyTorch(instructionSet: InstructionSet, descent: Descent) throws {
    let kernels = try engine(instructionSet).kernels.float32
    // One vector and a tail.
    var parameters = Guarded<Float>(Array(repeating: 0, count: 19))
    var velocities = parameters
    for step in 0..<3 {
      update(
        kernels, descent, rate: 0.5, &parameters, Array(repeating: 1, count: 19), &velocities)
      #expect(parameters.numbers == Array(repeating: Float(descent.path[step]), count: 19))
      #expect(velocities.numbers == Array(repeating: Float(descent.velocities[step]), count: 19))
    }
    #expect(parameters.isIntact && velocities.isIntact)
  }

  @Test(arguments: InstructionSet.allCases, descents)
  func stepsHaveTheBitsOfThePlainOnes(instructionSet: InstructionSet, descent: Descent) throws {
    let engine = try engine(instructionSet)
    compare(engine, descent, Float.self)
    compare(engine, descent, Double.self)
  }

  private func compare<S: EngineScalar>(_ engine: Engine, _ descent: Descent, _: S.Type) {
    var random = Numbers(13)
    for count in [0, 1, 7, 8, 9, 15, 16, 17, 100] {
      var parameters = Guarded(random.next(count, of: S.self))
      var velocities = Guarded(random.next(count, of: S.self))
      var expected = parameters
      var expectedVelocities = velocities
      for _ in 0..<3 {
        let gradients = random.next(count, of: S.self)
        update(
          S.kernels(of: engine.kernels), descent, rate: 0.1, &parameters, gradients, &velocities)
        update(
          S.kernels(of: referenceSuite()), descent, rate: 0.1, &expected, gradients,
          &expectedVelocities)
      }
      #expect(parameters.numbers.bits == expected.numbers.bits)
      #expect(velocities.numbers.bits == expectedVelocities.numbers.bits)
      #expect(parameters.isIntact && velocities.isIntact)
    }
  }

  @Test(arguments: InstructionSet.allCases, descents)
  func notANumberTravels(instructionSet: InstructionSet, descent: Descent) throws {
    let kernels = try engine(instructionSet).kernels.float32
    for place in [0, 18] {
      var gradients = Array(repeating: Float(1), count: 19)
      gradients[place] = .nan
      var parameters = Guarded<Float>(Array(repeating: 0, count: 19))
      var velocities = parameters
      update(kernels, descent, rate: 0.5, &parameters, gradients, &velocities)
      for k in 0..<19 { #expect(parameters.numbers[k].isNaN == (k == place)) }
    }
  }

  private func update<S: EngineScalar>(
    _ kernels: PrecisionKernels<S>, _ descent: Descent, rate: Double,
    _ parameters: inout Guarded<S>, _ gradients: [S], _ velocities: inout Guarded<S>
  ) {
    gradients.withUnsafeBufferPointer { gradients in
      parameters.fill { parameters in
        velocities.fill { velocities in
          guard let start = gradients.baseAddress else { return }
          kernels.update(
            UpdatePlan(
              optimizer: .sgd, learningRate: rate, momentum: descent.momentum,
              isNesterov: descent.isNesterov, count: gradients.count, parameters: parameters,
              gradients: start, state: velocities))
        }
      }
    }
  }
}
