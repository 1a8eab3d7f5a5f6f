public import Experiments
internal import Text

extension DataProblem {
  /// The problem in a sentence, with how it is mended.
  public var sentence: String {
    if isFileMissing { return "\"\(name)\" \(fault)" }
    let remedy =
      note
      ?? suggestion.map { suggestion in
        nearest(to: suggestion.written, among: suggestion.names).map { "did you mean \"\($0)\"?" }
          ?? "there are " + suggestion.names.prefix(20).joined(separator: ", ")
      }
    return "\"\(name)\" \(fault)" + (remedy.map { "; \($0)" } ?? "")
  }
}
