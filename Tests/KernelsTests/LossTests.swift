import Engine
import KernelInterface
import KernelsReference
import Testing
import Vocabulary

/// Losses and their gradients.
@Suite struct LossTests {
  @Test(arguments: InstructionSet.allCases, Loss.allCases)
  func lossesHaveTheBitsOfThePlainOnes(instructionSet: InstructionSet, loss: Loss) throws {
    let engine = try engine(instructionSet)
    compare(engine, loss, Float.self)
    compare(engine, loss, Double.self)
  }

  private func compare<S: EngineScalar>(_ engine: Engine, _ loss: Loss, _: S.Type) {
    let kernels = S.kernels(of: engine.kernels).losses
    let reference = S.kernels(of: referenceSuite()).losses
    var random = Numbers(11)
    for rows in [0, 1, 2, 5, 16] {
      for outputs in [1, 2, 3, 7, 8, 9, 16, 17, 33] {
        let count = rows * outputs
        let z = random.next(count, of: S.self).map { $0 * 8 }
        let o = random.next(count, of: S.self)
        let y = random.next(count, of: S.self)
        let plan = LossPlan<S>.self
        z.withUnsafeBufferPointer { z in
          o.withUnsafeBufferPointer { o in
            y.withUnsafeBufferPointer { y in
              guard let z = z.baseAddress, let o = o.baseAddress, let y = y.baseAddress else {
                return
              }
              let plan = plan.init(
                loss: loss, parameter: 0.6, rows: rows, outputs: outputs, logits: z, values: o,
                targets: y)
              var scratch = Guarded<S>(count)
              var sums = (0.0, 0.0)
              scratch.fill { sums.0 = kernels.sum(plan, $0, 0.25) }
              #expect(scratch.isIntact)
              scratch.fill { sums.1 = reference.sum(plan, $0, 0.25) }
              #expect(sums.0.bits == sums.1.bits, "\(loss) of \(rows) × \(outputs)")
              var gradient = Guarded<S>(count)
              var expected = Guarded<S>(count)
              gradient.fill { kernels.gradient(plan, $0) }
              expected.fill { reference.gradient(plan, $0) }
              #expect(gradient.numbers.bits == expected.numbers.bits)
              #expect(gradient.isIntact)
            }
          }
        }
      }
    }
  }

  /// One row of two outputs, by hand.
  @Test(arguments: InstructionSet.allCases)
  func losses(instructionSet: InstructionSet) throws {
    let losses = try engine(instructionSet).kernels.float64.losses
    let log2 = 0.6931471805599453

    let (squared, squaredGradient) = evaluate(losses, .mse, z: [9, 9], o: [1, 2], y: [0, 4])
    #expect(squared == 5)
    #expect(squaredGradient == [1, -2])
    #expect(evaluate(losses, .sse, z: [9, 9], o: [1, 2], y: [0, 4]) == (5, [2, -4]))
    #expect(evaluate(losses, .mae, z: [9, 9], o: [1, 2], y: [0, 4]) == (3, [0.5, -0.5]))
    #expect(evaluate(losses, .mae, z: [9, 9], o: [1, 2], y: [1, 2]) == (0, [0, 0]))
    // Errors of 1 and −2 on either side of delta, and of delta itself.
    #expect(
      evaluate(losses, .huber, z: [9, 9], o: [1, 2], y: [0, 4]) == (0.5 + 1.875, [0.5, -0.75]))
    #expect(evaluate(losses, .huber, z: [9, 9], o: [1.5, 0], y: [0, 0]) == (1.125, [0.75, 0]))
    #expect(
      evaluate(losses, .binaryCrossEntropy, z: [0, 0], o: [0.5, 0.5], y: [0, 1])
        == (2 * log2, [0.25, -0.25]))
    #expect(
      evaluate(losses, .crossEntropy, z: [3, 3], o: [0.5, 0.5], y: [0, 1])
        == (log2, [0.5, -0.5]))
  }

  /// Derivatives whose squares would be subnormal count as 0; NaN does not.
  @Test(arguments: InstructionSet.allCases)
  func vanishingDerivativesAreZero(instructionSet: InstructionSet) throws {
    let losses = try engine(instructionSet).kernels.float64.losses
    let (_, gradient) = evaluate(losses, .sse, z: [0, 0], o: [0x1p-512, -0x1p-513], y: [0, 0])
    #expect(gradient == [0x1p-511, 0])
    #expect(evaluate(losses, .sse, z: [0, 0], o: [.nan, 0], y: [0, 0]).1[0].isNaN)
  }

  /// What the logits make of probabilities 0 and 1 stays exact and finite.
  @Test(arguments: InstructionSet.allCases)
  func extremeLogits(instructionSet: InstructionSet) throws {
    let losses = try engine(instructionSet).kernels.float32.losses
    #expect(
      evaluate(losses, .binaryCrossEntropy, z: [1e4, -1e4], o: [1, 0], y: [1, 0]) == (0, [0, 0]))
    #expect(
      evaluate(losses, .binaryCrossEntropy, z: [1e4, -1e4], o: [1, 0], y: [0, 1])
        == (2e4, [0.5, -0.5]))
    #expect(
      evaluate(losses, .crossEntropy, z: [1e4, -1e4], o: [1, 0], y: [1, 0]) == (0, [0, 0]))
    #expect(
      evaluate(losses, .crossEntropy, z: [1e4, -1e4], o: [1, 0], y: [0, 1]) == (2e4, [1, -1]))
  }

  @Test(arguments: InstructionSet.allCases, Loss.allCases)
  func notANumberTravels(instructionSet: InstructionSet, loss: Loss) throws {
    let losses = try engine(instructionSet).kernels.float32.losses
    for width in [1, 3, 16, 17] {
      for place in [0, width / 2, width - 1] {
        var broken = Array(repeating: Float(0.5), count: width)
        broken[place] = .nan
        let (sum, gradient) = evaluate(
          losses, loss, z: broken, o: broken, y: Array(repeating: 0.5, count: width))
        #expect(sum.isNaN)
        #expect(gradient[place].isNaN)
      }
    }
  }

  private func evaluate<S: EngineScalar>(
    _ losses: LossKernels<S>, _ loss: Loss, z: [S], o: [S], y: [S]
  ) -> (Double, [S]) {
    var sum = 0.0
    var gradient = Guarded<S>(z.count)
    z.withUnsafeBufferPointer { z in
      o.withUnsafeBufferPointer { o in
        y.withUnsafeBufferPointer { y in
          guard let z0 = z.baseAddress, let o0 = o.baseAddress, let y0 = y.baseAddress else {
            return
          }
          let plan = LossPlan(
            loss: loss, parameter: 1.5, rows: 1, outputs: z.count, logits: z0, values: o0,
            targets: y0)
          gradient.fill { sum = losses.sum(plan, $0, 0) }
          gradient.fill { losses.gradient(plan, $0) }
        }
      }
    }
    return (sum, gradient.numbers)
  }
}
