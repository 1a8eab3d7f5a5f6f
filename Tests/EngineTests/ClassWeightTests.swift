import Testing
import Vocabulary

@testable import Engine

/// Gradients of samples that count by their classes, against differences of the weighted loss.
@Suite struct ClassWeightTests {
  private let rows = 7
  private let weights = [0.5, 3, 1.25]

  private static let objectives: [(objective: Objective, outputs: Int)] = [
    (.binaryCrossEntropy, 1), (.crossEntropy, 3), (.meanSquaredError(Choice(.tanh)), 3),
    (.huberLoss(Choice(.linear), delta: 1), 1),
  ]

  private func network(_ objective: Objective, outputs: Int) -> Network<Double> {
    let architecture = Architecture(
      inputs: 2, hidden: [.init(units: 4, activation: Choice(.tanh))], outputs: outputs,
      objective: objective)
    return Network(
      architecture,
      parameters: (0..<architecture.parameterCount).map { Double($0 * 53 % 31) / 31 - 0.45 })
  }

  /// The class of a row.
  private func label(_ row: Int, outputs: Int) -> Int { row * 5 % max(2, outputs) }

  private func samples(outputs: Int) -> Samples<Double> {
    Samples(
      inputs: Matrix(
        rows: rows, columns: 2,
        elements: (0..<2 * rows).map { Double(($0 * 37 + 11) % 29) / 29 - 0.5 }),
      targets: Matrix(
        rounding: (0..<rows).map { row in
          let label = label(row, outputs: outputs)
          return outputs == 1
            ? [Double(label)] : (0..<outputs).map { $0 == label ? 1 : 0 }
        }))
  }

  /// The mean over rows of the loss of each, times the weight of its class.
  private func loss(_ network: Network<Double>, outputs: Int) throws -> Double {
    let samples = samples(outputs: outputs)
    var trainer = Trainer(try Engine(), network, rowCapacity: 1)
    var sum = 0.0
    for row in 0..<rows {
      trainer.forward(samples, rows: row..<row + 1)
      sum += weights[label(row, outputs: outputs)] * trainer.lossSum()
    }
    return sum / network.architecture.lossDivisor(rows: rows)
  }

  /// The parameters after a step at the rate 1.
  private func stepped(
    _ network: Network<Double>, outputs: Int, _ instructionSet: InstructionSet?,
    threads: Int = 1
  ) throws -> [Double] {
    let updateRule = UpdateRule(Choice(.sgd))
    var trainer = Trainer<Double>(
      try Engine(instructionSet: instructionSet), network.architecture, updateRule.formula,
      classWeights: Array(weights.prefix(max(2, outputs))), rowCapacity: rows, threads: threads)
    trainer.begin(network, updateRule, inLane: 0)
    trainer.take(samples(outputs: outputs), rows: 0..<rows)
    trainer.step(learningRate: 1)
    return trainer.network.parameters
  }

  @Test(arguments: objectives.indices)
  func gradientIsThatOfTheWeightedLoss(index: Int) throws {
    let (objective, outputs) = Self.objectives[index]
    let network = network(objective, outputs: outputs)
    let stepped = try stepped(network, outputs: outputs, nil)
    let h = 1e-5
    for k in stepped.indices {
      var (above, below) = (network, network)
      above.parameters[k] += h
      below.parameters[k] -= h
      let difference =
        try (loss(above, outputs: outputs) - loss(below, outputs: outputs)) / (2 * h)
      let gradient = network.parameters[k] - stepped[k]
      #expect(abs(gradient - difference) <= 1e-7 * max(1, abs(difference)), "parameter \(k)")
    }
  }

  @Test(arguments: objectives.indices)
  func bitsAreTheSameEverywhere(index: Int) throws {
    let (objective, outputs) = Self.objectives[index]
    let network = network(objective, outputs: outputs)
    let one = try stepped(network, outputs: outputs, nil)
    for instructionSet in Engine.available {
      #expect(try stepped(network, outputs: outputs, instructionSet) == one)
    }
    #expect(try stepped(network, outputs: outputs, nil, threads: 3) == one)
  }

  @Test func lossesAreNotWeighted() throws {
    let network = network(.crossEntropy, outputs: 3)
    let updateRule = UpdateRule(Choice(.sgd))
    var weighted = Trainer<Double>(
      try Engine(), network.architecture, updateRule.formula, classWeights: weights,
      rowCapacity: rows)
    weighted.begin(network, updateRule, inLane: 0)
    weighted.forward(samples(outputs: 3), rows: 0..<rows)
    var plain = Trainer(try Engine(), network, rowCapacity: rows)
    plain.forward(samples(outputs: 3), rows: 0..<rows)
    #expect(weighted.lossSum() == plain.lossSum())
  }
}
