package import ArgumentParser

/// The options that change specs.
package struct SpecOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a key of every spec, such as optimizer.momentum=0.9; may be repeated.",
      valueName: "key=value"))
  package var overrides: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that paths of data count from; by default that of the spec.", valueName: "dir"),
    completion: .directory)
  package var dataRoot: String?

  @OptionGroup package var annotations: AnnotationArguments

  /// As the argument parser makes them.
  package init() {}
}
