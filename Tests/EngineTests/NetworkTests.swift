import Testing
import Vocabulary

@testable import Engine

/// Networks and architectures as values.
@Suite struct NetworkTests {
  static let architecture = Architecture(
    inputs: 2, hidden: [.init(units: 3, activation: Choice(.relu))], outputs: 2,
    objective: .meanSquaredError(Choice(.linear)))

  @Test func sizesAreThoseOfTheLayers() {
    let architecture = Self.architecture
    #expect(architecture.layerCount == 2)
    #expect((0..<2).map { architecture.inputs(ofLayer: $0) } == [2, 3])
    #expect((0..<2).map { architecture.outputs(ofLayer: $0) } == [3, 2])
    #expect(architecture.parameterCount == 2 * 3 + 3 + 3 * 2 + 2)
  }

  @Test func weightsAreKeptByLayer() {
    var network = Network<Double>(Self.architecture)
    #expect(network.weight(ofLayer: 0) == Array(repeating: 0, count: 6))
    network.setWeight([1, 2, 3, 4, 5, 6], ofLayer: 0)
    network.setBias([7, 8, 9], ofLayer: 0)
    network.setWeight([10, 11, 12, 13, 14, 15], ofLayer: 1)
    network.setBias([16, 17], ofLayer: 1)
    #expect(network.weight(ofLayer: 0) == [1, 2, 3, 4, 5, 6])
    #expect(network.bias(ofLayer: 0) == [7, 8, 9])
    #expect(network.weight(ofLayer: 1) == [10, 11, 12, 13, 14, 15])
    #expect(network.bias(ofLayer: 1) == [16, 17])
  }

  /// A row of a weight belongs to an output, as in `torch.nn.Linear`.
  @Test func rowsOfWeightsBelongToOutputs() throws {
    var network = Network<Double>(Self.architecture)
    network.setWeight([1, 10, 2, 20, -3, -30], ofLayer: 0)
    network.setBias([0.5, 0.25, 0.125], ofLayer: 0)
    network.setWeight([1, 0, 0, 1, 2, 3], ofLayer: 1)
    network.setBias([0, 100], ofLayer: 1)
    var trainer = Trainer(try Engine(), network, rowCapacity: 1)
    trainer.take(Matrix(rounding: [[1, 2]]), rows: 0..<1)
    trainer.forward()
    // Hidden: 1 + 20 + 0.5, 2 + 40 + 0.25, and 0 for −3 − 60 + 0.125.
    #expect(trainer.outputs(ofLane: 0).elements == [21.5, 21.5 + 84.5 + 100])
  }

  @Test func numbersAreRoundedOnce() {
    let matrix = Matrix<Float>(rounding: [[0.1, 1], [2, 16_777_217]])
    #expect(matrix.rows == 2 && matrix.columns == 2)
    #expect(matrix.elements == [0.1, 1, 2, 16_777_216])
    #expect(matrix[1, 0] == 2)
  }
}
