package import ArgumentParser

/// The arguments that name specs and change them.
package struct SpecArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The specs.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  package var specs: [String]

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
