import TestSupport
import Vocabulary

@testable import Experiments

/// A small sweep over keys of every axis group, made of random numbers: parameters, groups that move
/// together, exclusions and configurations beside them, in a grid or drawn.
struct RandomSweep {
  /// The sweep, with what it is a sweep of.
  let experiment: Experiment

  /// The sweep of a seed.
  init(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let samples = random.flip(1, of: 4) ? random.integer(1...6) : nil
    var paths = Self.values.keys.sorted { $0.key < $1.key }
    // Those that belong together seldom meet by chance.
    if random.flip() { paths = paths.filter { Self.related.contains($0.field) } }
    paths.shuffle(using: &random)
    let count = random.integer(1...4)
    var axes: [Sweep.Axis] = []
    var zips: [[Sweep.Axis]] = []
    var rest = paths.prefix(count)
    while let path = rest.popFirst() {
      if !rest.isEmpty, random.flip(1, of: 3) {
        let group = [path] + rest.prefix(random.integer(1...2))
        rest = rest.dropFirst(group.count - 1)
        let length = random.integer(1...3)
        zips.append(group.map { Sweep.Axis($0, Self.values(of: $0, length, by: &random)) })
      } else if samples != nil, [.learningRate, .l2].contains(path.field), random.flip() {
        axes.append(Sweep.Axis(path, drawnFrom: .uniform(0, 1)))
      } else {
        axes.append(Sweep.Axis(path, Self.values(of: path, random.integer(1...3), by: &random)))
      }
    }
    let all = axes + zips.joined()
    let exclusions = (0..<random.integer(0...2)).map { _ in
      let chosen = all.indices.shuffled(using: &random).prefix(random.integer(1...2))
      return Sweep.Exclusion(
        chosen.map { axis in
          Self.excluded(of: all[axis], at: axis, samples: samples ?? 1, by: &random)
        })
    }
    let inclusions = (0..<max(0, random.integer(-2...2))).map { _ in
      paths.shuffled(using: &random).prefix(random.integer(1...2)).map { path in
        Sweep.Assignment(path, Self.values(of: path, 1, by: &random)[0])
      }
    }
    experiment = Experiment(
      name: "test", description: nil,
      settings: settings([
        .epochs: .integer(20), .optimizer: word("sgd", ["momentum": .number(0.25)]),
        .logEvery: .text("auto"),
      ]),
      sweep: Sweep(
        axes: axes, zips: zips, method: samples == nil ? .grid : .random, samples: samples,
        exclusions: random.flip() ? exclusions : [], inclusions: inclusions,
        seeds: random.integer(1...2), rankBy: nil, maxRuns: 10_000),
      onDivergence: .fail)
  }

  /// One of the values that an axis has in some configuration.
  private static func excluded(
    of axis: Sweep.Axis, at place: Int, samples: Int, by random: inout SplitMix
  ) -> Sweep.Exclusion.Part {
    switch axis.values {
    case .list(let values):
      let index = random.integer(0...values.count - 1)
      return Sweep.Exclusion.Part(axis: place, value: values[index], indices: [index])
    case .distribution:
      let draws = SweepDraws(seed: 0, key: axis.path)
      let draw = RandomDraw(draws: draws, sample: random.integer(0...samples - 1))
      return Sweep.Exclusion.Part(
        axis: place, value: axis.value(at: axis.level(of: draw)), indices: [])
    }
  }

  /// Values of a key.
  private static func values(
    of path: SettingPath, _ count: Int, by random: inout SplitMix
  ) -> [SpecValue] {
    let (usual, odd) = values[path] ?? ([], [])
    return (0..<count).map { _ in
      random.one(of: !odd.isEmpty && random.flip(1, of: 8) ? odd : usual)
    }
  }

  /// Fields of axis groups that have several, and one beside them.
  private static let related = [Field.epochs, .stopAt, .logEvery, .optimizer, .batchSize]

  /// For each key what it takes most often, and what it takes now and then, as that seldom fits.
  private static let values: [SettingPath: (usual: [SpecValue], odd: [SpecValue])] = [
    SettingPath(.learningRate): ([.number(0.1), .number(0.5), .number(1e-39)], [.number(1e-60)]),
    SettingPath(.epochs): ([.integer(10), .integer(20), .integer(5000)], [.integer(3)]),
    SettingPath(.stopAt): ([.integer(4), .integer(9), .text("none")], [.integer(15)]),
    SettingPath(.logEvery): ([.integer(1), .integer(2), .text("auto")], []),
    SettingPath(.optimizer): (
      [.text("sgd"), word("sgd", ["momentum": .number(0.5)])], [.text("adam")]
    ),
    SettingPath(.optimizer, "momentum"): ([.number(0.5), .number(0.75)], [.number(0)]),
    SettingPath(.optimizer, "nesterov"): ([.boolean(true), .boolean(false)], []),
    SettingPath(.l1): ([.number(0), .number(0.1), .number(0.2)], []),
    SettingPath(.l2): ([.number(0), .number(0.1)], [.number(1e-60)]),
    SettingPath(.clipNorm): ([.number(1), .number(2), .text("none")], []),
    SettingPath(.batchSize): ([.integer(2), .integer(3), .text("full")], []),
    SettingPath(.schedule): ([.text("constant")], [.text("cosine"), .text("one_cycle")]),
    SettingPath(.precision): ([.text("float32"), .text("float64")], []),
    SettingPath(.layers): ([layers(2, 4, 1), layers(2, 1)], [layers(3, 1)]),
    SettingPath(.loss): ([.text("mse"), .text("mae")], []),
    SettingPath(.metrics): ([.list([.text("accuracy")]), .list([])], []),
    SettingPath(.split): (
      [
        .text("none"), .mapping([SpecValue.Member("validation", .number(0.5))]),
        .mapping([SpecValue.Member("folds", .integer(2))]),
      ], []
    ),
  ]
}
