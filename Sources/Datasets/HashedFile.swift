internal import Digests
internal import Files
internal import SystemPackage

/// A file that is read from its beginning to its end, with what its bytes hash to.
struct HashedFile: ~Copyable, Sendable {
  /// Why a file cannot be read.
  enum Fault: Error, Hashable {
    /// The system would not read it.
    case file(FileError)
    /// It became shorter while it was read.
    case shrunk

    /// What is wrong with the file: what follows its name in a sentence.
    var fault: String {
      switch self {
      case .file(let error): "cannot be read: \(error.cause)"
      case .shrunk: "became shorter while it was read"
      }
    }

    /// How it is mended, where that is known.
    var note: String? {
      switch self {
      case .shrunk: "read it again when nothing writes to it"
      case .file(let error) where error.reason == .permissionDenied: "`chmod +r` lets it be read"
      case .file(let error) where error.reason == .isDirectory: "name a file in the folder"
      case .file(let error) where error.reason == nil: "write it to a file first"
      case .file: nil
      }
    }

    /// Whether there is no such file.
    var isFileMissing: Bool {
      if case .file(let error) = self { error.reason == .noSuchFileOrDirectory } else { false }
    }
  }

  private let file: InputFile
  /// How many bytes have not been read.
  private(set) var rest: Int
  /// Over all bytes read.
  private var hash = SHA256()

  /// How many bytes the file has.
  var size: Int { file.size }
  /// What the bytes read hash to.
  var digest: SHA256.Digest { hash.finalize() }

  /// Opens a file.
  init(_ path: FilePath) throws(Fault) {
    do throws(FileError) {
      file = try InputFile(path)
    } catch {
      throw .file(error)
    }
    rest = file.size
  }

  /// Reads the next bytes.
  ///
  /// - Parameters:
  ///   - count: how many, at most `rest`.
  ///   - chunk: takes them, in place of what it holds.
  mutating func read(_ count: Int, into chunk: inout [UInt8]) throws(Fault) {
    do throws(FileError) {
      try file.read(count, into: &chunk)
    } catch {
      throw .file(error)
    }
    guard chunk.count == count else { throw .shrunk }
    hash.update(chunk)
    rest -= count
  }

  /// Bytes anywhere in the file, which leaves alone what comes next.
  ///
  /// - Precondition: the file had them when it was opened.
  func bytes(at offset: Int, count: Int) throws(Fault) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try file.bytes(at: offset, count: count)
    } catch {
      throw .file(error)
    }
    guard bytes.count == count else { throw .shrunk }
    return bytes
  }
}
