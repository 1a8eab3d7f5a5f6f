import KernelInterface
import Testing
import Vocabulary

@testable import Engine

/// The same bits by any number of threads.
@Suite struct ThreadTeamTests {
  /// A network, with how it is trained.
  struct Case: Sendable {
    let hidden: [Architecture.HiddenLayer]
    let objective: Objective
    let optimizer: Optimizer
    let rows: Int
  }

  static let cases = [
    Case(
      hidden: [.init(units: 40, activation: Choice(.relu))], objective: .crossEntropy,
      optimizer: .sgd, rows: 70),
    Case(
      hidden: [
        .init(units: 130, activation: Choice(.gelu), norm: Choice(.batch), dropout: 0.3),
        .init(units: 33, activation: Choice(.tanh), norm: Choice(.layer), dropout: 0.5),
      ], objective: .crossEntropy, optimizer: .adam, rows: 41),
    Case(
      hidden: [
        .init(units: 100, activation: Choice(.silu), norm: Choice(.layer)),
        .init(units: 90, activation: Choice(.elu), dropout: 0.1),
      ], objective: .huberLoss(Choice(.linear), delta: 1), optimizer: .rmsprop, rows: 3),
    Case(hidden: [], objective: .binaryCrossEntropy, optimizer: .nadam, rows: 1),
  ]

  @Test(arguments: cases, [true, false])
  func threadsDoNotShow(test: Case, clips: Bool) throws {
    #expect(try trained(test, Float.self, clips, threads: 1).losses.contains { $0 > 0 })
    for threads in [2, 5] {
      #expect(
        try trained(test, Float.self, clips, threads: threads)
          == trained(test, Float.self, clips, threads: 1))
      #expect(
        try trained(test, Double.self, clips, threads: threads)
          == trained(test, Double.self, clips, threads: 1))
    }
  }

  /// Crews come and go, asleep or not.
  @Test func crewsEnd() throws {
    var sums: [Int] = []
    for count in 2..<40 {
      let threadTeam = ThreadTeam(count: count % 6 + 2)
      let partial = UnsafeMutablePointer<Int>.allocate(capacity: threadTeam.count)
      defer { partial.deallocate() }
      let meetings = (0..<threadTeam.count).map { threadTeam.context(index: $0) }
      threadTeam.run { partial[$0] = meetings[$0].part(of: 100).count }
      nonisolated(unsafe) var sum = 0
      threadTeam.run { thread in
        meetings[thread].synchronize()
        if thread == 0 { for k in 0..<meetings.count { sum += partial[k] } }
        meetings[thread].synchronize()
      }
      sums.append(sum)
    }
    #expect(sums == Array(repeating: 100, count: 38))
  }

  @Test func partsMakeUpTheWhole() {
    let threadTeam = ThreadTeam(count: 5)
    for unit in [1, 8, 16] {
      for count in [0, 1, 7, 8, 9, 40, 81, 129] {
        let parts = (0..<5).map { threadTeam.context(index: $0).part(of: count, multipleOf: unit) }
        #expect(parts.flatMap { Array($0) } == Array(0..<count))
        for part in parts where !part.isEmpty { #expect(part.lowerBound % unit == 0) }
      }
    }
  }

  /// What training leaves.
  private struct Outcome<S: EngineScalar>: Equatable {
    let network: Network<S>
    let losses: [Double]
    let norms: [Double]
  }

  private func trained<S: EngineScalar>(
    _ test: Case, _: S.Type, _ clips: Bool, threads: Int
  ) throws -> Outcome<S> {
    var state: UInt64 = 3
    func next() -> S {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return S(Double(state >> 11) / 0x1p53 * 2 - 1)
    }
    let architecture = Architecture(
      inputs: 19, hidden: test.hidden, outputs: 10, objective: test.objective)
    var network = Network<S>(architecture)
    for k in network.parameters.indices { network.parameters[k] += next() / 4 }
    let samples = Samples<S>(
      inputs: Matrix(
        rows: test.rows, columns: 19, elements: (0..<test.rows * 19).map { _ in next() }),
      targets: Matrix(
        rows: test.rows, columns: 10,
        elements: (0..<test.rows * 10).map { $0 % 10 == $0 / 10 % 10 ? 1 : 0 }))
    let updateRule = UpdateRule(
      Choice(test.optimizer), l1: 0.001, l2: 0.01, clipNorm: clips ? 0.1 : nil)
    var trainer = Trainer<S>(
      try Engine(), architecture, updateRule.formula, recordsNorms: true, rowCapacity: test.rows,
      threads: threads)
    trainer.begin(network, updateRule, seed: 5, inLane: 0)
    var losses: [Double] = []
    let rates = [0.01]
    for rows in [test.rows, (test.rows + 1) / 2, test.rows] {
      trainer.take(samples, rows: 0..<rows)
      trainer.train(steps: 3, learningRates: rates.span)
      trainer.forward()
      losses.append(trainer.lossSum())
    }
    return Outcome(network: trainer.network, losses: losses, norms: trainer.takeNormSums())
  }
}
