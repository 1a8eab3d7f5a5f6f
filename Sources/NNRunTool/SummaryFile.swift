internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// A file of Markdown that a CI service shows with a job; what comes is added at its end.
struct SummaryFile {
  /// The file, which need not exist.
  let path: FilePath

  /// How many bytes GitHub takes of a step: it refuses a file that has more.
  private static let limit = 1 << 20

  /// Adds what came of a batch, as much of it as there is room for.
  ///
  /// - Returns: whether that could be written; what could not has been told.
  func add(_ ending: Batch.Ending, of batch: Batch) -> ExitStatus {
    let text = ending.result.markdownSummary(
      folder: batch.store.folder.string,
      elapsed: ending.circumstances.map { .seconds($0.seconds) },
      expectations: ending.expectations, obstacle: ending.obstacle)
    do throws(FileError) {
      let size = path.exists ? try InputFile(path).size : 0
      try path.append(Array(MarkdownText.cut(text, toBytes: Self.limit - size).utf8))
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }
}
