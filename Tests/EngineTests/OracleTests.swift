import KernelTable
import TestSupport
import Testing
import Vocabulary

@testable import Engine

/// Training and losses in float64 against PyTorch: `make oracle` computes what is read here.
@Suite struct OracleTests {
  /// Ten steps of every optimizer, schedule and penalty, by the learning rates that are stored.
  @Test func training() throws {
    let data = try OracleTable("training-data").rows
    let samples = Samples<Double>(
      inputs: Matrix(rounding: try data.map { try numbers($0, ["x0", "x1", "x2"]) }),
      targets: Matrix(rounding: try data.map { try numbers($0, ["y0", "y1"]) }))
    let initial = try OracleTable("training-initial").rows.map { try #require($0.number("value")) }
    let network = Self.network(initial)
    let engine = try Engine()
    let cases = try OracleTable("training-cases").rows
    let steps = try OracleTable("training-steps").byCase()
    let weights = try OracleTable("training-weights").byCase()
    #expect(cases.count == 588 && steps.count == 588 && weights.count == 588)
    for (number, settings) in cases.enumerated() {
      let batchSize = try #require(settings.integer("batch_size"))
      var trainer = Trainer(
        engine, network, try Self.descent(settings), recordsNorms: true, rowCapacity: batchSize)
      var first = 0
      var checked = 0
      for step in steps[number] {
        let rows = first..<min(first + batchSize, samples.count)
        first = rows.upperBound == samples.count ? 0 : rows.upperBound
        trainer.forward(samples, rows: rows)
        let loss = network.architecture.loss(ofSum: trainer.lossSum(), rows: rows.count)
        trainer.step(learningRate: try #require(step.number("learning_rate")))
        let norm = trainer.takeNormSums()[0]
        #expect(Self.isClose(loss, step.number("loss")), "case \(number)")
        #expect(Self.isClose(norm, step.number("gradient_norm")), "case \(number)")
        guard let row = weights[number].first(where: { $0.text("step") == step.text("step") })
        else { continue }
        checked += 1
        let expected = try row.fields.dropFirst(2).map { try #require(Double($0)) }
        let found = Self.parameters(trainer.network)
        let areClose = zip(found, expected).allSatisfy { Self.isClose($0, $1) }
        #expect(found.count == expected.count && areClose, "case \(number)")
      }
      #expect(steps[number].count == 10 && checked == weights[number].count)
    }
  }

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
      let value = objective.loss(ofSum: trainer.lossSum(), rows: rows, outputs: outputs)
      #expect(Self.isClose(value, row.number("value")), "\(row.fields)")
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
        #expect(Self.isClose(found, term.number("gradient")), "\(row.fields), \(term.fields)")
      }
    }
  }

  private static func isClose(_ number: Double, _ expected: Double?) -> Bool {
    guard let expected else { return false }
    return abs(number - expected) <= 1e-12 * max(1, abs(expected))
  }

  private func numbers(_ row: OracleTable.Row, _ columns: [String]) throws -> [Double] {
    try columns.map { try #require(row.number($0)) }
  }

  /// 3-4-3-2, tanh and at last linear, from numbers in PyTorch's order.
  private static func network(_ parameters: [Double]) -> Network<Double> {
    let tanh = Choice(Activation.tanh)
    let architecture = Architecture(
      inputs: 3, hidden: [.init(units: 4, activation: tanh), .init(units: 3, activation: tanh)],
      outputs: 2, objective: .meanSquaredError(Choice(.linear)))
    var network = Network<Double>(architecture)
    var rest = parameters[...]
    for layer in 0..<architecture.layerCount {
      let outputs = architecture.outputs(ofLayer: layer)
      let weight = rest.prefix(architecture.inputs(ofLayer: layer) * outputs)
      rest = rest.dropFirst(weight.count)
      network.setWeight(Array(weight), ofLayer: layer)
      network.setBias(Array(rest.prefix(outputs)), ofLayer: layer)
      rest = rest.dropFirst(outputs)
    }
    return network
  }

  private static func parameters(_ network: Network<Double>) -> [Double] {
    (0..<network.architecture.layerCount).flatMap {
      network.weight(ofLayer: $0) + network.bias(ofLayer: $0)
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

  private static func descent(_ settings: OracleTable.Row) throws -> Descent {
    let word = try #require(settings.text("optimizer").flatMap { Optimizer(named: $0) })
    var optimizer = Choice(word)
    for name in word.settings.map(\.name) {
      if let number = settings.number(name) {
        optimizer = optimizer.setting(name, to: .number(number))
      } else {
        let isOn = try #require(settings.text(name)) == "true"
        optimizer = optimizer.setting(name, to: .boolean(isOn))
      }
    }
    return Descent(
      optimizer, l1: try #require(settings.number("l1")), l2: try #require(settings.number("l2")),
      clipNorm: settings.number("clip_norm"))
  }
}
