import KernelInterface
import TestSupport
import Testing
import Vocabulary

@testable import Engine

/// Losses in float64 against PyTorch: `make oracle` computes what is read here.
@Suite struct LossOracleTests {
  /// Values of every loss and their derivatives by each output, or by each logit.
  @Test func losses() throws {
    let cases = try OracleTable("losses").rows
    let terms = try OracleTable("loss-terms").byCase()
    let engine = try Engine()
    #expect(cases.count == 45 && terms.count == 45)
    #expect(Set(cases.compactMap { $0.text("loss") }).count == Loss.allCases.count)
    for (row, terms) in zip(cases, terms) {
      let word = try #require(row.text("loss").flatMap { Loss(named: $0) })
      let (rows, outputs) = (
        try #require(row.integer("rows")), try #require(row.integer("outputs"))
      )
      var loss = Choice(word)
      if let delta = row.number("delta") { loss = loss.setting("delta", to: .number(delta)) }
      let output: Choice<OutputActivation> =
        switch word {
        case .mse, .sse, .mae, .huber: Choice(.elementwise(.linear))
        case .binaryCrossEntropy: Choice(.elementwise(.sigmoid))
        case .crossEntropy: Choice(.softmax)
        }
      let objective = try #require(Objective(loss, output: output))
      let logits = try terms.map { try #require($0.number("output")) }
      let targets = try terms.map { try #require($0.number("target")) }

      var trainer = Trainer(
        engine, Self.identity(objective, count: outputs), rowCapacity: rows)
      let samples = Samples<Double>(
        inputs: Matrix(rows: rows, columns: outputs, elements: logits),
        targets: Matrix(rows: rows, columns: outputs, elements: targets))
      trainer.forward(samples, rows: 0..<rows)
      let value = trainer.lossSum() / objective.lossDivisor(rows: rows, outputs: outputs)
      #expect(row.has(value, in: "value"), "\(row.fields)")
      var gradient = Array(repeating: 0.0, count: logits.count)
      let values = trainer.outputs(ofLane: 0).elements
      logits.withUnsafeBufferPointer { logits in
        values.withUnsafeBufferPointer { values in
          targets.withUnsafeBufferPointer { targets in
            guard let z = logits.baseAddress, let o = values.baseAddress,
              let y = targets.baseAddress
            else { return }
            let plan = LossPlan(
              loss: word, parameter: objective.parameter, rows: rows, outputs: outputs, logits: z,
              values: o, targets: y)
            engine.kernels.float64.losses.gradient(plan, &gradient)
          }
        }
      }
      for (found, term) in zip(gradient, terms) {
        #expect(term.has(found, in: "gradient"), "\(row.fields), \(term.fields)")
      }
    }
  }

  /// A layer whose logits are its inputs.
  private static func identity(_ objective: Objective, count: Int) -> Network<Double> {
    var network = Network<Double>(
      Architecture(inputs: count, hidden: [], outputs: count, objective: objective))
    let weight = (0..<count * count).map { $0 % (count + 1) == 0 ? 1.0 : 0 }
    network.setWeight(weight, ofLayer: 0)
    return network
  }
}
