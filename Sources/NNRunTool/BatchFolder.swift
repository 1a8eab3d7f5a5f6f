internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// A folder with the results of a batch, whole or in part.
struct BatchFolder {
  /// The folder.
  let path: FilePath
  /// The folders of its runs, in the order of their ids.
  let runs: [FilePath]

  /// Looks at a folder.
  ///
  /// - Returns: nil where it has neither a batch's spec nor runs.
  init?(_ path: FilePath) {
    guard path.isFolder, !path.appending(RunFile.summary).exists,
      let entries = try? path.entries()
    else { return nil }
    let runs = entries.filter { RunID($0.string) != nil }.map { path.appending($0) }
    guard !runs.isEmpty || path.appending(BatchFile.spec).exists else { return nil }
    self.path = path
    self.runs = runs
  }

  /// The batches in a folder such as `runs`, in the order of their names.
  ///
  /// - Returns: none where the folder cannot be read.
  static func all(in folder: FilePath) -> [BatchFolder] {
    ((try? folder.entries()) ?? []).compactMap { BatchFolder(folder.appending($0)) }
  }

  /// Whether the batch's spec is there.
  var hasSpec: Bool { path.appending(BatchFile.spec).exists }
}
