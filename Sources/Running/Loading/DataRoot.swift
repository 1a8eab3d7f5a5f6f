internal import RunRecords
public import SystemPackage

/// The folder that the paths of a spec's data count from.
public enum DataRoot {
  /// The folder for a spec: its own; for one that nn-run wrote beside results, that of the spec that
  /// these came from.
  public static func ofSpec(_ path: FilePath) -> FilePath {
    let folder = path.removingLastComponent()
    guard path.lastComponent?.string == RunFile.spec else { return folder }
    for name in [RunFile.provenance, ExperimentFile.provenance] {
      if let root = Provenance(folder.appending(name))?.dataRoot { return FilePath(root) }
    }
    return folder
  }
}
