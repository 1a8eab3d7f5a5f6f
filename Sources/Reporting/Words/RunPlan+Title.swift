public import Experiments

extension RunPlan {
  /// What the plan is called: the experiment's name, and which part of it this is.
  public var title: String {
    experiment.name + (shardShare.map { ", shard \($0.shard)" } ?? "")
  }

  /// How many runs there are, and for a part of a plan how much of the whole that is.
  public var extent: String {
    guard let shardShare else { return Readable.count(runs.count, "run") }
    let percent = Readable.fixed(100 * shardShare.share, decimals: 1)
    return "\(Readable.count(runs.count)) of \(Readable.count(shardShare.wholeCount, "run")), "
      + "\(percent) % of the estimated cost"
  }
}
