import Digests
import Testing

/// The 16 letters that stand for a digest.
@Suite struct ShortDigestTests {
  @Test func itIsTheFirst64Bits() {
    #expect(SHA256.hash("abc".utf8.span).short.bits == 0xBA78_16BF_8F01_CFEA)
  }

  @Test(
    arguments: [
      (0x0123_4567_89AB_CDEF, "zyxwvutsrqponmlk"), (0, "zzzzzzzzzzzzzzzz"),
      (.max, "kkkkkkkkkkkkkkkk"), (0xF0, "zzzzzzzzzzzzzzkz"),
    ] as [(UInt64, String)])
  func lettersAreDigitsFromTheEnd(bits: UInt64, letters: String) throws {
    let digest = try #require(ShortDigest(letters))
    #expect(digest.bits == bits)
    #expect(digest.description == letters)
    var text = Array("id ".utf8)
    digest.append(to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "id " + letters)
  }

  @Test(arguments: [
    "", "kkkkkkkkkkkkkkk", "kkkkkkkkkkkkkkkkk", "kkkkkkkkkkkkkkkj", "KKKKKKKKKKKKKKKK",
    "0123456789abcdef", "kkkkkkkkkkkkkkkä",
  ])
  func otherTextsAreNone(text: String) { #expect(ShortDigest(text) == nil) }
}
