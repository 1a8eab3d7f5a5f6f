import Testing
import Vocabulary

@testable import Engine

/// The calls that training is made of.
@Suite struct TrainerTests {
  static let sigmoid = Choice(Activation.sigmoid)

  static func xor<S: EngineScalar>() -> Samples<S> {
    Samples(
      inputs: Matrix(rounding: [[0, 0], [0, 1], [1, 0], [1, 1]]),
      targets: Matrix(rounding: [[0], [1], [1], [0]]))
  }

  @Test(arguments: [Objective.meanSquaredError(sigmoid), .binaryCrossEntropy])
  func learnsExclusiveOr(objective: Objective) throws {
    let architecture = Architecture(
      inputs: 2, hidden: [.init(units: 4, activation: Self.sigmoid)], outputs: 1,
      objective: objective)
    var network = Network<Float>(architecture)
    network.setWeight([0.5, -0.3, 0.8, 0.1, -0.7, 0.4, 0.2, -0.9], ofLayer: 0)
    network.setWeight([0.3, -0.6, 0.7, -0.2], ofLayer: 1)
    let samples: Samples<Float> = Self.xor()
    var trainer = Trainer(try Engine(), network, rowCapacity: 4)
    var losses: [Double] = []
    for _ in 0..<10000 {
      trainer.forward(samples, rows: 0..<4)
      losses.append(trainer.lossSum() / architecture.lossDivisor(rows: 4))
      trainer.step(learningRate: 1)
    }
    #expect(try #require(losses.first) > 0.2)
    #expect(try #require(losses.last) < 0.001)
    trainer.forward(samples, rows: 0..<4)
    let outputs = trainer.outputs(ofLane: 0)
    #expect(outputs.rows == 4 && outputs.columns == 1)
    trainer.forward(samples, rows: 0..<4)
    trainer.withOutputs { values in
      for (index, target) in [Float(0), 1, 1, 0].enumerated() {
        #expect(values[index] == outputs.elements[index])
        #expect(abs(values[index] - target) < 0.1)
      }
    }
  }

  @Test func lossSumGoesOnOverChunks() throws {
    let samples = Self.manySamples(count: 23)
    for loss in [Objective.meanSquaredError(Self.sigmoid), .binaryCrossEntropy, .crossEntropy] {
      let network = Self.network(loss)
      var whole = Trainer(try Engine(), network, rowCapacity: 23)
      whole.forward(samples, rows: 0..<23)
      let expected = whole.lossSum(adding: 0.125)
      for capacity in [1, 4, 22] {
        var trainer = Trainer(try Engine(), network, rowCapacity: capacity)
        var sum = 0.125
        for first in stride(from: 0, to: 23, by: capacity) {
          trainer.forward(samples, rows: first..<min(first + capacity, 23))
          sum = trainer.lossSum(adding: sum)
        }
        #expect(sum == expected)
      }
    }
  }

