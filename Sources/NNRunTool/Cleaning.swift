internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage
internal import TerminalText

/// The cleaning of one batch's folder.
struct Cleaning {
  private let store: RunStore
  /// The runs that stay.
  private let kept: Set<RunID>
  /// The runs that have been listed.
  private var strays: [RunStore.Stray] = []
  /// What else has been listed: what runs that were cut short have left.
  private var leftovers: [RunStore.Stray] = []

  /// A cleaning of a batch, which nothing has been listed of yet.
  init(of batch: SavedBatch, keeping kept: Set<RunID>) {
    store = RunStore(folder: batch.path)
    self.kept = kept
  }

  /// Lists what can go, and removes it if that is wanted.
  ///
  /// - Returns: what the program is to exit with because of this folder.
  /// - Throws: the exit status, where the list cannot be written.
  mutating func run(removes: Bool) throws(ExitError) -> ExitStatus {
    let lock: FolderLock
    do throws(FileError) {
      guard let acquired = try FolderLock.acquire(store.folder) else {
        Console.error.tell("another nn-run works in \(store.folder), which is left alone")
        return .cannotCreate
      }
      lock = acquired
    } catch {
      Console.error.tell(error.description)
      return .cannotCreate
    }
    do throws(FileError) {
      strays = try store.strays(except: kept)
      leftovers = try store.leftovers()
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
    let lines = (strays + leftovers).map { stray in
      "\(DisplayText.printable(stray.path.string))  \(Readable.size(stray.size))\n"
    }
    try Console.output.deliver(lines.joined())
    let status = removes ? remove() : .success
    lock.release()
    return status
  }

  /// Removes what has been listed; where that fails, what is left counts no longer.
  private mutating func remove() -> ExitStatus {
    do throws(FileError) {
      for stray in strays + leftovers { try store.remove(stray) }
      try store.tidy()
      return .success
    } catch {
      Console.error.tell(error.description)
      strays.removeAll { $0.path.exists }
      leftovers.removeAll { $0.path.exists }
      return .ioError
    }
  }

  /// What all cleanings come to, in a line.
  static func closing(_ cleanings: [Cleaning], hasRemoved: Bool) -> String {
    let (strays, leftovers) = (cleanings.flatMap(\.strays), cleanings.flatMap(\.leftovers))
    guard !(strays + leftovers).isEmpty else { return "nothing is to be removed\n" }
    let size = Readable.size((strays + leftovers).reduce(0) { $0 + $1.size })
    let things = [
      strays.isEmpty ? nil : Readable.count(strays.count, "run") + " that no spec names",
      leftovers.isEmpty ? nil : Readable.count(leftovers.count, "leftover") + " of runs cut short",
    ].compactMap(\.self).joined(separator: " and ")
    return hasRemoved
      ? "removed \(things): \(size)\n" : "\(things): \(size); --yes removes them\n"
  }
}
