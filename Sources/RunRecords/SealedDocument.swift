internal import Text

/// A JSON document that ends with the SHA-256 of itself, by which every alteration of it is found.
///
/// Its last member is `"sha256"`, on the line before the last: the digest of all lines before that one.
/// Who alters the document and computes the digest anew is not found by it.
enum SealedDocument {
  /// The name of the last member.
  private static let key = "sha256"

  /// How many bytes the last two lines have.
  private static let sealCount = seal(of: []).count

  /// An object with its digest as one more member, a member to a line.
  ///
  /// - Precondition: there is a member.
  static func bytes(_ members: [(key: String, value: JSON)]) -> [UInt8] {
    precondition(!members.isEmpty)
    // All but the line end before the last line and that line.
    var document = Array(JSON.object(members).document.dropLast("\n}\n".utf8.count))
    document += ",\n".utf8
    return document + seal(of: document)
  }

  /// Whether bytes end with the digest of all before it.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.dropLast(sealCount)
    return bytes[lines.endIndex...].elementsEqual(seal(of: Array(lines)))
  }

  /// The last two lines of a document.
  ///
  /// - Parameter lines: those before them.
  private static func seal(of lines: [UInt8]) -> [UInt8] {
    let digest = RunSummary.FileDigest(RunFile.summary, of: lines).sha256
    return Array("  \"\(key)\": \"\(digest)\"\n}\n".utf8)
  }
}
