public import Experiments
public import Files
public import SystemPackage

extension RunStore {
  /// Something of ours in the folder that can be removed.
  public struct Orphan: Hashable, Sendable {
    /// Where it is.
    public let path: FilePath
    /// How many bytes its files have.
    public let size: Int

    /// Something of a size.
    public init(path: FilePath, size: Int) {
      self.path = path
      self.size = size
    }
  }

  /// The folders of finished runs that are not among some, in the order of their ids.
  ///
  /// A folder counts as a run's if its name is an id and it holds nothing but files that a run leaves,
  /// with a spec among them.
  public func orphans(except kept: Set<RunID>) throws(FileError) -> [Orphan] {
    var orphans: [Orphan] = []
    for name in try folder.entries() {
      guard let id = RunID(name.string), !kept.contains(id) else { continue }
      let path = folder.appending(name)
      guard try holdsRunFilesAlone(path), path.appending(RunFile.spec).exists else { continue }
      orphans.append(Orphan(path: path, size: try path.treeSize()))
    }
    return orphans
  }

  /// What runs that were cut short have left, and writing that was: the folders of runs that are
  /// written, set aside or removed, with nothing but files of a run in them, and drafts of files of
  /// the experiment. Whatever else lies beside them is not ours.
  ///
  /// - Parameter files: the names that `set` is given.
  /// - Precondition: no other process is at work on any of it.
  public func leftovers(files: Set<String>) throws(FileError) -> [Orphan] {
    guard partialFolder.isFolderItself else { return [] }
    var leftovers: [Orphan] = []
    for name in try partialFolder.entries() {
      let path = partialFolder.appending(name)
      let isDraft =
        path.isFileItself && files.contains { DraftName(name.string, of: $0) != nil }
      guard try isDraft ? true : isLeftOfRun(path) else { continue }
      leftovers.append(Orphan(path: path, size: try path.treeSize()))
    }
    return leftovers
  }

  /// Removes what earlier attempts at some runs have left that were cut short, and drafts of files that were.
  ///
  /// What other machines have left stays, as it cannot be told whether they are at work on it, and so does
  /// a run that came out with other bytes than before, which is there to be looked at.
  ///
  /// - Parameters:
  ///   - isMeant: whether a run is one of them.
  ///   - files: the names that `set` is given.
  /// - Precondition: this process is at work on none of them.
  public func removeAttempts(
    at isMeant: (RunID) -> Bool, files: Set<String> = []
  ) throws(FileError) {
    guard partialFolder.isFolderItself else { return }
    func hasEnded(_ draft: DraftName) -> Bool {
      draft.host == drafts.host
        && (draft.process == drafts.process || !ProcessTable.contains(draft.process))
    }
    for name in try partialFolder.entries() {
      let path = partialFolder.appending(name)
      if let draft = DraftName(ofRun: name.string), let id = RunID(draft.name) {
        guard hasEnded(draft), isMeant(id), try holdsRunFilesAlone(path),
          try !differs(path, from: id)
        else { continue }
      } else {
        let draft = files.lazy.compactMap { DraftName(name.string, of: $0) }.first
        guard let draft, hasEnded(draft), path.isFileItself else { continue }
      }
      try path.removeTree()
    }
  }

  /// Whether a draft is whole, and of other bytes than the run that has been finished.
  private func differs(_ draft: FilePath, from id: RunID) throws(FileError) -> Bool {
    guard let summary = try draft.appending(RunFile.summary).contentsIfFile(),
      let finished = try folder(of: id).appending(RunFile.summary).contentsIfFile()
    else { return false }
    return summary != finished
  }

  /// Whether something in the folder for runs in progress has a name that a run's folder gets there,
  /// and holds nothing but files of a run.
  private func isLeftOfRun(_ path: FilePath) throws(FileError) -> Bool {
    guard let name = path.lastComponent?.string else { return false }
    let ending = [Self.tornEnding, Self.removedEnding].first { name.hasSuffix($0) }
    let isOfRun =
      ending.map { RunID(String(name.dropLast($0.count))) != nil }
      ?? (DraftName(ofRun: name) != nil)
    guard isOfRun else { return false }
    return try holdsRunFilesAlone(path)
  }

  /// Whether there is a folder, and nothing in it but files that a run may leave: no folder or link
  /// that has the name of one.
  private func holdsRunFilesAlone(_ path: FilePath) throws(FileError) -> Bool {
    guard path.isFolderItself else { return false }
    return try path.entries().allSatisfy {
      RunFile.all.contains($0.string) && path.appending($0).isFileItself
    }
  }

  /// Removes something, so that at no moment half a run has the name of a whole one.
  ///
  /// - Precondition: the caller holds the folder's lock.
  /// - Throws: also where something that is not ours has the name that a run's folder gets meanwhile.
  public func remove(_ orphan: Orphan) throws(FileError) {
    var path = orphan.path
    if path.removingLastComponent() == folder, let name = path.lastComponent {
      path = partialFolder.appending(name.string + Self.removedEnding)
      try prepare()
      if try isLeftOfRun(path) { try path.removeTree() }
      try orphan.path.rename(to: path)
    }
    try path.removeTree()
  }
}
