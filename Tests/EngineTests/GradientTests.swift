import Testing
import Vocabulary

@testable import Engine

/// Gradients against differences of the loss.
@Suite struct GradientTests {
  static let objectives: [Objective] = Loss.allCases.flatMap { loss in
    OutputActivation.allCases.compactMap { Objective(loss, output: Choice($0)) }
  }

  /// (L(w + h) − L(w − h)) / 2h with h = 1e-5 has an error near h² from the third derivative and
  /// 1e-11 from rounding; wrong formulas are off by much more than the tolerance of 1e-7.
  @Test(arguments: Activation.allCases, objectives)
  func gradientIsThatOfTheLoss(activation: Activation, objective: Objective) throws {
    let layer = Choice(activation)
    let architecture = Architecture(
      inputs: 3,
      hidden: [.init(units: 5, activation: layer), .init(units: 4, activation: layer)],
      outputs: 2, objective: objective)
    var state: UInt64 = 99
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53 * 2 - 1
    }
    let network = Network<Double>(
      architecture, parameters: (0..<architecture.parameterCount).map { _ in next() })
    let rows = 6
    let samples = Samples<Double>(
      inputs: Matrix(rounding: (0..<rows).map { _ in [next(), next(), next()] }),
      targets: Matrix(rounding: (0..<rows).map { $0.isMultiple(of: 2) ? [1, 0] : [0, 1] }))
    let engine = try Engine()

    func loss(_ network: Network<Double>) -> Double {
      var trainer = Trainer(engine, network, rowCapacity: rows)
      trainer.forward(samples, rows: 0..<rows)
      return architecture.loss(ofSum: trainer.lossSum(), rows: rows)
    }

    var trainer = Trainer(engine, network, rowCapacity: rows)
    trainer.forward(samples, rows: 0..<rows)
    trainer.step(learningRate: 1)
    let stepped = trainer.network.parameters
    let h = 1e-5
    for k in network.parameters.indices {
      // Plain descent at rate 1 moves each parameter by its gradient.
      let gradient = network.parameters[k] - stepped[k]
      var above = network
      above.parameters[k] += h
      var below = network
      below.parameters[k] -= h
      let difference = (loss(above) - loss(below)) / (2 * h)
      #expect(abs(gradient - difference) <= 1e-7 * max(1, abs(difference)), "parameter \(k)")
    }
  }
}
