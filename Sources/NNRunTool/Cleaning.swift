internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage
internal import Text

/// The cleaning of one batch's folder.
struct Cleaning {
  private let store: RunStore
  /// The runs that stay.
  private let kept: Set<RunID>
  /// What can go, or has gone; nil where nobody has looked, or could.
  private var found: Found?

  /// What can go of a folder.
  private struct Found {
    /// The runs that are not to stay.
    var strays: [RunStore.Stray]
    /// What runs that were cut short have left.
    var leftovers: [RunStore.Stray]
  }

  /// A cleaning of a batch, which nobody has looked at yet.
  init(of batch: SavedBatch, keeping kept: Set<RunID>) {
    store = RunStore(folder: batch.path)
    self.kept = kept
  }

  /// Finds out what can go; nothing is written.
  ///
  /// - Returns: what the program is to exit with because of this folder.
  mutating func look() -> ExitStatus {
    guard !FolderLock.isHeld(store.folder) else { return leaveAlone() }
    return find()
  }

  /// Removes what can go.
  ///
  /// - Returns: what the program is to exit with because of this folder.
  mutating func remove() -> ExitStatus {
    let lock: FolderLock
    do throws(FileError) {
      guard let acquired = try FolderLock.acquire(store.folder) else { return leaveAlone() }
      lock = acquired
    } catch {
      Console.error.tell(error.description)
      return .cannotCreate
    }
    var status = find()
    do throws(FileError) {
      for stray in (found?.strays ?? []) + (found?.leftovers ?? []) { try store.remove(stray) }
      try store.tidy()
    } catch {
      Console.error.tell(error.description)
      // What is left counts no longer.
      found?.strays.removeAll { $0.path.exists }
      found?.leftovers.removeAll { $0.path.exists }
      status = .ioError
    }
    lock.release()
    return status
  }

  private mutating func find() -> ExitStatus {
    do throws(FileError) {
      found = Found(
        strays: try store.strays(except: kept),
        leftovers: try store.leftovers(batchFiles: BatchFile.all))
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }

  private func leaveAlone() -> ExitStatus {
    Console.error.tell("another nn-run works in \(store.folder), which is left alone")
    return .cannotCreate
  }

  /// What cleanings have found, a line for each thing, and what all come to; empty where nobody could
  /// look.
  static func report(_ cleanings: [Cleaning], hasRemoved: Bool) -> String {
    let found = cleanings.compactMap(\.found)
    let (strays, leftovers) = (found.flatMap(\.strays), found.flatMap(\.leftovers))
    guard !(strays + leftovers).isEmpty else {
      return found.isEmpty && !cleanings.isEmpty ? "" : "nothing is to be removed\n"
    }
    let lines = found.flatMap { $0.strays + $0.leftovers }.map { stray in
      "\(DisplayText.printable(stray.path.string))  \(Readable.size(stray.size))\n"
    }
    let size = Readable.size((strays + leftovers).reduce(0) { $0 + $1.size })
    let things = [
      strays.isEmpty ? nil : Readable.count(strays.count, "run") + " that no spec names",
      leftovers.isEmpty ? nil : Readable.count(leftovers.count, "leftover") + " of runs cut short",
    ].compactMap(\.self).joined(separator: " and ")
    return lines.joined()
      + (hasRemoved
        ? "removed \(things): \(size)\n" : "\(things): \(size); --yes removes them\n")
  }
}
