internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// A batch as it lies in its folder: ended or not, whole or in part.
struct SavedBatch {
  /// Where it is.
  let path: FilePath

  /// The batch in a folder; nil where there is none: no spec of a batch, no table of runs and
  /// no run, or where the folder is a run's own.
  init?(_ path: FilePath) {
    self.path = path
    guard path.isFolder, !path.appending(RunFile.summary).isFile, RunInProgress(in: path) == nil,
      hasSpec || path.appending(BatchFile.summary).isFile || !runFolders.isEmpty
    else { return nil }
  }

  /// The batches in a folder such as `runs`, in the order of their names.
  ///
  /// - Returns: none where the folder cannot be read.
  static func all(in folder: FilePath) -> [SavedBatch] {
    ((try? folder.entries()) ?? []).compactMap { SavedBatch(folder.appending($0)) }
  }

  /// What it is called.
  var name: String { path.lastComponent?.string ?? path.string }

  /// Whether its spec is there; one that was killed early may have left runs alone.
  var hasSpec: Bool { path.appending(BatchFile.spec).isFile }

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
    guard table["shard"] == nil else {
      throw ExitError(
        .noInput,
        "\(path) is a shard, whose runs have no ranks; merge all shards with `nn-run merge`")
    }
    let wasCutShort = table["status"]?.contains(RunStatus.interrupted.rawValue) == true
    let isRanked = table["rank"] != nil && (try? table.keep(ResultFilter("rank=1"))) != nil
    guard isRanked, !table.rows.isEmpty else {
      throw ExitError(
        .noInput,
        wasCutShort
          ? "\(path) has no best run yet: its batch was cut short; the same command goes on with it"
          : "\(path) has no run that has finished with a score")
    }
    return table
  }

  /// The folders with the names of runs, in the order of these; none where that cannot be read.
  var runFolders: [FilePath] {
    ((try? path.entries()) ?? []).filter { RunID($0.string) != nil }.map { path.appending($0) }
  }

  /// The folders of the runs that have finished, in the order of their names.
  var finishedRuns: [FilePath] {
    runFolders.filter { $0.appending(RunFile.summary).exists }
  }

  /// The folder of the best run.
  func bestRun() throws(ExitError) -> FilePath {
    path.appending(try best()["run_id"]?.first ?? "")
  }
}
