internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// A batch as it lies in its folder, ended or not.
struct SavedBatch {
  /// Where it is.
  let path: FilePath

  /// The batch in a folder; nil where there is none: neither a table of runs, nor runs in progress.
  init?(_ path: FilePath) {
    let store = RunStore(folder: path)
    guard path.appending(BatchFile.summary).exists || store.hasPartialRuns else { return nil }
    self.path = path
  }

  /// What it is called.
  var name: String { path.lastComponent?.string ?? path.string }

  /// Whether a process is at work in it.
  var isInProgress: Bool { FolderLock.isHeld(path) }

  /// The runs that are being trained, or were when the batch was cut short.
  var runsInProgress: [RunInProgress] { RunStore(folder: path).runsInProgress() }

  /// The table of the batch that ended last.
  ///
  /// - Returns: nil where none has ended.
  /// - Throws: the exit status, when it has been said why it cannot be read.
  func summary() throws(ExitError) -> ResultTable? {
    let file = path.appending(BatchFile.summary)
    guard file.exists else { return nil }
    do throws(FileError) {
      if let table = ResultTable(try file.contents()), table["run_id"] != nil { return table }
    } catch {
      throw ExitError(.ioError, "\(error)")
    }
    throw ExitError(
      .badSpec, "\(file) is no table of runs as nn-run writes it; run the spec again")
  }

  /// The best run of the batch that ended last: a table of its row alone.
  ///
  /// - Throws: the exit status, when it has been said why there is none.
  func best() throws(ExitError) -> ResultTable {
    guard var table = try summary() else {
      throw ExitError(.noInput, "\(path) has no \(BatchFile.summary) yet: its batch has not ended")
    }
    let isRanked = table["rank"] != nil && (try? table.keep(ResultFilter("rank=1"))) != nil
    guard isRanked, !table.rows.isEmpty else {
      throw ExitError(.noInput, "\(path) has no run that has finished with a score")
    }
    return table
  }

  /// The folders of the runs that have finished, in the order of their names.
  var finishedRuns: [FilePath] {
    ((try? path.entries()) ?? []).filter { RunID($0.string) != nil }
      .map { path.appending($0) }.filter { $0.appending(RunFile.summary).exists }
  }

  /// The folder of the best run.
  func bestRun() throws(ExitError) -> FilePath {
    path.appending(try best()["run_id"]?.first ?? "")
  }
}
