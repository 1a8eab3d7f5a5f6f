public import Files
public import SystemPackage

/// A finished run as it lies in its folder, which may have been altered since.
public struct SavedRun: Sendable {
  /// Why there is no run to be had.
  public enum Fault: Error, Sendable {
    /// A file of the run cannot be read.
    case file(FileError)
    /// The folder is none of a run.
    case noRun
    /// A file that the run left is not there.
    case missing(String)
    /// A file is not as the run left it.
    case altered(String)
  }

  /// How a file is found, beside the digest that the run left of it.
  public enum FileState: String, Sendable {
    /// As the run left it.
    case whole
    /// With other bytes.
    case altered
    /// Not at all.
    case missing
  }

  /// The run's folder.
  public let folder: FilePath
  /// What its summary says.
  public let summary: Summary
  /// The bytes of its summary.
  let summaryBytes: [UInt8]

  /// Reads the summary of a run.
  ///
  /// - Parameter folder: the run's own.
  public init(in folder: FilePath) throws(Fault) {
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try folder.appending(RunFile.summary).contentsIfFile()
    } catch {
      throw .file(error)
    }
    guard let bytes else { throw .noRun }
    summaryBytes = bytes
    guard let summary = Summary(summaryBytes), summary.status.isFinal else {
      throw .altered(RunFile.summary)
    }
    self.folder = folder
    self.summary = summary
  }

  /// The name of the run's folder, which is the run's own.
  public var name: String { folder.lastComponent?.string ?? "" }

  /// The bytes of a file, which must be as the run left it.
  public func contents(of name: String) throws(Fault) -> [UInt8] {
    let found: [UInt8]?
    do throws(FileError) { found = try bytes(of: name) } catch { throw .file(error) }
    guard let found else { throw .missing(name) }
    guard state(of: found, name) == .whole else { throw .altered(name) }
    return found
  }

  /// How a file of the run is found.
  public func state(of name: String) throws(FileError) -> FileState {
    guard let bytes = try bytes(of: name) else { return .missing }
    return state(of: bytes, name)
  }

  /// How bytes stand beside the digest that the run left of a file.
  func state(of bytes: [UInt8], _ name: String) -> FileState {
    summary.files.contains(RunSummary.FileDigest(name, of: bytes)) ? .whole : .altered
  }

  /// The bytes of a file, whatever they are; nil where there is no such file.
  func bytes(of name: String) throws(FileError) -> [UInt8]? {
    try folder.appending(name).contentsIfFile()
  }
}
