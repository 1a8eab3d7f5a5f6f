import Testing
import Vocabulary

@testable import Engine

/// Gradients against differences of the loss.
///
/// (L(w + h) − L(w − h)) / 2h with h = 1e-5 has an error near h² from the third derivative and 1e-11
/// from rounding; wrong formulas are off by much more than the tolerance of 1e-7.
@Suite struct GradientTests {
  struct Penalty: Sendable {
    let l1: Double
    let l2: Double
  }

  static let penalties = [
    Penalty(l1: 0.3, l2: 0), Penalty(l1: 0, l2: 0.2), Penalty(l1: 0.1, l2: 0.4),
  ]

  @Test(arguments: Activation.allCases, objectives)
  func gradientIsThatOfTheLoss(activation: Activation, objective: Objective) throws {
    let problem = Problem(Choice(activation), objective)
    try check(problem.gradient(UpdateRule(Choice(.sgd))), problem.differences { _ in 0 })
  }

  static let activationsWithSettings = [
    Choice(Activation.leakyRelu).setting("slope", to: .number(0.6)),
    Choice(Activation.elu).setting("alpha", to: .number(0.4)),
  ]

  @Test(arguments: activationsWithSettings, [0.1, 0.8])
  func gradientGoesByTheSettings(activation: Choice<Activation>, delta: Double) throws {
    let problem = Problem(activation, .huberLoss(activation, delta: delta))
    try check(problem.gradient(UpdateRule(Choice(.sgd))), problem.differences { _ in 0 })
  }

  /// Penalties are of weights, not of biases.
  @Test(arguments: penalties, [Activation.tanh, .relu])
  func gradientIsThatOfThePenalizedLoss(penalty: Penalty, activation: Activation) throws {
    let problem = Problem(Choice(activation), .meanSquaredError(Choice(.linear)))
    let updateRule = UpdateRule(Choice(.sgd), l1: penalty.l1, l2: penalty.l2)
    let differences = try problem.differences { network in
      (0..<network.architecture.layerCount).reduce(0) { sum, layer in
        network.weight(ofLayer: layer).reduce(sum) {
          $0 + penalty.l1 * abs($1) + penalty.l2 * $1 * $1
        }
      }
    }
    try check(problem.gradient(updateRule), differences)
  }

  private func check(_ found: (gradient: [Double], norm: Double), _ differences: [Double]) throws {
    for (k, (gradient, difference)) in zip(found.gradient, differences).enumerated() {
      #expect(abs(gradient - difference) <= 1e-7 * max(1, abs(difference)), "parameter \(k)")
    }
    let squares = found.gradient.reduce(0) { $0 + $1 * $1 }
    #expect(abs(found.norm - squares.squareRoot()) <= 1e-12 * found.norm)
    #expect(found.norm > 0)
  }
}

/// A network of two hidden layers, and rows that it is trained on.
private struct Problem {
  let network: Network<Double>
  let samples: Samples<Double>
  let rows = 6

  init(_ layer: Choice<Activation>, _ objective: Objective) {
    var state: UInt64 = 99
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53 * 2 - 1
    }
    let architecture = Architecture(
      inputs: 3,
      hidden: [.init(units: 5, activation: layer), .init(units: 4, activation: layer)],
      outputs: 2, objective: objective)
    var network = Network<Double>(
      architecture, parameters: (0..<architecture.parameterCount).map { _ in next() })
    // So that no output of relu stands still.
    network.setBias([0.9, 0.6], ofLayer: 2)
    self.network = network
    samples = Samples<Double>(
      inputs: Matrix(rounding: (0..<rows).map { _ in [next(), next(), next()] }),
      targets: Matrix(rounding: (0..<rows).map { $0.isMultiple(of: 2) ? [1, 0] : [0, 1] }))
  }

  /// The gradient, as plain descent at rate 1 moves each parameter by it, and what its norm is said
  /// to be.
  func gradient(_ updateRule: UpdateRule) throws -> (gradient: [Double], norm: Double) {
    var trainer = Trainer(
      try Engine(), network, updateRule, recordsNorms: true, rowCapacity: rows)
    trainer.forward(samples, rows: 0..<rows)
    trainer.step(learningRate: 1)
    let stepped = trainer.network.parameters
    let norms = trainer.takeNormSums()
    return (zip(network.parameters, stepped).map { $0 - $1 }, norms[0])
  }

  /// The differences of the loss with a penalty, for each parameter.
  func differences(_ penalty: (Network<Double>) -> Double) throws -> [Double] {
    let h = 1e-5
    let engine = try Engine()
    func loss(moving k: Int, by step: Double) -> Double {
      var moved = network
      moved.parameters[k] += step
      var trainer = Trainer(engine, moved, rowCapacity: rows)
      trainer.forward(samples, rows: 0..<rows)
      return trainer.lossSum() / network.architecture.lossDivisor(rows: rows) + penalty(moved)
    }
    return network.parameters.indices.map { k in
      (loss(moving: k, by: h) - loss(moving: k, by: -h)) / (2 * h)
    }
  }
}
