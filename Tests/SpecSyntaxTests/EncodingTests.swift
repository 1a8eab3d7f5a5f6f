import SpecSyntax
import Testing

/// Bytes that are no text are refused where they stand, before YAML is looked at.
@Suite struct EncodingTests {
  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0x00], "1:4-1:5 the control character U+0000 is not allowed; remove it"),
      (
        Array("a: 1\nü: \u{1B}[0m".utf8),
        "2:4-2:5 the control character U+001B is not allowed; remove it"
      ),
      (Array("a: \u{7F}".utf8), "1:4-1:5 the control character U+007F is not allowed; remove it"),
      (Array("a: \u{9B}".utf8), "1:4-1:5 the control character U+009B is not allowed; remove it"),
      (Array("a: \u{FFFE}".utf8), "1:4-1:5 the control character U+FFFE is not allowed; remove it"),
      (Array("a: \u{FEFF}".utf8), "1:4-1:5 the byte-order mark U+FEFF is not allowed; remove it"),
      (
        Array("\u{FEFF}\u{FEFF}a".utf8),
        "1:1-1:2 the byte-order mark U+FEFF is not allowed; remove it"
      ),
      (Array("a: caf".utf8) + [0xE9, 0x0A], "1:7-1:8 this byte is not valid UTF-8"),
      (Array("é: 1\na: ".utf8) + [0x80, 0x0A], "2:4-2:4 this byte is not valid UTF-8"),
      (Array("a: ".utf8) + [0xE2, 0x82], "1:4-1:5 this byte is not valid UTF-8"),
      (Array("a: ".utf8) + [0xC0, 0x80], "1:4-1:5 this byte is not valid UTF-8"),
      (Array("a: ".utf8) + [0xED, 0xA0, 0x80], "1:4-1:5 this byte is not valid UTF-8"),
      (Array("a: ".utf8) + [0xF4, 0x90, 0x80, 0x80], "1:4-1:5 this byte is not valid UTF-8"),
      (Array("a: ".utf8) + [0xFF], "1:4-1:5 this byte is not valid UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "1:1-1:1 the text is UTF-16; save it as UTF-8"),
      ([0xFE, 0xFF, 0x00, 0x61], "1:1-1:1 the text is UTF-16; save it as UTF-8"),
      ([0x61, 0x00, 0x3A, 0x00], "1:1-1:1 the text is UTF-16; save it as UTF-8"),
      ([0x00, 0x61, 0x00, 0x3A], "1:1-1:1 the text is UTF-16; save it as UTF-8"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "1:1-1:1 the text is UTF-32; save it as UTF-8"),
      ([0x61, 0, 0, 0, 0x3A, 0, 0, 0], "1:1-1:1 the text is UTF-32; save it as UTF-8"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], expected: String) {
    #expect(mistakes(in: bytes) == [expected])
  }

  @Test(
    arguments: [
      (0xE9, "the byte would be \"é\" in Latin-1 or Windows-1252; save the text as UTF-8"),
      (0x93, "the byte would be \"“\" in Latin-1 or Windows-1252; save the text as UTF-8"),
      (0x81, "the text may be cut off or damaged here; save it as UTF-8"),
    ] as [(UInt8, String)])
  func olderEncodingsAreNamed(byte: UInt8, expected: String) throws {
    var log = DiagnosticLog()
    let source = SourceText(name: "spec.yaml", bytes: Array("a: caf".utf8) + [byte, 0x0A])
    #expect(SyntaxTree(recovering: source, reportingTo: &log) == nil)
    #expect(log.diagnostics.first?.notes.map(\.message) == [expected])
  }

  @Test(arguments: [
    "", "\n", "# only this", "\u{FEFF}", "  \n\t\n# é\n", "---", "--- # x\n...\n", "\u{85}",
  ])
  func empty(text: String) {
    #expect(mistakes(in: text) == ["1:1-1:1 the spec is empty"])
  }

  @Test func allowed() throws {
    #expect(try outline(tree("\u{FEFF}a: \"\t\u{A0}\u{E000}\u{10FFFF}\"").root).hasPrefix("{a:"))
    #expect(try outline(tree("# \u{85}a: 1").root) == "{a: 1}")
  }
}
