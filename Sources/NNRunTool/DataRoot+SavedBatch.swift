internal import Running
internal import SystemPackage

extension DataRoot {
  /// The folder for the batch in a folder, which may have been cut short; nil where nothing tells it, as
  /// where no file of data is needed.
  static func ofBatch(_ batch: SavedBatch) -> FilePath? {
    recorded(in: batch.path) ?? batch.runFolders.first.flatMap { recorded(in: $0) }
  }
}
