internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// A file of Markdown that a CI service shows with a job; what comes is added at its end.
struct SummaryFile {
  private let path: FilePath

  /// How many bytes GitHub takes of a step: it refuses a file that has more.
  private static let limit = 1 << 20

  /// The file at a path, which is made where there is none: what cannot be written is told before
  /// anything is done.
  init(_ path: FilePath) throws(ExitError) {
    self.path = path
    do throws(FileError) { try path.append([]) } catch {
      throw ExitError(.cannotCreate, error.description)
    }
  }

  /// Adds what came of an experiment, as much of it as there is room for.
  ///
  /// - Returns: whether that could be written; what could not has been told.
  func add(_ end: ExperimentEnd, in folder: FilePath) -> ExitStatus {
    let text = end.result.markdownSummary(
      folder: folder.string, elapsed: end.provenance?.seconds.map { .seconds($0) },
      expectations: end.expectations, obstacle: end.obstacle?.description)
    do throws(FileError) {
      let size = try InputFile(path).size
      try path.append(Array(MarkdownText.cut(text, toBytes: Self.limit - size).utf8))
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }
}
