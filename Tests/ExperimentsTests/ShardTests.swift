import Testing
import Vocabulary

@testable import Experiments

/// How the runs of a plan are split into parts.
struct ShardTests {
  @Test func `a shard is a number of a count`() throws {
    let shard = try #require(Shard("2/8"))
    #expect((shard.number, shard.count) == (2, 8))
    #expect(shard.description == "2/8")
    #expect(Shard("1/1") != nil)
  }

  @Test(arguments: [
    "", "/", "1", "1/", "/2", "0/2", "3/2", "-1/2", "+1/2", "1/2/3", " 1/2", "1/ 2", "a/b", "1.0/2",
    "1/99999999999999999999",
  ])
  func `anything else is no shard`(text: String) {
    #expect(Shard(text) == nil)
  }

  /// Runs of many sizes, with seeds.
  private func mixed() throws -> RunPlan {
    let sizes = Sweep.Axis(
      SettingPath(.layers), (1...7).map { layers(2, $0 * $0, 1) })
    let epochs = Sweep.Axis(SettingPath(.epochs), [0, 1, 10, 1000].map(SpecValue.integer))
    return try RunPlan(expanding: experiment(axes: [sizes, epochs], seeds: 3)) { _ in facts() }
  }

  /// The parts of a plan by all shards of a count.
  private func parts(_ plan: RunPlan, _ count: Int) -> [RunPlan] {
    (1...count).compactMap { Shard("\($0)/\(count)").map(plan.part) }
  }

  @Test(arguments: [1, 2, 3, 8, 84, 100])
  func `shards together are the plan, each run once`(count: Int) throws {
    let plan = try mixed()
    #expect(plan.runs.count == 84)
    let parts = parts(plan, count)
    #expect(parts.count == count)
    let ids = parts.flatMap { $0.runs.map(\.id) }
    #expect(ids.count == 84)
    #expect(Set(ids) == Set(plan.runs.map(\.id)))
    #expect(abs(parts.compactMap(\.shardShare?.share).reduce(0, +) - 1) < 1e-12)
    let places = Dictionary(uniqueKeysWithValues: plan.runs.map(\.id).enumerated().map { ($1, $0) })
    for (index, part) in parts.enumerated() {
      #expect(part.shardShare?.shard == Shard("\(index + 1)/\(count)"))
      #expect(part.shardShare?.wholeCount == 84)
      let order = part.runs.compactMap { places[$0.id] }
      #expect(order == order.sorted())
    }
  }

  @Test(arguments: [2, 3, 8])
  func `no shard costs more above another than one run`(count: Int) throws {
    let plan = try mixed()
    let costs = parts(plan, count).map { part in
      part.estimatedCosts.reduce(0, +)
    }
    let largest = try #require(plan.estimatedCosts.max())
    let (least, most) = (try #require(costs.min()), try #require(costs.max()))
    #expect(most - least <= largest)
    #expect(costs.reduce(0, +) == plan.estimatedCosts.reduce(0, +))
  }

  @Test func `the cost of a run is rows times parameters times the epochs trained`() throws {
    let plan = try RunPlan(
      expanding: experiment([.epochs: .integer(100), .stopAt: .integer(30)])
    ) { _ in facts() }
    #expect(plan.estimatedCosts[0] == 4 * 17 * 30)
  }

  @Test(arguments: [0, 100])
  func `runs that cost the same are dealt out evenly`(epochs: Int) throws {
    let plan = try RunPlan(expanding: experiment([.epochs: .integer(epochs)], seeds: 10)) { _ in
      facts()
    }
    let parts = parts(plan, 4)
    #expect(parts.map(\.runs.count) == [3, 3, 2, 2])
    #expect(parts.compactMap(\.shardShare?.share) == [0.3, 0.3, 0.2, 0.2])
  }

  @Test func `shards beyond the number of runs are empty`() throws {
    let plan = try RunPlan(expanding: experiment(seeds: 2)) { _ in facts() }
    #expect(parts(plan, 5).map(\.runs.count) == [1, 1, 0, 0, 0])
    let last = try #require(Shard("\(Int.max)/\(Int.max)"))
    #expect(plan.part(last).runs.isEmpty)
    #expect(plan.part(last).shardShare?.share == 0)
  }
}
