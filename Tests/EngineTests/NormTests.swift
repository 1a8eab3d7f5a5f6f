import TestSupport
import Testing
import Vocabulary

@testable import Engine

@Suite struct NormTests {
  /// All numbers of PyTorch's norms come back from a network around a norm: rows that are one-hot
  /// make the weights below the norm its inputs and their gradients its input gradients, and an
  /// output layer that changes nothing brings any gradient from above by its targets.
  @Test(arguments: Engine.available)
  func normsArePyTorchs(instructionSet: InstructionSet) throws {
    let engine = try Engine(instructionSet: instructionSet)
    let units = try OracleTable("norm-units").byCase()
    for (numbers, unitRows) in zip(try OracleTable("norms").byCase(), units) {
      let passage = try Passage(numbers, unitRows)
      var trainer = Trainer(engine, passage.network, rowCapacity: passage.rows)
      trainer.take(passage.samples, rows: 0..<passage.rows)
      trainer.step(learningRate: 1)
      let trained = trainer.network

      let found = passage.network.weight(ofLayer: 0)
      for (k, (before, after)) in zip(found, trained.weight(ofLayer: 0)).enumerated() {
        let row = numbers[k % passage.rows * passage.units + k / passage.rows]
        #expect(row.has(before - after, in: "input_gradient"))
      }
      for (unit, row) in unitRows.enumerated() {
        let scale = passage.network.normScale(ofLayer: 0)[unit]
        let shift = passage.network.normShift(ofLayer: 0)[unit]
        #expect(row.has(scale - trained.normScale(ofLayer: 0)[unit], in: "scale_gradient"))
        #expect(row.has(shift - trained.normShift(ofLayer: 0)[unit], in: "shift_gradient"))
        guard passage.norm == .batch else { continue }
        #expect(row.has(trained.runningMean(ofLayer: 0)[unit], in: "running_mean"))
        #expect(row.has(trained.runningVariance(ofLayer: 0)[unit], in: "running_variance"))
      }

      var evaluated = passage.network
      evaluated.statistics = trained.statistics
      trainer.setNetwork(evaluated, ofLane: 0)
      trainer.forward()
      for (value, row) in zip(trainer.outputs(ofLane: 0).elements, numbers) {
        #expect(row.has(value, in: "evaluated"))
      }
    }
  }

  static let norms: [[Norm?]] = [
    [.batch, nil], [nil, .batch], [.batch, .batch], [.layer, .layer], [.layer, .batch],
  ]

  /// Central differences with h = 1e-5, as for networks without norms.
  @Test(arguments: norms, Activation.allCases)
  func gradientIsThatOfTheLossInTraining(norms: [Norm?], activation: Activation) throws {
    let engine = try Engine()
    let problem = NormProblem(norms, activation, rows: 6, momentum: 1)
    var trainer = Trainer(engine, problem.network, rowCapacity: 6)
    trainer.take(problem.samples, rows: 0..<6)
    trainer.step(learningRate: 1)
    let stepped = trainer.network.parameters
    let h = 1e-5
    for k in stepped.indices {
      var above = problem.network
      above.parameters[k] += h
      var below = problem.network
      below.parameters[k] -= h
      let difference = try (problem.loss(above) - problem.loss(below)) / (2 * h)
      let gradient = problem.network.parameters[k] - stepped[k]
      #expect(abs(gradient - difference) <= 1e-7 * max(1, abs(difference)), "parameter \(k)")
    }
  }

  /// A batch of one row is normalised to 0, and says nothing about the variance.
  @Test func aSingleRowMovesTheRunningMeanAlone() throws {
    let problem = NormProblem([.batch], .linear, rows: 1, momentum: 0.1)
    var trainer = Trainer(try Engine(), problem.network, rowCapacity: 1)
    trainer.take(problem.samples, rows: 0..<1)
    let below = problem.network
    trainer.step(learningRate: 1)
    let after = trainer.network
    #expect(after.runningVariance(ofLayer: 0) == below.runningVariance(ofLayer: 0))
    #expect(after.runningMean(ofLayer: 0) != below.runningMean(ofLayer: 0))
    #expect(after.weight(ofLayer: 0) == below.weight(ofLayer: 0))
    #expect(after.normScale(ofLayer: 0) == below.normScale(ofLayer: 0))
    #expect(after.normShift(ofLayer: 0) != below.normShift(ofLayer: 0))
  }

  @Test func normsBeginAtTheIdentity() {
    let network = Network<Float>(
      NormProblem([.batch, .layer], .relu, rows: 1, momentum: 0.1).network.architecture)
    #expect(network.normScale(ofLayer: 1) == [1, 1, 1, 1])
    #expect(network.normShift(ofLayer: 1) == [0, 0, 0, 0])
    #expect(network.runningMean(ofLayer: 0) == [0, 0, 0, 0, 0])
    #expect(network.runningVariance(ofLayer: 0) == [1, 1, 1, 1, 1])
    #expect(!network.architecture.canBeGrouped)
    #expect(network.architecture.parameterCount == 3 * 5 + 5 * 3 + 5 * 4 + 4 * 3 + 4 * 2 + 2)
  }

