internal import ArgumentParser
internal import SpecReading

/// `nn-run explain`: what a key of a spec means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a key or a word of a spec means; without one, list the keys.")

  @Argument(
    help: ArgumentHelp("A key or word, such as optimizer.momentum.", valueName: "key"),
    completion: .list(SpecReference.names))
  var key: String?

  func run() throws {
    guard let key else {
      try Console.output.deliver(SpecReference.overview + "\n")
      return
    }
    guard let explanation = SpecReference.explanation(of: key) else {
      let note = SpecReference.suggestion(for: key).map { "; did you mean \"\($0)\"?" } ?? ""
      throw ExitError(.badCommandLine, "there is no key or word \"\(key)\"\(note)")
    }
    try Console.output.deliver(explanation + "\n")
  }
}
