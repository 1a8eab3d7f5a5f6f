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
      losses.append(architecture.loss(ofSum: trainer.lossSum(), rows: 4))
      trainer.step(learningRate: 1)
    }
    #expect(try #require(losses.first) > 0.2)
    #expect(try #require(losses.last) < 0.001)
    trainer.forward(samples, rows: 0..<4)
    let outputs = trainer.outputs()
    #expect(outputs.rows == 4 && outputs.columns == 1)
    trainer.forward(samples, rows: 0..<4)
    trainer.withOutputsAndTargets { values, targets in
      for index in 0..<4 {
        #expect(values[index] == outputs.elements[index])
        #expect(abs(values[index] - targets[index]) < 0.1)
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
    gathered.forward(samples, indices: order.span)
    neighbours.forward(samples, rows: 4..<7)
    #expect(gathered.outputs() == neighbours.outputs())
    #expect(gathered.lossSum() == neighbours.lossSum())
    gathered.step(learningRate: 0.1)
    neighbours.step(learningRate: 0.1)
    #expect(gathered.network == neighbours.network)
    #expect(gathered.network != network)

    let reversed = [8, 2]
    gathered.forward(samples, indices: reversed.span)
    neighbours.forward(samples, rows: 2..<9)
    #expect(gathered.outputs().elements[2...] == neighbours.outputs().elements[..<2])
    #expect(gathered.outputs().elements[..<2] == neighbours.outputs().elements[12...])
  }

  @Test func predictionsNeedNoTargets() throws {
    let samples = Self.manySamples(count: 5)
    var trainer = Trainer(try Engine(), Self.network(.crossEntropy), rowCapacity: 5)
    trainer.forward(samples, rows: 1..<4)
    let expected = trainer.outputs()
    trainer.forward(Self.inputs(count: 5), rows: 1..<4)
    #expect(trainer.outputs() == expected)
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
    trainer.network = network
    #expect(trainer.network == network)
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
