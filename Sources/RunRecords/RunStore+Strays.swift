public import Experiments
public import Files
public import SystemPackage

extension RunStore {
  /// Something of ours in the folder that can be removed.
  public struct Stray: Hashable, Sendable {
    /// Where it is.
    public let path: FilePath
    /// How many bytes its files have.
    public let size: Int
  }

  /// The folders of finished runs that are not among some, in the order of their ids.
  ///
  /// A folder counts as a run's if its name is an id and it holds no other files than a run leaves,
  /// with a spec among them.
  public func strays(except kept: Set<RunID>) throws(FileError) -> [Stray] {
    var strays: [Stray] = []
    for name in try folder.entries() {
      guard let id = RunID(name.string), !kept.contains(id) else { continue }
      let path = folder.appending(name)
      guard path.isFolderItself else { continue }
      let files = try path.entries()
      guard files.contains(where: { $0.string == RunFile.spec }),
        files.allSatisfy({ RunFile.all.contains($0.string) })
      else { continue }
      strays.append(Stray(path: path, size: try path.treeSize()))
    }
    return strays
  }

  /// What runs that were cut short have left, and writing that was.
  ///
  /// - Precondition: the caller holds the folder's lock, so that no process is at work on any of it.
  public func leftovers() throws(FileError) -> [Stray] {
    guard partialFolder.isFolderItself else { return [] }
    var leftovers: [Stray] = []
    for name in try partialFolder.entries() {
      let path = partialFolder.appending(name)
      leftovers.append(Stray(path: path, size: try path.treeSize()))
    }
    return leftovers
  }

  /// Removes something, so that at no moment half a run has the name of a whole one.
  ///
  /// - Precondition: the caller holds the folder's lock.
  public func remove(_ stray: Stray) throws(FileError) {
    var path = stray.path
    if path.removingLastComponent() == folder, let name = path.lastComponent {
      path = partialFolder.appending("\(name.string).removed")
      try prepare()
      try path.removeTree()
      try stray.path.rename(to: path)
    }
    try path.removeTree()
  }
}
