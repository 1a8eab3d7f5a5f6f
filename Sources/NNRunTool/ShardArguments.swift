internal import ArgumentParser
internal import Experiments

/// The argument that picks a part of the runs.
struct ShardArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the i-th of n parts of the runs, equal by estimated cost; `nn-run merge` joins them.",
      valueName: "i/n"))
  var shard: String?

  /// The part; nil for all runs.
  private var part: Shard? { shard.flatMap(Shard.init) }

  func validate() throws {
    if let shard, part == nil {
      throw ValidationError(
        "--shard must be a part and how many there are, such as 2/8, not \"\(shard)\"")
    }
  }

  /// The runs of a plan that were asked for.
  ///
  /// - Throws: the exit status, where the plan has no parts.
  func taken(from plan: RunPlan) throws(ExitError) -> RunPlan {
    guard let part else { return plan }
    guard plan.rungs.isEmpty else {
      throw ExitError(
        .badCommandLine,
        "\(plan.experiment.name) cannot be trained in shards, as `halving` takes all runs to say which go "
          + "on; `--set sweep.halving=none` trains every run to its end")
    }
    return plan.part(part)
  }
}
