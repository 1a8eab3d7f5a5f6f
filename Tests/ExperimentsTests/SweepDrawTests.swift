import Testing
import Vocabulary

@testable import Experiments

/// What random sweeps draw.
@Suite struct SweepDrawTests {
  private func draws(_ field: Field, seed: Int = 0) -> SweepDraws {
    SweepDraws(seed: seed, key: SettingPath(field))
  }

  private func values(_ distribution: Distribution, _ field: Field, seed: Int = 0) -> [Double] {
    (0..<2000).map { sample in
      distribution.number(of: RandomDraw(draws: draws(field, seed: seed), sample: sample))
    }
  }

  static let distributions = [
    Distribution.uniform(0.1, 0.3), .uniform(-1, 1), .logUniform(1e-4, 1),
    .logUniform(1e-300, 1e300), .integers(3, 9), .integers(-5, 5),
  ]

  @Test(arguments: distributions)
  func `draws stay between the ends and reach to both`(distribution: Distribution) {
    let values = values(distribution, .learningRate)
    let (low, high, position): (Double, Double, (Double) -> Double) =
      switch distribution {
      case .uniform(let low, let high): (low, high, { ($0 - low) / (high - low) })
      case .logUniform(let low, let high):
        (
          low, high,
          {
            ($0.exponentAndRest - low.exponentAndRest)
              / (high.exponentAndRest - low.exponentAndRest)
          }
        )
      case .integers(let low, let high):
        (Double(low), Double(high), { ($0 - Double(low)) / Double(high - low) })
      }
    #expect(values.allSatisfy { low <= $0 && $0 <= high })
    let positions = values.map(position)
    #expect(positions.min() ?? 1 < 0.02 && positions.max() ?? 0 > 0.98)
    let mean = positions.reduce(0, +) / Double(positions.count)
    #expect(abs(mean - 0.5) < 0.03)
  }

  @Test func `whole numbers are drawn alike, both ends included`() {
    let counts = Dictionary(grouping: values(.integers(1, 4), .epochs), by: \.self)
      .mapValues(\.count)
    #expect(Set(counts.keys) == [1, 2, 3, 4])
    #expect(counts.values.allSatisfy { abs($0 - 500) < 100 })
  }

  @Test func `numbers have at most twelve digits`() {
    for value in values(.uniform(0.1, 0.3), .l2) + values(.logUniform(0.001, 10), .l2) {
      let digits = value.description.prefix { $0 != "e" }.filter(\.isNumber)
      #expect(digits.drop { $0 == "0" }.count <= 12)
    }
  }

  @Test func `a draw depends on seed, key and number alone`() {
    let all = values(.uniform(0, 1), .l1)
    #expect(all == values(.uniform(0, 1), .l1))
    #expect(all != values(.uniform(0, 1), .l2))
    #expect(all != values(.uniform(0, 1), .l1, seed: 1))
    #expect(Set(all).count == all.count)
  }

  /// They never change: sweeps of other versions would have other runs.
  @Test func `draws are these`() {
    let numbers = values(.uniform(0, 1), .learningRate).prefix(3)
    #expect(Array(numbers) == [0.710870127261, 0.857327469553, 0.763977177888])
  }

  private func sample(_ axes: [Sweep.Axis], zips: [[Sweep.Axis]] = [], _ count: Int) throws
    -> RunPlan
  {
    try RunPlan(
      expanding: experiment(axes: axes, zips: zips, method: .random, samples: count)
    ) { _ in facts() }
  }

  @Test func `lists are chosen from, and other keys and more samples change nothing`() throws {
    let rates = axis(.learningRate, nil, 0.1, 0.2, 0.3, 0.4, 0.5)
    let penalties = axis(.l2, nil, 0, 0.1, 0.2)
    let few = try sample([rates, penalties], 10)
    let many = try sample([axis(.l1, nil, 0, 1), penalties, rates], 30)
    func column(_ plan: RunPlan, _ path: SettingPath) -> [SpecValue] {
      let table = plan.runs[0].table
      let index = plan.keys.firstIndex(of: path) ?? 0
      return (0..<table.points.count).map { table.parameters($0)[index] }
    }
    for path in [rates.path, penalties.path] {
      #expect(column(few, path) == Array(column(many, path).prefix(10)))
      #expect(Set(column(many, path)).count > 2)
    }
  }

  @Test func `a group is chosen from together`() throws {
    let group = [
      axis(.l2, nil, 0, 0.1, 0.2), axis(.l1, nil, 1, 1.1, 1.2), axis(.clipNorm, nil, 2, 2.1, 2.2),
    ]
    let plan = try sample([axis(.learningRate, nil, 0.1, 0.2)], zips: [group], 40)
    #expect(plan.keys.map(\.key) == ["learning_rate", "l2", "l1", "clip_norm"])
    for run in plan.runs {
      let indices = zip(group, run.parameters.dropFirst()).map { $0.listed.firstIndex(of: $1) }
      #expect(Set(indices).count == 1)
    }
    #expect(plan.runs.count == 6)
    #expect(plan.duplicates.count == 34)
  }

  @Test func `samples beyond what is allowed are refused before they are drawn`() {
    #expect {
      try sample([axis(.learningRate, nil, 0.1, 0.2)], Int.max)
    } throws: { error in
      guard case .tooManyRuns(Int.max, allowed: 10_000)? = error as? RunPlan.Failure else {
        return false
      }
      return true
    }
  }
}

extension Double {
  /// The logarithm to the base 2 but for its curve within powers of 2.
  fileprivate var exponentAndRest: Double { Double(exponent) + significand - 1 }
}
