internal import ArgumentParser

/// The command `nn-run`: what the program is, and what it can do.
struct NNRun: ParsableCommand {
  /// What the argument parser knows of the command.
  static let configuration = CommandConfiguration(
    commandName: "nn-run",
    abstract: "Trains dense neural networks as YAML specs say, many runs at once.",
    discussion: """
      Results go to runs/NAME: a table of all runs in summary.csv, and for each run its loss curve, \
      summary and weights. Runs that have finished are never trained again.

      Examples:
        nn-run experiments/xor.yaml
        nn-run experiments/xor.yaml --set learning_rate=1 --set seed=7
        nn-run experiments/xor-sweep.yaml --jobs 2 --output /tmp/runs
        nn-run check experiments/*.yaml
        nn-run explain optimizer
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, CheckCommand.self, PlanCommand.self, PredictCommand.self,
      ListCommand.self, ShowCommand.self, CompareCommand.self, BestCommand.self,
      VerifyCommand.self, ExpectCommand.self, MergeCommand.self, CleanCommand.self,
      ExplainCommand.self, InitCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}