  /// NaN in one row goes to all rows of a batch, and to its own alone of a layer norm.
  @Test(arguments: [Norm.batch, .layer])
  func notANumberTravels(norm: Norm) throws {
    let problem = NormProblem([norm], .relu, rows: 4, momentum: 0.1)
    var inputs = (0..<12).map { Double($0) }
    inputs[4] = .nan
    let samples = Samples(
      inputs: Matrix(rows: 4, columns: 3, elements: inputs),
      targets: Matrix(rows: 4, columns: 2, elements: Array(repeating: 0, count: 8)))
    var trainer = Trainer(try Engine(), problem.network, rowCapacity: 4)
    trainer.forward(samples, rows: 0..<4)
    let outputs = trainer.outputs(ofLane: 0).elements
    for k in outputs.indices { #expect(outputs[k].isNaN == (k / 2 == 1)) }
    trainer.step(learningRate: 0.1)
    let after = trainer.network
    for weight in after.weight(ofLayer: 0) { #expect(weight.isNaN) }
    if norm == .batch {
      for variance in after.runningVariance(ofLayer: 0) { #expect(variance.isNaN) }
    }
  }
}

/// A case of the oracle as a network.
private struct Passage {
  let norm: Norm
  let rows: Int
  let units: Int
  let network: Network<Double>
  let samples: Samples<Double>

  init(_ numbers: [OracleTable.Row], _ unitRows: [OracleTable.Row]) throws {
    func column(_ name: String) throws -> [Double] {
      try numbers.map { try #require($0.number(name)) }
    }
    norm = try #require(numbers[0].text("norm").flatMap { Norm(named: $0) })
    rows = try #require(numbers[0].integer("rows"))
    units = unitRows.count
    let architecture = Architecture(
      inputs: rows,
      hidden: [.init(units: units, activation: Choice(.linear), norm: Choice(norm))],
      outputs: units, objective: .sumOfSquaredErrors(Choice(.linear)))
    var network = Network<Double>(architecture)
    let inputs = try column("input")
    let (rows, units) = (rows, units)
    network.setWeight(
      (0..<units * rows).map { inputs[$0 % rows * units + $0 / rows] }, ofLayer: 0)
    network.setWeight(Self.identity(units), ofLayer: 1)
    network.setNormScale(try unitRows.map { try #require($0.number("scale")) }, ofLayer: 0)
    network.setNormShift(try unitRows.map { try #require($0.number("shift")) }, ofLayer: 0)
    self.network = network
    let targets = zip(try column("output"), try column("output_gradient")).map { $0 - $1 / 2 }
    samples = Samples(
      inputs: Matrix(rows: rows, columns: rows, elements: Self.identity(rows)),
      targets: Matrix(rows: rows, columns: units, elements: targets))
  }

  private static func identity(_ size: Int) -> [Double] {
    (0..<size * size).map { $0 % size == $0 / size ? 1 : 0 }
  }
}

/// A network with norms, and rows that it is trained on.
private struct NormProblem {
  let network: Network<Double>
  let samples: Samples<Double>

  init(_ norms: [Norm?], _ activation: Activation, rows: Int, momentum: Double) {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53 * 2 - 1
    }
    let architecture = Architecture(
      inputs: 3,
      hidden: norms.enumerated().map { layer, norm in
        let choice = norm.map { norm in
          norm == .batch
            ? Choice(norm).setting("momentum", to: .number(momentum)) : Choice(norm)
        }
        return .init(units: 5 - layer, activation: Choice(activation), norm: choice)
      }, outputs: 2, objective: .meanSquaredError(Choice(.linear)))
    network = Network(
      architecture, parameters: (0..<architecture.parameterCount).map { _ in next() })
    samples = Samples(
      inputs: Matrix(rows: rows, columns: 3, elements: (0..<rows * 3).map { _ in next() }),
      targets: Matrix(rows: rows, columns: 2, elements: (0..<rows * 2).map { _ in next() }))
  }

  /// The loss of a batch as it is in training: with a momentum of 1 a step that moves nothing leaves
  /// the statistics of the batch, but for the variances, which are unbiased.
  func loss(_ network: Network<Double>) throws -> Double {
    var trainer = Trainer(try Engine(), network, rowCapacity: samples.count)
    trainer.take(samples, rows: 0..<samples.count)
    trainer.step(learningRate: 0)
    var evaluated = trainer.network
    let rows = Double(samples.count)
    for layer in 0..<network.architecture.hidden.count
    where network.architecture.norm(ofLayer: layer)?.word == .batch {
      let variances = evaluated.runningVariance(ofLayer: layer)
      evaluated.setRunningVariance(variances.map { $0 * (rows - 1) / rows }, ofLayer: layer)
    }
    trainer.setNetwork(evaluated, ofLane: 0)
    trainer.forward()
    return trainer.lossSum() / network.architecture.lossDivisor(rows: samples.count)
  }
}
