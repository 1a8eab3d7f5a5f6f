internal import ArgumentParser
internal import Experiments
internal import Reporting
internal import Running

/// `nn-run plan`: every run that specs make, without training any.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "List every run with its id, parameters and size, and train nothing.",
    discussion: """
      The table is the same on any machine. What follows it is not: it says how the runs would be \
      trained together here, on so many --jobs, which changes their speed and never their results.
      """)

  @OptionGroup var specs: SpecArguments

  @OptionGroup var jobs: JobArguments

  @OptionGroup var shard: ShardArguments

  func run() throws {
    let loaded = try SpecLoader().load(specs)
    let engine = try EngineChoice.engine()
    for spec in loaded {
      try PlanListing(shard.taken(from: spec.plan), engine: engine, jobs: jobs.count)
        .write(to: Console.output.deliver)
    }
  }
}
