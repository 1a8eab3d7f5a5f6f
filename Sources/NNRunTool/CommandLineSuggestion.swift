internal import ArgumentParser
internal import Text

/// Guesses what was meant by a word of the command line that means nothing.
enum CommandLineSuggestion {
  /// A note on a file that is not there, whose name may be a misspelt subcommand, as the first word of
  /// the command line; else empty.
  static func note(forMissingFile word: String) -> String {
    guard CommandLine.arguments.dropFirst().first == word, !word.contains("."),
      !word.contains("/")
    else { return "" }
    return nearest(to: word, among: subcommands).map { "; did you mean `nn-run \($0)`?" } ?? ""
  }

  private static var subcommands: [String] {
    NNRun.configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
