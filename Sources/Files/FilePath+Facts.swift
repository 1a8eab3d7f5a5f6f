public import SystemPackage

extension FilePath {
  /// Whether there is a file or folder.
  public var exists: Bool { (try? Stat(self)) != nil }

  /// Whether there is a regular file, or a link to one: no folder, pipe, socket or device.
  public var isFile: Bool { (try? Stat(self))?.type == .regular }

  /// Whether there is a folder.
  public var isFolder: Bool { (try? Stat(self))?.type == .directory }

  /// Whether there is a folder, and no link to one.
  public var isFolderItself: Bool {
    (try? Stat(self, followTargetSymlink: false))?.type == .directory
  }

  /// Whether there is a regular file, and no link to one.
  public var isFileItself: Bool {
    (try? Stat(self, followTargetSymlink: false))?.type == .regular
  }

  /// Whether both paths lead to one file or folder; false where either leads to none.
  public func isSame(as other: FilePath) -> Bool {
    guard let here = try? Stat(self), let there = try? Stat(other) else { return false }
    return here.isSame(as: there)
  }

  /// Whether the path leads to an open file.
  func leads(to file: FileDescriptor) -> Bool {
    guard let here = try? Stat(self), let there = try? Stat(file) else { return false }
    return here.isSame(as: there)
  }

  /// How many bytes a file has, or all files in a folder together; links are not followed.
  public func treeSize() throws(FileError) -> Int {
    let stat = try attempt(.read) { try Stat(self, followTargetSymlink: false) }
    guard stat.type == .directory else { return Int(stat.size) }
    var size = 0
    for name in try entries() { size += try appending(name).treeSize() }
    return size
  }
}

extension Stat {
  /// Whether both are of one file or folder.
  fileprivate func isSame(as other: Stat) -> Bool {
    deviceID == other.deviceID && inode == other.inode
  }
}
