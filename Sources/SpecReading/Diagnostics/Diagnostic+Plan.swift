internal import Experiments
internal import SpecSyntax
internal import Text
internal import Vocabulary

// The wording of what can be wrong with values together, with the data, and with the plan.
extension Diagnostic {
  /// What a mistake is called, and how it is mended, if that can be said.
  typealias Wording = (message: String, note: String?)

  /// What a problem is called, and how it is mended.
  ///
  /// - Parameter isClash: whether several swept keys have a part in it.
  static func problem(
    _ problem: ConfigurationProblem, isClash: Bool = false, at site: SourceSite
  ) -> Diagnostic {
    let (message, note) = text(of: problem)
    let exclude = isClash ? "`exclude` in the sweep leaves combinations out" : nil
    return .error(message, at: site, notes: [note, exclude].compactMap(\.self).map { Note($0) })
  }

  /// Which name may have been meant, or which there are.
  private static func meant(_ suggestion: DataProblem.Suggestion) -> String? {
    if let name = nearest(to: suggestion.written, among: suggestion.names) {
      return "did you mean \(quoted(name))?"
    }
    let shown = suggestion.names.prefix(10).map { quoted($0) }.joined(separator: ", ")
    return "there are \(shown)" + (suggestion.names.count > 10 ? ", …" : "")
  }

  /// More of the same was found than is worth showing.
  static func moreProblems(_ count: Int, of path: SettingPath, at site: SourceSite) -> Diagnostic {
    .error("and \(counted(count, "more mistake")) of \(path.key)", at: site)
  }

  /// The wording of a problem.
  private static func text(of problem: ConfigurationProblem) -> Wording {
    switch problem.kind {
    case .data(let data):
      (
        "\(quoted(data.name, limit: 200)) \(data.fault)",
        data.note ?? data.suggestion.flatMap(meant)
      )
    case .split(let split): text(split)
    case .network(let network): text(network)
    case .objective(let objective): text(objective)
    case .training(let training): text(training, of: problem.path)
    case .sweep(let sweep): text(sweep, of: problem.path)
    }
  }
}
