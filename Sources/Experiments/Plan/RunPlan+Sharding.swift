extension RunPlan {
  /// What a part of a plan is of the whole.
  public struct ShardShare: Sendable {
    /// Which part it is.
    public let shard: Shard
    /// How many runs the whole plan has.
    public let wholeCount: Int
    /// The part's share of the estimated cost of all runs, from 0 to 1.
    public let share: Double
  }

  /// The runs that fall to a shard, in the order of the plan; there may be none.
  ///
  /// The runs are dealt out by their estimated cost, the longest first, each to the shard that has
  /// the least so far: no shard's cost is further above another's than one run costs. Nothing but
  /// the plan decides it, so that all shards of one count together are the plan, each run once.
  ///
  /// Source: R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969.
  ///
  /// - Complexity: O(n log n) for n runs.
  public func part(_ shard: Shard) -> RunPlan {
    let costs = estimatedCosts
    // Those beyond the number of runs get nothing.
    var loads = ShardLoads(count: min(shard.count, runs.count))
    let longestFirst = costs.indices.sorted { (-costs[$0], $0) < (-costs[$1], $1) }
    let chosen = longestFirst.filter { loads.takeLeast(adding: costs[$0]) == shard.number - 1 }
    let (total, taken) = (costs.reduce(0, +), chosen.reduce(0) { $0 + costs[$1] })
    var part = self
    part.runs = chosen.sorted().map { runs[$0] }
    part.shardShare = ShardShare(
      shard: shard, wholeCount: runs.count,
      share: total > 0 ? taken / total : Double(chosen.count) / Double(runs.count))
    return part
  }

  /// How long training takes for each run, in a unit that is the same for all: rows × parameters ×
  /// epochs.
  ///
  /// They are estimates from the spec alone, so that they are the same numbers on any machine.
  var estimatedCosts: [Double] {
    let costsOfEpoch = dataConfigurations.map { Double($0.rows.train) * Double($0.parameterCount) }
    return runs.map { costsOfEpoch[$0.dataConfiguration] * Double($0.lastEpoch) }
  }
}

/// The shards as a heap: the one with the least cost first, then with the fewest runs, then with the
/// lowest number.
private struct ShardLoads {
  /// What has fallen to a shard.
  private struct Load {
    let shard: Int
    var cost = 0.0
    var runs = 0

    static func < (left: Load, right: Load) -> Bool {
      (left.cost, left.runs, left.shard) < (right.cost, right.runs, right.shard)
    }
  }

  /// Each is less than those at twice its place plus 1 and plus 2.
  private var heap: [Load]

  /// So many shards with nothing.
  init(count: Int) { heap = (0..<count).map { Load(shard: $0) } }

  /// Adds a run of some cost to the first shard.
  ///
  /// - Returns: which that was, from 0.
  /// - Complexity: O(log shards).
  mutating func takeLeast(adding cost: Double) -> Int {
    heap[0].cost += cost
    heap[0].runs += 1
    let shard = heap[0].shard
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[place] else { break }
      heap.swapAt(place, child)
      place = child
    }
    return shard
  }
}
