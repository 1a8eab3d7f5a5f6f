import Digests
import Testing

/// SHA-256, whichever library computes it.
@Suite struct SHA256Tests {
  /// 200 bytes that do not repeat: more than three blocks of 64.
  private static let message = (0..<200).map { UInt8($0) }

  /// Source: FIPS 180-2, appendix B, whose examples NIST gives for FIPS 180-4 too; and no bytes.
  @Test(
    arguments: [
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ] as [(String, Int, String)])
  func examplesOfTheStandard(text: String, count: Int, digits: String) {
    let message = Array(String(repeating: text, count: count).utf8)
    #expect(SHA256.hash(message.span).hexadecimal == digits)
  }

  @Test(arguments: 0...200)
  func aCutMakesNoDifference(cut: Int) {
    let message = Self.message.span
    var hash = SHA256()
    hash.update(message.extracting(first: cut))
    hash.update(message.extracting(droppingFirst: cut))
    #expect(hash.finalize() == SHA256.hash(message))
  }

  @Test func noBytesMakeNoDifference() {
    var hash = SHA256()
    hash.update([])
    hash.update(Self.message.span)
    hash.update([])
    #expect(hash.finalize() == SHA256.hash(Self.message.span))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 199])
  func copiesGoOnByThemselves(count: Int) {
    let message = Self.message.span
    var hash = SHA256()
    hash.update(message.extracting(first: count))
    var copy = hash
    copy.update([0x00])
    #expect(hash.finalize() == SHA256.hash(message.extracting(first: count)))
    hash.update(message.extracting(droppingFirst: count))
    let changed = Self.message.prefix(count) + [0x00]
    #expect(copy.finalize() == SHA256.hash(changed.span))
    #expect(hash.finalize() == SHA256.hash(message))
  }

  @Test(arguments: [0, 55, 56, 64, 130])
  func moreMayFollowADigest(count: Int) {
    let message = Self.message.span
    var hash = SHA256()
    hash.update(message.extracting(first: count))
    #expect(hash.finalize() == SHA256.hash(message.extracting(first: count)))
    #expect(hash.finalize() == hash.finalize())
    hash.update(message.extracting(droppingFirst: count))
    #expect(hash.finalize() == SHA256.hash(message))
  }

  @Test func bytesAreThoseOfTheDigits() {
    let digest = SHA256.hash(Self.message.span)
    let bytes = digest.bytes
    #expect(bytes.count == 32)
    let digits = Array(digest.hexadecimal)
    for (index, byte) in bytes.enumerated() {
      #expect(UInt8(String(digits[2 * index...2 * index + 1]), radix: 16) == byte)
    }
  }
}
