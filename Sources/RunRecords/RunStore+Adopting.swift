public import Experiments
internal import Files
internal import SystemPackage

extension RunStore {
  /// A run that several stores may have.
  public struct Adopted: Sendable {
    /// What the run came to.
    public let summary: RunSummary
    /// Whether it was in this store before.
    public let isEarlier: Bool
  }

  /// Takes a finished run over from other stores, unless it is in this one; every copy of it is
  /// verified by its digests.
  ///
  /// - Returns: nil where no store has the run whole.
  /// - Throws: `RunWriteError.conflict` where two copies are whole and have other bytes; nothing has been
  ///   taken over then.
  public func adopt(
    _ run: RunPlan.Run, from others: [RunStore]
  ) throws(RunWriteError) -> Adopted? {
    var found: (store: RunStore, summary: RunSummary)?
    for store in [self] + others {
      guard let summary = try store.whole(run) else { continue }
      if let found, !found.summary.isSame(as: summary) {
        throw .conflict(run.id, found.store.folder(of: run.id), store.folder(of: run.id))
      }
      found = found ?? (store, summary)
    }
    guard let found else { return nil }
    if found.store.folder == folder { return Adopted(summary: found.summary, isEarlier: true) }
    return try copy(run, found.summary, from: found.store)
      .map { Adopted(summary: $0, isEarlier: false) }
  }

  /// What a run comes to that is here and whole.
  private func whole(_ run: RunPlan.Run) throws(RunWriteError) -> RunSummary? {
    do throws(FileError) { return try finished(run) } catch { throw .file(error) }
  }

  /// Copies the folder of a run, so that it appears here as a whole.
  ///
  /// The files are copied, not linked: who alters one folder must not alter the other.
  ///
  /// - Returns: nil where a file is not, or no longer, as the summary says.
  private func copy(
    _ run: RunPlan.Run, _ summary: RunSummary, from other: RunStore
  ) throws(RunWriteError) -> RunSummary? {
    let (source, draft) = (other.folder(of: run.id), draft(of: run.id.description))
    do throws(FileError) {
      try draft.makeEmptyFolder()
      for file in summary.files {
        guard let bytes = try source.appending(file.name).contentsIfFile(),
          RunSummary.FileDigest(file.name, of: bytes) == file
        else { return nil }
        try draft.appending(file.name).create(bytes)
      }
      if let provenance = try source.appending(RunFile.provenance).contentsIfFile() {
        try draft.appending(RunFile.provenance).create(provenance)
      }
      try draft.appending(RunFile.summary).create(summary.document(run.configuration))
    } catch {
      throw .file(error)
    }
    return try publish(draft, as: run, summary)
  }
}
