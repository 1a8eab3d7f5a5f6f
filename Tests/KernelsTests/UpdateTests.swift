import Engine
import Testing
import Vocabulary

/// Steps of optimizers, by hand.
@Suite struct UpdateTests {
  /// A way to descend, and where three steps of rate 0.5 along gradients of 1 lead from 1, by
  /// PyTorch's formulas.
  struct Way: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let updateRule: UpdateRule
    let path: [Float]
  }

  static let momentum = Choice(Optimizer.sgd).setting("momentum", to: .number(0.5))
  static let decay = Choice(Optimizer.sgd).setting("weight_decay", to: .number(0.5))
  static let fourfold = Choice(Optimizer.rmsprop).setting("alpha", to: .number(0))
    .setting("epsilon", to: .number(1))

  static let ways = [
    Way(testDescription: "plain", updateRule: UpdateRule(Choice(.sgd)), path: [0.5, 0, -0.5]),
    Way(testDescription: "momentum", updateRule: UpdateRule(momentum), path: [0.5, -0.25, -1.125]),
    Way(
      testDescription: "nesterov",
      updateRule: UpdateRule(momentum.setting("nesterov", to: .boolean(true))),
      path: [0.25, -0.625, -1.5625]),
    Way(
      testDescription: "weight decay", updateRule: UpdateRule(decay),
      path: [0.25, -0.3125, -0.734375]),
    // g / (√g² + 1)
    Way(testDescription: "rmsprop", updateRule: UpdateRule(fourfold), path: [0.75, 0.5, 0.25]),
  ]

  @Test(arguments: InstructionSet.allCases, ways)
  func stepsAreThoseOfPyTorch(instructionSet: InstructionSet, way: Way) throws {
    let engine = try engine(instructionSet)
    for form in TrainingForm.allCases {
      let path = walk(engine, form, way.updateRule, steps: 3)
      #expect(path == way.path.map { Array(repeating: $0, count: 19) }, "\(form)")
    }
  }

  /// Penalties are of the 18 weights, not of the bias.
  @Test(arguments: InstructionSet.allCases, TrainingForm.allCases)
  func penaltiesSpareBiases(instructionSet: InstructionSet, form: TrainingForm) throws {
    let engine = try engine(instructionSet)
    let updateRule = UpdateRule(Choice(.sgd), l1: 0.25, l2: 0.5)
    let path = walk(engine, form, updateRule, steps: 1)
    #expect(path == [Array(repeating: -0.125, count: 18) + [0.5]])
  }

  /// 19 gradients of 1 have a norm of √19.
  @Test(arguments: InstructionSet.allCases, TrainingForm.allCases)
  func normsAreClipped(instructionSet: InstructionSet, form: TrainingForm) throws {
    let engine = try engine(instructionSet)
    for (limit, factor) in [(5, 1), (1, 0.22941568), (0, 0)] as [(Double, Float)] {
      let path = walk(engine, form, UpdateRule(Choice(.sgd), clipNorm: limit), steps: 1)
      for number in path[0] { #expect(abs(number - (1 - 0.5 * factor)) < 1e-6) }
    }
  }

  /// A velocity that is halved at each step is 2^−126 after so many steps, and then nothing.
  @Test(arguments: InstructionSet.allCases, TrainingForm.allCases)
  func whatIsRememberedIsNeverSubnormal(instructionSet: InstructionSet, form: TrainingForm) throws {
    let engine = try engine(instructionSet)
    let architecture = Architecture(
      inputs: 18, hidden: [], outputs: 1, objective: .meanAbsoluteError(Choice(.linear)))
    let samples = Samples<Float>(
      inputs: Matrix(rounding: [Array(repeating: 1, count: 18), Array(repeating: 0, count: 18)]),
      targets: Matrix(rounding: [[-1e6], [-1e6]]))
    let updateRule = UpdateRule(Self.momentum)
    for (restingSteps, move) in [(125, 0x1p-6), (126, 0)] as [(Int, Float)] {
      var trainer = Trainer<Float>(
        engine, architecture, updateRule.formula, form: form, rowCapacity: 1)
      let lane = trainer.lanes - 1
      trainer.begin(Network<Float>(architecture), updateRule, inLane: lane)
      let still = Array(repeating: 0.0, count: trainer.lanes)
      let rates = Array(repeating: 0x1p120, count: trainer.lanes)
      trainer.take(samples, rows: 0..<1)
      trainer.train(steps: 1, learningRates: still.span)
      // Without inputs weights have no gradient.
      trainer.take(samples, rows: 1..<2)
      trainer.train(steps: restingSteps, learningRates: still.span)
      trainer.train(steps: 1, learningRates: rates.span)
      let weights = trainer.network(ofLane: lane).weight(ofLayer: 0)
      #expect(weights.allSatisfy { $0 == -move }, "\(form)")
    }
  }

  /// The parameters after each step of a network with 18 weights and a bias, all 1 at first, whose
  /// error is far below its target.
  private func walk(
    _ engine: Engine, _ form: TrainingForm, _ updateRule: UpdateRule, steps: Int
  ) -> [[Float]] {
    let architecture = Architecture(
      inputs: 18, hidden: [], outputs: 1, objective: .meanAbsoluteError(Choice(.linear)))
    var network = Network<Float>(architecture)
    network.setWeight(Array(repeating: 1, count: 18), ofLayer: 0)
    network.setBias([1], ofLayer: 0)
    let samples = Samples<Float>(
      inputs: Matrix(rounding: [Array(repeating: 1, count: 18)]),
      targets: Matrix(rounding: [[-1e6]]))
    var trainer = Trainer<Float>(
      engine, architecture, updateRule.formula, form: form, rowCapacity: 1)
    let lane = trainer.lanes - 1
    trainer.begin(network, updateRule, inLane: lane)
    trainer.take(samples, rows: 0..<1)
    let rates = Array(repeating: 0.5, count: trainer.lanes)
    return (0..<steps).map { _ in
      trainer.train(steps: 1, learningRates: rates.span)
      let network = trainer.network(ofLane: lane)
      return network.weight(ofLayer: 0) + network.bias(ofLayer: 0)
    }
  }
}
