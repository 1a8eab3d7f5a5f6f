internal import Experiments
internal import Files
internal import SystemPackage

extension RunStore {
  /// Gives the folder of a run that has just finished its final name.
  ///
  /// A folder of that name may be there, from before or from another process that came first: where
  /// it is whole and the same, the draft is dropped; where it is torn, it is set aside in the folder
  /// for runs in progress, under the name `ID.torn`.
  ///
  /// - Parameters:
  ///   - draft: the folder with all files of the run.
  ///   - summary: what they say.
  /// - Throws: `RunWriteError.differs` where the other folder is whole and has other bytes.
  func publish(
    _ draft: FilePath, as run: RunPlan.Run, _ summary: RunSummary
  ) throws(RunWriteError) -> RunSummary {
    let final = folder(of: run.id)
    var attempts = 3
    while true {
      do throws(FileError) {
        do throws(FileError) {
          try draft.rename(to: final)
          return summary
        } catch {
          attempts -= 1
          guard attempts > 0, isOccupied(error) else { throw error }
        }
        if let earlier = try finished(run) {
          guard earlier.isSame(as: summary) else { break }
          try draft.removeTree()
          return earlier
        }
        try setAside(final, as: run.id)
      } catch {
        throw .file(error)
      }
    }
    throw .differs(run.id, draft: draft, earlier: final)
  }

  /// Sets what has a run's name and is not whole aside; another process may have done so first.
  private func setAside(_ torn: FilePath, as id: RunID) throws(FileError) {
    let aside = partialFolder.appending(id.description + Self.tornEnding)
    try aside.removeTree()
    do throws(FileError) {
      try torn.rename(to: aside)
    } catch {
      guard isOccupied(error) || error.reason == .noSuchFileOrDirectory else { throw error }
    }
  }

  /// Whether a folder could not get its name because there is something of that name.
  private func isOccupied(_ error: FileError) -> Bool {
    [.fileExists, .directoryNotEmpty, .notDirectory].contains(error.reason)
  }
}
