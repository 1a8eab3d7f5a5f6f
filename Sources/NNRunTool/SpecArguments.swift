package import ArgumentParser

/// The arguments that name specs and change them.
package struct SpecArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The specs.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  package var specs: [String]

  @OptionGroup package var options: SpecOptions

  /// As the argument parser makes them.
  package init() {}
}
