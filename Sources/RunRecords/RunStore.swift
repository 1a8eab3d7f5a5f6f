public import Experiments
public import Files
public import SystemPackage

/// The folder of an experiment under `runs/`, and what is known to be in it.
///
/// A run appears in it whole or not at all: it is written under `.partial/`, each process in folders of
/// its own, and then renamed. What a power cut tore is found by the digests in `summary.json`.
public struct RunStore: Sendable {
  /// The experiment's folder, such as `runs/xor`.
  public let folder: FilePath

  /// How this process calls what it writes before that is whole.
  let drafts: DraftNames

  /// The store in a folder, which need not exist.
  public init(folder: FilePath, drafts: DraftNames) {
    self.folder = folder
    self.drafts = drafts
  }

  /// The folder of a finished run.
  public func folder(of id: RunID) -> FilePath { folder.appending(id.description) }

  /// Where runs and files are written until they are whole.
  public var partialFolder: FilePath { folder.appending(".partial") }

  /// Where something of a name is written until it is whole: another place at each call.
  func draft(of name: String) -> FilePath { partialFolder.appending(drafts.next(for: name)) }

  /// What the name of a torn run ends with, where it is set aside in the folder for runs in progress.
  static let tornEnding = ".torn"
  /// What the name of a run ends with there while it is being removed.
  static let removedEnding = ".removed"

  /// The summary of a run that has finished and whose files are whole.
  ///
  /// - Returns: nil if there is no such run, or anything of it is missing, torn or altered.
  /// - Throws: where something is there and cannot be read.
  public func finished(_ run: RunPlan.Run) throws(FileError) -> RunSummary? {
    let configuration = run.configuration
    let folder = folder(of: run.id)
    guard let bytes = try folder.appending(RunFile.summary).contentsIfFile(),
      let summary = RunSummary(bytes, id: run.id, scores: configuration.scores),
      summary.status.isFinal, summary.document(configuration) == bytes,
      summary.files.map(\.name) == configuration.fileNames(after: summary.status)
    else { return nil }
    for file in summary.files {
      guard let bytes = try folder.appending(file.name).contentsIfFile(),
        RunSummary.FileDigest(file.name, of: bytes) == file,
        file.name != RunFile.spec || RunID(canonicalSpec: bytes) == run.id,
        file.name != RunFile.lossCurve || LossCurve.agrees(bytes, with: summary, configuration)
      else { return nil }
    }
    return summary
  }

  /// Makes the folder, and the one for runs in progress.
  public func prepare() throws(FileError) { try partialFolder.makeFolder() }

  /// Removes the folder for runs in progress if there are none, of whichever process.
  public func tidy() throws(FileError) { try partialFolder.removeFolderIfEmpty() }

  /// Replaces a file of the experiment as a whole, or removes it.
  ///
  /// - Parameter folder: where the file is: the experiment's folder, or one in it.
  public func set(_ name: String, in folder: FilePath, to bytes: [UInt8]?) throws(FileError) {
    let path = folder.appending(name)
    guard let bytes else {
      try path.removeFile()
      return
    }
    try prepare()
    try path.replace(with: bytes, draft: draft(of: name))
  }
}
