import Experiments
import TestPlans
import TestSupport
import Testing
import Vocabulary

@testable import Engine
@testable import Training

/// Training in float64 against PyTorch: `make oracle` computes what is read here.
@Suite struct TrainingOracleTests {
  /// Ten steps of every optimizer, schedule and penalty.
  @Test func `ten steps are PyTorch's`() throws {
    let problem = try Problem()
    let cases = try OracleTable("training-cases").rows
    let steps = try OracleTable("training-steps").byCase()
    let weights = try OracleTable("training-weights").byCase()
    #expect(cases.count == 588 && steps.count == 588 && weights.count == 588)
    for (number, settings) in cases.enumerated() {
      let configuration = try problem.configuration(settings)
      let found = try problem.train(configuration, steps: 10)
      #expect(steps[number].count == 10)
      for (row, step) in zip(steps[number], found) {
        #expect(row.has(step.rate, in: "learning_rate"), "case \(number)")
        #expect(row.has(step.loss, in: "loss"), "case \(number)")
        #expect(row.has(step.norm, in: "gradient_norm"), "case \(number)")
      }
      for row in weights[number] {
        let step = try #require(row.integer("step"))
        for (place, parameter) in found[step - 1].parameters.enumerated() {
          #expect(row.has(parameter, in: "p\(place)"), "case \(number)")
        }
      }
    }
  }
}

/// The rows and the initial network of all cases: 3-4-3-2, tanh and at last linear.
private struct Problem {
  /// What one step leaves.
  struct Step {
    let rate: Double
    let loss: Double
    let norm: Double
    let parameters: [Double]
  }

  private let inputs: [[Double]]
  private let targets: [[Double]]
  private let initial: [Double]

  init() throws {
    let data = try OracleTable("training-data").rows
    inputs = try data.map { row in try ["x0", "x1", "x2"].map { try #require(row.number($0)) } }
    targets = try data.map { row in try ["y0", "y1"].map { try #require(row.number($0)) } }
    initial = try OracleTable("training-initial").rows.map { try #require($0.number("value")) }
  }

  /// The run of a case.
  func configuration(_ settings: OracleTable.Row) throws -> RunConfiguration {
    func choice<Kind: Keyword>(_ key: String, of _: Kind.Type) throws -> String {
      let word = try #require(settings.text(key).flatMap { Kind(named: $0) })
      let members = word.settings.map(\.name).compactMap { name in
        settings.text(name).map { "\(name): \($0)" }
      }
      return "\(key): {\((["name: \(word.name)"] + members).joined(separator: ", "))}"
    }
    let numbers = ["learning_rate", "epochs", "batch_size", "l1", "l2", "clip_norm"]
    let lines =
      try [
        "dataset: {inputs: \(inputs), targets: \(targets)}", "layers: [3, 4, 3, 2]",
        "activation: tanh", "precision: float64", choice("optimizer", of: Optimizer.self),
        choice("schedule", of: Schedule.self),
      ] + numbers.compactMap { name in settings.text(name).map { "\(name): \($0)" } }
    return try RunPlan(spec: lines.joined(separator: "\n")).runs[0].configuration
  }

  /// Makes steps by batches, the rows in their order.
  func train(_ configuration: RunConfiguration, steps: Int) throws -> [Step] {
    let samples = Samples<Double>(
      inputs: Matrix(rounding: inputs), targets: Matrix(rounding: targets))
    let updateRule = UpdateRule(configuration)
    let architecture = Architecture(configuration)
    var trainer = Trainer<Double>(
      try Engine(), architecture, updateRule.formula, recordsNorms: true, rowCapacity: samples.count
    )
    trainer.begin(network(architecture), updateRule, inLane: 0)
    func meanLoss(of rows: Range<Int>) -> Double {
      trainer.take(samples, rows: rows)
      trainer.forward()
      var sums = [0.0]
      var span = sums.mutableSpan
      trainer.addLosses(to: &span)
      return sums[0] / architecture.lossDivisor(rows: rows.count)
    }
    let size =
      switch configuration.batchSize {
      case .full: samples.count
      case .rows(let size): size
      }
    let stepsPerEpoch = (samples.count + size - 1) / size
    var schedule = LearningRateSchedule(configuration)
    return (0..<steps).map { count in
      let (epoch, step) = count.quotientAndRemainder(dividingBy: stepsPerEpoch)
      let loss = meanLoss(of: step * size..<min((step + 1) * size, samples.count))
      let rates = [schedule.rate(epoch: epoch, step: step, stepsPerEpoch: stepsPerEpoch)]
      trainer.train(steps: 1, learningRates: rates.span)
      let norm = trainer.takeNormSums()[0]
      if step == stepsPerEpoch - 1, schedule.monitor != nil {
        schedule.observe(meanLoss(of: 0..<samples.count))
      }
      return Step(
        rate: rates[0], loss: loss, norm: norm,
        parameters: parameters(trainer.network(ofLane: 0)))
    }
  }

  /// The network before training; numbers are in PyTorch's order.
  private func network(_ architecture: Architecture) -> Network<Double> {
    var network = Network<Double>(architecture)
    var rest = initial[...]
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

  private func parameters(_ network: Network<Double>) -> [Double] {
    (0..<network.architecture.layerCount).flatMap {
      network.weight(ofLayer: $0) + network.bias(ofLayer: $0)
    }
  }
}
