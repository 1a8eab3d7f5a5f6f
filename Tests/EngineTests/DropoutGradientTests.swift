import Randomness
import Testing
import Vocabulary

@testable import Engine

/// Gradients of networks that drop units, against differences of the loss.
@Suite struct DropoutGradientTests {
  private static let seed: UInt64 = 42
  private let rows = 6

  /// Central differences with h = 1e-5, as for networks that drop nothing; the first step's mask is
  /// held fast.
  @Test(arguments: [Norm?.none, .layer], [Activation.tanh, .gelu, .softplus])
  func gradientIsThatOfTheLossBehindTheMask(norm: Norm?, activation: Activation) throws {
    let network = network(norm, activation)
    let updateRule = UpdateRule(Choice(.sgd))
    var trainer = Trainer<Double>(
      try Engine(), network.architecture, updateRule.formula, rowCapacity: rows)
    trainer.begin(network, updateRule, seed: Self.seed, inLane: 0)
    trainer.take(samples, rows: 0..<rows)
    trainer.step(learningRate: 1)
    let stepped = trainer.network.parameters
    let h = 1e-5
    for k in stepped.indices {
      var (above, below) = (network, network)
      above.parameters[k] += h
      below.parameters[k] -= h
      let difference = try (loss(above) - loss(below)) / (2 * h)
      let gradient = network.parameters[k] - stepped[k]
      #expect(abs(gradient - difference) <= 1e-7 * max(1, abs(difference)), "parameter \(k)")
    }
    #expect(stepped != network.parameters)
  }

  /// The mean over rows of the loss of the network that the row's mask leaves: what is dropped, or
  /// scaled up, is so by the weights above it.
  private func loss(_ network: Network<Double>) throws -> Double {
    let engine = try Engine()
    let losses = (0..<rows).map { row in
      var masked = network
      for (layer, hidden) in network.architecture.hidden.enumerated() {
        let stream = RandomStream(
          seed: Self.seed, purpose: .dropout, index: layer, step: 0)
        let weights = network.weight(ofLayer: layer + 1).enumerated().map { place, weight in
          let word = stream.word(at: row * hidden.units + place % hidden.units)
          let isKept = Double(word >> 11) * 0x1p-53 >= hidden.dropout
          return isKept ? weight / (1 - hidden.dropout) : 0
        }
        masked.setWeight(weights, ofLayer: layer + 1)
      }
      var trainer = Trainer(engine, masked, rowCapacity: 1)
      trainer.forward(samples, rows: row..<row + 1)
      return trainer.lossSum() / network.architecture.lossDivisor(rows: 1)
    }
    return losses.reduce(0, +) / Double(rows)
  }

  private func network(_ norm: Norm?, _ activation: Activation) -> Network<Double> {
    let architecture = Architecture(
      inputs: 3,
      hidden: [
        .init(units: 7, activation: Choice(activation), dropout: 0.4),
        .init(
          units: 5, activation: Choice(activation), norm: norm.map { Choice($0) }, dropout: 0.3),
      ], outputs: 2, objective: .crossEntropy)
    return Network(
      architecture,
      parameters: (0..<architecture.parameterCount).map { Double($0 * 53 % 31) / 31 - 0.45 })
  }

  private var samples: Samples<Double> {
    Samples(
      inputs: Matrix(
        rows: rows, columns: 3,
        elements: (0..<3 * rows).map { Double(($0 * 37 + 11) % 29) / 29 - 0.5 }),
      targets: Matrix(rounding: (0..<rows).map { $0 % 3 == 0 ? [1, 0] : [0, 1] }))
  }
}
