internal import RunRecords
internal import Reporting
internal import SystemPackage

/// The folder that the paths of a spec's data count from.
enum DataRoot {
  /// The folder for a spec: its own; for one that nn-run wrote beside results, that of the spec that
  /// these came from.
  static func ofSpec(_ path: FilePath) -> FilePath {
    let folder = path.removingLastComponent()
    guard path.lastComponent?.string == RunFile.spec else { return folder }
    return recorded(in: folder) ?? folder
  }

  /// The folder for the batch in a folder, which may have been cut short; nil where nothing tells it, as
  /// where no file of data is needed.
  static func ofBatch(_ batch: SavedBatch) -> FilePath? {
    recorded(in: batch.path) ?? batch.runFolders.first.flatMap { recorded(in: $0) }
  }

  /// The folder that the files beside a spec of nn-run's tell.
  private static func recorded(in folder: FilePath) -> FilePath? {
    for name in [RunFile.circumstances, BatchFile.circumstances] {
      if let root = SavedCircumstances(folder.appending(name))?.dataRoot { return FilePath(root) }
    }
    return nil
  }
}
