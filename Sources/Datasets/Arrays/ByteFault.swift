internal import Files
internal import SystemPackage

/// Why the bytes of an array cannot be had.
enum ByteFault: Error, Hashable {
  /// The file's own bytes cannot be had.
  case file(HashedFile.Fault)
  /// What was deflated is damaged, near an offset of the file.
  case damaged(at: Int)
  /// What was deflated ends before it is whole, at an offset of the file.
  case cut(at: Int)
  /// Something follows what was deflated, at an offset of the file.
  case trailing(at: Int)
  /// The bytes are not those that were written: their checksum is another.
  case checksum

  /// What is wrong with the file: what follows its name in a sentence.
  var fault: String {
    switch self {
    case .file(let fault): fault.fault
    case .damaged(let offset): "has damaged compressed data near byte \(offset)"
    case .cut(let offset): "has compressed data that is cut off at byte \(offset)"
    case .trailing(let offset): "has something behind its compressed data, at byte \(offset)"
    case .checksum: "has other bytes than were written: their CRC-32 differs"
    }
  }

  /// How it is mended, where that is known.
  var note: String? {
    switch self {
    case .file(let fault): fault.note
    case .damaged, .cut, .checksum: "get it anew: it was not copied or written as a whole"
    case .trailing: "compress the array alone: `gzip -k FILE`"
    }
  }
}
