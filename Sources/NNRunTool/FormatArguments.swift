internal import ArgumentParser

/// The argument that says in which form results are printed.
struct FormatArguments: ParsableArguments {
  /// A form of results.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case csv
    case json
    case markdown
  }

  @Option(help: "The form: table for people, csv and json for programs, markdown to paste.")
  var format = Format.table
}
