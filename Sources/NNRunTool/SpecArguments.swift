internal import ArgumentParser

/// The arguments that name specs and change them.
struct SpecArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The specs.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @OptionGroup var options: SpecOptions
}