  @Test func gatheredSamplesAreThoseAsked() throws {
    let samples = Self.manySamples(count: 9)
    let network = Self.network(.crossEntropy)
    var gathered = Trainer(try Engine(), network, rowCapacity: 9)
    var neighbours = Trainer(try Engine(), network, rowCapacity: 9)
    let order = [4, 5, 6]
    gathered.forward(samples, indices: order)
    neighbours.forward(samples, rows: 4..<7)
    #expect(gathered.outputs(ofLane: 0) == neighbours.outputs(ofLane: 0))
    #expect(gathered.lossSum() == neighbours.lossSum())
    gathered.step(learningRate: 0.1)
    neighbours.step(learningRate: 0.1)
    #expect(gathered.network == neighbours.network)
    #expect(gathered.network != network)

    let reversed = [8, 2]
    gathered.forward(samples, indices: reversed)
    neighbours.forward(samples, rows: 2..<9)
    #expect(
      gathered.outputs(ofLane: 0).elements[2...] == neighbours.outputs(ofLane: 0).elements[..<2])
    #expect(
      gathered.outputs(ofLane: 0).elements[..<2] == neighbours.outputs(ofLane: 0).elements[12...])
  }

  @Test func predictionsNeedNoTargets() throws {
    let samples = Self.manySamples(count: 5)
    var trainer = Trainer(try Engine(), Self.network(.crossEntropy), rowCapacity: 5)
    trainer.forward(samples, rows: 1..<4)
    let expected = trainer.outputs(ofLane: 0)
    trainer.take(Self.inputs(count: 5), rows: 1..<4)
    trainer.forward()
    #expect(trainer.outputs(ofLane: 0) == expected)
    for row in 0..<3 {
      let total = expected[row, 0] + expected[row, 1]
      #expect(abs(total - 1) < 1e-6)
    }
  }

  @Test func networkComesAndGoes() throws {
    let network = Self.network(.crossEntropy)
    var trainer = Trainer(try Engine(), network, rowCapacity: 4)
    #expect(trainer.network == network)
    let samples = Self.manySamples(count: 4)
    trainer.forward(samples, rows: 0..<4)
    trainer.step(learningRate: 0.5)
    #expect(trainer.network != network)
    trainer.setNetwork(network, ofLane: 0)
    #expect(trainer.network == network)
  }

  /// Whatever the form, outputs and targets stand row by row, in each the lanes side by side.
  @Test(arguments: TrainingForm.allCases, [1, 2])
  func outputsAndTargetsStandByRow(form: TrainingForm, outputs: Int) throws {
    let samples = Samples<Float>(
      inputs: Self.inputs(count: 9),
      targets: Matrix(rows: 9, columns: outputs, elements: (0..<9 * outputs).map(Float.init)))
    let architecture = Architecture(
      inputs: 3, hidden: [.init(units: 5, activation: Choice(.tanh))], outputs: outputs,
      objective: .meanSquaredError(Choice(.linear)))
    let network = Network<Float>(
      architecture,
      parameters: (0..<architecture.parameterCount).map { Float($0 * 53 % 31) / 31 - 0.5 })
    let updateRule = UpdateRule(Choice(.sgd))
    var alone = Trainer(try Engine(), network, rowCapacity: 9)
    alone.forward(samples, rows: 0..<9)
    let expected = alone.outputs(ofLane: 0)

    var trainer = Trainer<Float>(
      try Engine(), architecture, updateRule.formula, form: form, rowCapacity: 9)
    let lanes = trainer.lanes
    for lane in 0..<lanes { trainer.begin(network, updateRule, inLane: lane) }
    func row(_ position: Int, _ lane: Int) -> Int { (lane + 5 * position) % 9 }
    let indices = (0..<lanes * 4).map { row($0 % 4, $0 / 4) }
    trainer.take(samples, indices: indices.span)
    trainer.forward()
    trainer.withOutputs { values in
      #expect(values.count == 4 * outputs * lanes)
      for place in 0..<values.count {
        let (lane, output) = (place % lanes, place / lanes % outputs)
        let row = row(place / lanes / outputs, lane)
        #expect(values[place] == expected[row, output])
      }
    }
    trainer.take(Self.inputs(count: 9), rows: 6..<9)
    trainer.forward()
    for lane in [0, lanes - 1] {
      #expect(trainer.outputs(ofLane: lane).elements == Array(expected.elements[(6 * outputs)...]))
    }
  }

  static func inputs(count: Int) -> Matrix<Float> {
    Matrix(
      rows: count, columns: 3,
      rounding: (0..<3 * count).map { Double(($0 * 37 + 11) % 29) / 29 - 0.5 })
  }

  static func manySamples(count: Int) -> Samples<Float> {
    Samples(
      inputs: inputs(count: count),
      targets: Matrix(rounding: (0..<count).map { $0 % 3 == 0 ? [1, 0] : [0, 1] }))
  }

  static func network(_ objective: Objective) -> Network<Float> {
    let architecture = Architecture(
      inputs: 3, hidden: [.init(units: 5, activation: Choice(.tanh))], outputs: 2,
      objective: objective)
    return Network(
      architecture,
      parameters: (0..<architecture.parameterCount).map { Float($0 * 53 % 31) / 31 - 0.5 })
  }
}
