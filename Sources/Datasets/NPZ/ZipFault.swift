/// Why an archive cannot be read.
enum ZipFault: Error, Hashable {
  /// It does not begin as archives do.
  case notZip
  /// Its directory is not at its end.
  case cut
  /// Its directory is of several disks or too long.
  case unsupportedDirectory(at: Int)
  /// Its directory is not what it should be, at an offset of the file.
  case directory(at: Int)
  /// Two members lie one over the other.
  case overlap(String, String)
  /// Two members have one name.
  case twice(String)
  /// What stands before a member is not what the directory says, at an offset of the file.
  case header(at: Int)
  /// A member can be read only by who knows a password.
  case encrypted
  /// A member is compressed in a way that is not read.
  case method(UInt16)
  /// A member is said to be larger than it can be.
  case bomb(size: Int, stored: Int)
  /// There is no such array.
  case missing(String)

  /// What is wrong with the file: what follows its name in a sentence.
  var fault: String {
    switch self {
    case .notZip: "is no archive of NumPy: it does not begin with PK"
    case .cut: "is cut off: it does not end with the directory of an archive"
    case .unsupportedDirectory(let offset):
      "has a directory of several disks or of more than 16 MiB, at byte \(offset)"
    case .directory(let offset): "has a directory that is damaged at byte \(offset)"
    case .overlap(let first, let second):
      "has members that lie one over the other: \(Self.shown(first)) and \(Self.shown(second))"
    case .twice(let name): "has two arrays called \(Self.shown(name))"
    case .header(let offset): "has a member that is not as the directory says, at byte \(offset)"
    case .encrypted: "is encrypted"
    case .method(let method): "is compressed by \(Self.name(of: method)), which is not read"
    case .bomb(let size, let stored):
      "is said to have \(size) bytes, more than \(stored) compressed ones can stand for"
    case .missing(let name): "has no array called \(Self.shown(name))"
    }
  }

  /// How it is mended, where that is known.
  var note: String? {
    switch self {
    case .notZip: "numpy.savez(path, x=x, y=y) writes such files"
    case .cut, .directory, .overlap, .header, .bomb:
      "write it anew, or get it anew: it may have been cut off or damaged"
    case .unsupportedDirectory, .twice, .encrypted, .method:
      "write it anew with numpy.savez(path, x=x, y=y)"
    case .missing: nil
    }
  }

  /// What a way of compressing is called.
  private static func name(of method: UInt16) -> String {
    switch method {
    case 1: "shrinking"
    case 2...5: "reducing"
    case 6: "imploding"
    case 9: "Deflate64"
    case 12: "bzip2"
    case 14: "LZMA"
    case 93, 20: "Zstandard"
    case 95: "XZ"
    case 98: "PPMd"
    case 99: "AES encryption"
    case _: "method \(method)"
    }
  }

  /// A name as messages show it: what a file says may be anything.
  private static func shown(_ name: String) -> String {
    "\"" + name.prefix(40) + (name.count > 40 ? "…" : "") + "\""
  }
}
