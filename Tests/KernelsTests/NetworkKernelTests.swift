import KernelsReference
import Testing
import Vocabulary

@testable import Engine

/// A network alone, on every instruction set and in every form, against the plain kernels: the same
/// bits after 52 steps on batches whole and gathered.
@Suite struct NetworkKernelTests {
  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func everyFormula(instructionSet: InstructionSet, precision: Precision) throws {
    let engine = try engine(instructionSet)
    for (k, formula) in Formula.all.enumerated() {
      try compare(
        engine, precision, Sizes.awkward[k % Sizes.awkward.count], activation: k,
        Self.objectives[5 * k % Self.objectives.count], formula, seed: UInt64(k + 1))
    }
  }

  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func everyActivationWithEveryLoss(
    instructionSet: InstructionSet, precision: Precision
  ) throws {
    let engine = try engine(instructionSet)
    for (k, objective) in Self.objectives.enumerated() {
      for activation in Activation.allCases.indices {
        // Sizes with hidden layers, and formulas that go round by themselves.
        let sizes = Sizes.awkward[1 + (k + activation) % (Sizes.awkward.count - 1)]
        let formula = Formula.all[(37 * k + 11 * activation) % Formula.all.count]
        try compare(
          engine, precision, sizes, activation: activation, objective, formula,
          seed: UInt64(100 + k))
      }
    }
  }

  /// Every loss; those of any output once with each of four of them.
  static let objectives: [Objective] = Loss.allCases.enumerated().flatMap { k, loss in
    OutputActivation.allCases.enumerated().compactMap { number, output in
      let isTaken = loss == .binaryCrossEntropy || loss == .crossEntropy || number % 3 == k % 3
      return isTaken ? Objective(Choice(loss), output: Choice(output)) : nil
    }
  }

  private func compare(
    _ engine: Engine, _ precision: Precision, _ sizes: Sizes, activation: Int,
    _ objective: Objective, _ formula: Formula, seed: UInt64
  ) throws {
    let architecture = sizes.architecture(activation: activation, objective)
    switch precision {
    case .float32: try compare(engine, architecture, sizes, formula, seed, Float.self)
    case .float64: try compare(engine, architecture, sizes, formula, seed, Double.self)
    }
  }

  private func compare<S: EngineScalar>(
    _ engine: Engine, _ architecture: Architecture, _ sizes: Sizes, _ formula: Formula,
    _ seed: UInt64, _: S.Type
  ) throws {
    let plain = Engine(instructionSet: .baseline, kernels: referenceSuite())
    var random = Numbers(seed)
    let lessons = sizes.lessons(&random, S.self)
    let network = Network<S>(architecture, &random)
    let course = Course(network: network, formula: formula, rate: formula.rate, seed: seed)
    let expected = bits(of: course, in: .matrix, by: plain, lessons)
    // Were all of them NaN, equal bits would say little.
    #expect(!expected.contains(.max), "\(architecture), \(formula)")
    for form in [TrainingForm.matrix, .single] {
      let found = bits(of: course, in: form, by: engine, lessons)
      #expect(found == expected, "\(form): \(architecture), \(formula)")
    }
  }

  /// A weight, an input or a target that is NaN is seen in the loss, in the norm of the gradient and,
  /// after a step, in the parameters.
  @Test(arguments: InstructionSet.allCases, TrainingForm.allCases)
  func notANumberTravels(instructionSet: InstructionSet, form: TrainingForm) throws {
    let engine = try engine(instructionSet)
    for objective in Self.objectives {
      for activation in Activation.allCases {
        for place in 0..<3 {
          let architecture = Architecture(
            inputs: 3, hidden: [.init(units: 5, activation: Choice(activation))], outputs: 2,
            objective: objective)
          var random = Numbers(17)
          var network = Network<Float>(architecture, &random)
          var inputs = random.next(9, of: Float.self)
          var targets: [Float] = [1, 0, 0, 1, 1, 0]
          switch place {
          case 0: network.parameters[4] = .nan
          case 1: inputs[5] = .nan
          default: targets[3] = .nan
          }
          let samples = Samples<Float>(
            inputs: Matrix(rows: 3, columns: 3, elements: inputs),
            targets: Matrix(rows: 3, columns: 2, elements: targets))
          let updateRule = UpdateRule(Choice(.sgd))
          var trainer = Trainer<Float>(
            engine, architecture, updateRule.formula, form: form, recordsNorms: true, rowCapacity: 3
          )
          trainer.begin(network, updateRule, inLane: 0)
          trainer.take(samples, rows: 0..<3)
          trainer.forward()
          var sums = Array(repeating: 0.0, count: trainer.lanes)
          var span = sums.mutableSpan
          trainer.addLosses(to: &span)
          #expect(sums[0].isNaN, "\(activation), \(objective), place \(place)")
          let rates = Array(repeating: 0.1, count: trainer.lanes)
          trainer.train(steps: 1, learningRates: rates.span)
          #expect(trainer.takeNormSums()[0].isNaN, "\(activation), \(objective), place \(place)")
          let last = trainer.network(ofLane: 0).bias(ofLayer: 1)
          #expect(last.contains { $0.isNaN }, "\(activation), \(objective), place \(place)")
        }
      }
    }
  }
}
