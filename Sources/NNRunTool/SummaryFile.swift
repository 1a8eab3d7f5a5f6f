internal import Files
internal import Reporting
internal import SystemPackage

/// A file of Markdown that a CI service shows with a job; what comes is added at its end.
struct SummaryFile: Sendable {
  /// The file, which need not exist.
  let path: FilePath

  /// How many bytes GitHub takes of a step: it refuses a file that has more.
  private static let limit = 1 << 20

  /// Adds a text, as much of it as there is room for.
  func add(_ text: String) throws(FileError) {
    let size = path.exists ? try InputFile(path).size : 0
    try path.append(Array(MarkdownText.cut(text, toBytes: Self.limit - size).utf8))
  }
}
