internal import ArgumentParser

/// The options that change specs.
struct SpecOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a key of every spec, such as optimizer.momentum=0.9; may be repeated.",
      valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that paths of data count from; by default that of the spec.", valueName: "dir"),
    completion: .directory)
  var dataRoot: String?

  @OptionGroup var annotations: AnnotationArguments
}
