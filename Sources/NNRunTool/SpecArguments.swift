internal import ArgumentParser

/// The arguments that name specs and change them.
struct SpecArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The specs.", valueName: "spec"))
  var specs: [String]

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a key of every spec, such as optimizer.momentum=0.9; may be repeated.",
      valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that paths of data count from; by default that of the spec.", valueName: "dir"))
  var dataRoot: String?
}
