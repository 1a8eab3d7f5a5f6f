import Randomness
import Testing
import Vocabulary

@testable import Engine

@Suite struct DropoutTests {
  /// Rows that are one-hot keep the gradients of rows apart: where all weights below are 1 and the
  /// targets 0, that of row and unit is 2 · factor².
  @Test(arguments: [0.5, 0.25, 0.9])
  func unitsAreDroppedByTheirStream(rate: Double) throws {
    let (rows, units) = (11, 7)
    let network = passage(rows: rows, units: units, rate: rate)
    let samples = Samples<Double>(
      inputs: Matrix(rows: rows, columns: rows, elements: identity(rows)),
      targets: Matrix(
        rows: rows, columns: units, elements: Array(repeating: 0, count: rows * units)))
    var trainer = Trainer<Double>(
      try Engine(), network.architecture, UpdateRule(Choice(.sgd)).formula, rowCapacity: rows)
    trainer.begin(network, UpdateRule(Choice(.sgd)), seed: 42, inLane: 0)
    trainer.take(samples, rows: 0..<rows)
    for step in 0..<3 {
      trainer.setNetwork(network, ofLane: 0)
      trainer.step(learningRate: 1)
      let stream = RandomStream(seed: 42, purpose: .dropout, index: 0, step: step)
      let weights = trainer.network.weight(ofLayer: 0)
      for row in 0..<rows {
        for unit in 0..<units {
          let uniform = Double(stream.word(at: row * units + unit) >> 11) * 0x1p-53
          let factor = uniform >= rate ? 1 / (1 - rate) : 0
          let gradient = 1 - weights[unit * rows + row]
          #expect(abs(gradient - 2 * factor * factor) <= 1e-13 * 2 * factor * factor)
        }
      }
    }
  }

  @Test func nothingIsDroppedInEvaluation() throws {
    let engine = try Engine()
    let architecture = network(rate: 0.5).architecture
    var trainer = Trainer(engine, network(rate: 0.5), rowCapacity: 5)
    var plain = Trainer(engine, network(rate: 0), rowCapacity: 5)
    trainer.forward(samples, rows: 0..<5)
    plain.forward(samples, rows: 0..<5)
    #expect(trainer.outputs(ofLane: 0) == plain.outputs(ofLane: 0))
    #expect(!architecture.canBeGrouped)
    trainer.step(learningRate: 0.1)
    plain.step(learningRate: 0.1)
    #expect(trainer.network.parameters != plain.network.parameters)
  }

  /// An evaluation in between, or several steps in one call, change nothing.
  @Test func stepsAreTheSameHoweverTheyAreCalled() throws {
    let engine = try Engine()
    var together = Trainer(engine, network(rate: 0.3), rowCapacity: 5)
    together.take(samples, rows: 0..<5)
    let rates = [0.1]
    together.train(steps: 20, learningRates: rates.span)
    var evaluated = Trainer(engine, network(rate: 0.3), rowCapacity: 5)
    for _ in 0..<20 {
      evaluated.forward(samples, rows: 0..<5)
      evaluated.step(learningRate: 0.1)
    }
    #expect(together.network == evaluated.network)
  }

  @Test func theSeedDecides() throws {
    var networks: [Network<Double>] = []
    for seed: UInt64 in [1, 2, 1] {
      var trainer = Trainer<Double>(
        try Engine(), network(rate: 0.3).architecture, UpdateRule(Choice(.sgd)).formula,
        rowCapacity: 5)
      trainer.begin(network(rate: 0.3), UpdateRule(Choice(.sgd)), seed: seed, inLane: 0)
      trainer.take(samples, rows: 0..<5)
      trainer.step(learningRate: 0.1)
      networks.append(trainer.network)
    }
    #expect(networks[0] == networks[2])
    #expect(networks[0] != networks[1])
  }

  private let samples = Samples<Double>(
    inputs: Matrix(rows: 5, columns: 2, elements: [1, 2, -1, 0.5, 3, 1, 0, -2, 1, 1]),
    targets: Matrix(rows: 5, columns: 1, elements: [1, 0, 1, 0, 1]))

  private func network(rate: Double) -> Network<Double> {
    let architecture = Architecture(
      inputs: 2,
      hidden: [
        .init(units: 9, activation: Choice(.tanh), dropout: rate),
        .init(units: 6, activation: Choice(.gelu), dropout: rate),
      ], outputs: 1, objective: .binaryCrossEntropy)
    return Network(
      architecture,
      parameters: (0..<architecture.parameterCount).map { Double($0 % 7 - 3) / 4 })
  }

  private func passage(rows: Int, units: Int, rate: Double) -> Network<Double> {
    var network = Network<Double>(
      Architecture(
        inputs: rows, hidden: [.init(units: units, activation: Choice(.linear), dropout: rate)],
        outputs: units, objective: .sumOfSquaredErrors(Choice(.linear))))
    network.setWeight(Array(repeating: 1, count: units * rows), ofLayer: 0)
    network.setWeight(identity(units), ofLayer: 1)
    return network
  }

  private func identity(_ size: Int) -> [Double] {
    (0..<size * size).map { $0 % size == $0 / size ? 1 : 0 }
  }
}
