public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that a person names for a program to write, whatever is there already.
///
/// A file is replaced as a whole, also where a link leads to it. What is no file, such as a device or a
/// pipe, is written to.
public struct NamedFile: Sendable {
  /// As the person names it.
  private let path: FilePath

  /// The file at a path; nothing is looked at yet.
  public init(_ path: FilePath) { self.path = path }

  /// Makes the folder of the file where there is none, and finds out whether the file can be written.
  public func prepare() throws(FileError) {
    guard let place = try place() else { return }
    if !place.folder.isEmpty { try place.folder.makeFolder() }
    try place.draft.writeDraft([])
    try place.draft.removeFile()
  }

  /// The first bytes of the file that is to be replaced, at most so many; none where there is none.
  public func beginning(_ count: Int) -> [UInt8] {
    guard (try? place()) != nil else { return [] }
    return (try? path.contents(upTo: count)) ?? []
  }

  /// Writes the file.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    if let place = try place() {
      try place.path.replace(with: bytes, draft: place.draft)
    } else {
      try path.writeOutput(bytes)
    }
  }

  /// Where a file is to be replaced.
  private struct Place {
    /// The file itself, which no link stands for.
    let path: FilePath
    /// The folder that it is in; empty for the present one.
    var folder: FilePath { path.removingLastComponent() }
    /// Where it is written before it gets its name.
    var draft: FilePath { folder.appending(".\(path.lastComponent?.string ?? "").partial") }
  }

  /// Where the file is to be replaced; nil where it must be written in place.
  private func place() throws(FileError) -> Place? {
    guard !path.isFolder, path.lastComponent?.kind == .regular else {
      throw FileError(.create, path, .isDirectory)
    }
    guard let target = try? Stat(path) else {
      // A link that leads nowhere yet leads to a file when that is made.
      let isLink = (try? Stat(path, followTargetSymlink: false)) != nil
      return isLink ? nil : Place(path: path)
    }
    guard target.type == .regular else { return nil }
    let resolved = path.withPlatformString { path in
      realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return FilePath(platformString: resolved)
      }
    }
    return Place(path: resolved ?? path)
  }
}
