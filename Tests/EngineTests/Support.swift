import Engine
import Vocabulary

/// Training of a network that is alone.
extension Trainer {
  init(
    _ engine: Engine, _ network: Network<S>, _ updateRule: UpdateRule = UpdateRule(Choice(.sgd)),
    recordsNorms: Bool = false, rowCapacity: Int
  ) {
    self.init(
      engine, network.architecture, updateRule.formula, recordsNorms: recordsNorms,
      rowCapacity: rowCapacity)
    begin(network, updateRule, inLane: 0)
  }

  var network: Network<S> { network(ofLane: 0) }

  mutating func forward(_ samples: Samples<S>, rows: Range<Int>) {
    take(samples, rows: rows)
    forward()
  }

  mutating func forward(_ samples: Samples<S>, indices: [Int]) {
    take(samples, indices: indices.span)
    forward()
  }

  mutating func lossSum(adding sum: Double = 0) -> Double {
    var sums = [sum]
    var span = sums.mutableSpan
    addLosses(to: &span)
    return sums[0]
  }

  mutating func step(learningRate: Double) {
    let rates = [learningRate]
    train(steps: 1, learningRates: rates.span)
  }
}

/// Every loss with every output that goes with it.
let objectives: [Objective] = Loss.allCases.flatMap { loss in
  OutputActivation.allCases.compactMap { Objective(Choice(loss), output: Choice($0)) }
}
