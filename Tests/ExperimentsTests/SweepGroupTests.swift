import Testing
import Vocabulary

@testable import Experiments

/// Keys that move together, and configurations beside the combinations.
@Suite struct SweepGroupTests {
  private func plan(_ experiment: Experiment) throws(RunPlan.Failure) -> RunPlan {
    try RunPlan(expanding: experiment) { _ in facts() }
  }

  private let zips = [
    [axis(.l1, nil, 0, 1), axis(.l2, nil, 10, 11)], [axis(.clipNorm, nil, 5, 6, 7)],
  ]

  @Test func `keys of a group move together, groups after the parameters`() throws {
    let plan = try plan(
      experiment(axes: [axis(.learningRate, nil, 0.1, 0.2)], zips: zips, seeds: 2))
    #expect(plan.keys.map(\.key) == ["learning_rate", "l1", "l2", "clip_norm"])
    #expect(plan.runs.count == 2 * 2 * 3 * 2)
    let rows = plan.runs.map { $0.parameters.compactMap(\.asNumber) }
    #expect(
      rows.prefix(8) == [
        [0.1, 0, 10, 5], [0.1, 0, 10, 5], [0.1, 0, 10, 6], [0.1, 0, 10, 6], [0.1, 0, 10, 7],
        [0.1, 0, 10, 7], [0.1, 1, 11, 5], [0.1, 1, 11, 5],
      ])
    #expect(plan.runs.map(\.configuration.seed).prefix(3) == [0, 1, 0])
  }

  @Test func `exclusions are by keys of groups too`() throws {
    let plan = try plan(experiment(zips: zips, exclusions: [exclusion([1: [0], 2: [1, 2]])]))
    #expect(
      plan.runs.map { $0.parameters.compactMap(\.asNumber) }
        == [[0, 10, 5], [1, 11, 5], [1, 11, 6], [1, 11, 7]])
  }

  @Test func `what is tied to other keys takes those of its own kind along`() throws {
    let epochs = Sweep.Axis(SettingPath(.epochs), [.integer(10), .integer(20)])
    let sizes = Sweep.Axis(SettingPath(.batchSize), [.integer(2), .integer(3)])
    let logs = Sweep.Axis(SettingPath(.logEvery), [.integer(1), .integer(2)])
    let plan = try plan(experiment(axes: [logs], zips: [[epochs, sizes]]))
    #expect(plan.runs.map(\.configuration.epochs) == [10, 20, 10, 20])
    #expect(plan.runs.map(\.configuration.logEvery) == [1, 1, 2, 2])
    let stops = Sweep.Axis(SettingPath(.stopAt), [.integer(4), .integer(15)])
    #expect(throws: RunPlan.Failure.self) {
      try self.plan(experiment(axes: [stops], zips: [[epochs, sizes]]))
    }
  }

  @Test func `where nothing sweeps a key, its value is as the spec writes it`() throws {
    let moons = axis(.dataset, words: "moons", "circles")
    let sizes = Sweep.Axis(SettingPath(.batchSize), [.integer(2), .integer(4)])
    let momentum = axis(.optimizer, "momentum", 0, 0.5)
    let plan = try plan(
      experiment(
        [.dataset: .text("moons"), .batchSize: .integer(4)], axes: [moons, sizes, momentum],
        inclusions: [[assign(.l2, .number(0.5))], [assign(.optimizer, .text("adam"))]]))
    #expect(
      plan.keys.map(\.key) == ["dataset", "batch_size", "optimizer.momentum", "l2", "optimizer"])
    #expect(
      plan.runs[1].parameters == [
        .text("moons"), .integer(2), .number(0.5), .number(0),
        word("sgd", ["momentum": .number(0.5)]),
      ])
    #expect(
      plan.runs.suffix(2).map(\.parameters) == [
        [.text("moons"), .integer(4), .number(0), .number(0.5), .text("sgd")],
        [.text("moons"), .integer(4), .text("none"), .number(0), .text("adam")],
      ])
    for (index, key) in plan.keys.enumerated() {
      #expect(Set(plan.values(of: key)) == Set(plan.runs.map { $0.parameters[index] }))
    }
  }

  private func assign(_ field: Field, _ value: SpecValue) -> Sweep.Assignment {
    Sweep.Assignment(SettingPath(field), value)
  }

  @Test func `included configurations come last, over seeds and folds, the rest being the spec's`()
    throws
  {
    let split = SpecValue.mapping([SpecValue.Member("folds", .integer(2))])
    let inclusions = [
      [assign(.learningRate, .number(5))],
      [
        assign(.optimizer, .text("adam")), assign(.clipNorm, .number(2)),
        Sweep.Assignment(SettingPath(.optimizer, "beta1"), .number(0.5)),
      ],
    ]
    let plan = try plan(
      experiment(
        [.split: split, .l2: .number(0.25)],
        axes: [axis(.learningRate, nil, 0.1, 0.2), axis(.l2, nil, 0, 1)],
        inclusions: inclusions, seeds: 2))
    #expect(
      plan.keys.map(\.key) == ["learning_rate", "l2", "optimizer", "clip_norm", "optimizer.beta1"])
    #expect(plan.runs.count == (4 + 2) * 2 * 2)
    #expect(
      plan.runs.map(\.configurationNumber) == (1...6).flatMap { Array(repeating: $0, count: 4) })
    let (first, last) = (plan.runs[0], plan.runs[plan.runs.count - 1])
    #expect(
      first.parameters == [
        .number(0.1), .number(0), .text("sgd"), .text("none"), .text("none"),
      ])
    #expect(plan.runs[16].parameters.prefix(2) == [.number(5), .number(0.25)])
    #expect(plan.runs[16].configuration.l2 == 0.25)
    #expect(
      last.parameters == [
        .number(0.5), .number(0.25), .text("adam"), .number(2), .number(0.5),
      ])
    #expect(last.configuration.learningRate == 0.5)
    #expect(last.configuration.optimizer.number("beta1") == 0.5)
    #expect(plan.runs.suffix(4).map(\.fold) == ["1", "1", "2", "2"])
    #expect(plan.runs.suffix(4).map(\.configuration.seed) == [0, 1, 0, 1])
  }

  @Test func `a configuration that is there already is listed once`() throws {
    let plan = try plan(
      experiment(
        axes: [axis(.learningRate, nil, 0.1, 0.5)], inclusions: [[assign(.l2, .number(0))]]))
    #expect(plan.runs.count == 2)
    #expect(plan.duplicates.map(\.number) == [2])
  }

  @Test func `a configuration of which some runs are there already is refused`() throws {
    let folds = SpecValue.Member("folds", .integer(3))
    let one = SpecValue.mapping([folds, SpecValue.Member("fold", .integer(2))])
    let rates = axis(.learningRate, nil, 0.1, 0.5)
    let error = #expect(throws: RunPlan.Failure.self) {
      try plan(
        experiment(
          [.split: one], axes: [rates],
          inclusions: [
            [assign(.learningRate, .number(0.7)), assign(.split, .mapping([folds]))],
            [assign(.learningRate, .number(0.5)), assign(.split, .mapping([folds]))],
          ], seeds: 2))
    }
    guard case .problems(let placed)? = error else { return #expect(Bool(false)) }
    #expect(placed.map(\.place) == [.inclusion(1)])
    #expect(placed.map(\.problem.kind) == [.sweep(.sharedRuns(2, of: 6))])

    let whole = try plan(
      experiment([.split: .mapping([folds])], axes: [rates], inclusions: [[assign(.split, one)]]))
    #expect(whole.duplicates.map(\.number) == [2])
  }

  @Test func `problems are placed where they come from`() throws {
    let error = #expect(throws: RunPlan.Failure.self) {
      try plan(
        experiment(
          axes: [axis(.learningRate, nil, 0.1, 0.5)],
          inclusions: [[assign(.l2, .number(1))], [assign(.layers, layers(3, 1))]]))
    }
    guard case .problems(let placed)? = error else { return #expect(Bool(false)) }
    #expect(placed.map(\.place) == [.inclusion(1)])
  }

  @Test func `runs of included configurations are counted before there are any`() {
    func count(_ inclusions: [[Sweep.Assignment]], seeds: Int = 1) -> Int? {
      experiment(zips: zips, inclusions: inclusions, seeds: seeds).points.runCount
    }
    let folds = SpecValue.mapping([SpecValue.Member("folds", .integer(4))])
    #expect(count([]) == 6)
    #expect(count([[assign(.l1, .number(1))], [assign(.split, folds)]], seeds: 10) == 110)
    #expect(count([[assign(.split, folds)]], seeds: Int.max / 8) == nil)
  }
}
