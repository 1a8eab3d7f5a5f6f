import Foundation
import Testing

/// Files made to hurt: each is refused with a position.
@Suite struct HostileSpecTests {
  static let files: [(name: String, bytes: Data, place: String)] = [
    ("brackets", Data("dataset: ".utf8) + Data(repeating: UInt8(ascii: "["), count: 100_000), "1:"),
    (
      "laughs",
      Data(
        (["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
          + (1...9).map { n in
            "a\(n): &a\(n) [" + Array(repeating: "*a\(n - 1)", count: 10).joined(separator: ", ")
              + "]"
          }).joined(separator: "\n").utf8), "5:"
    ),
    ("loop", Data("dataset: &x [*x]".utf8), "1:"),
    ("scalar", Data("name: ".utf8) + Data(repeating: UInt8(ascii: "a"), count: 50_000_000), "1:"),
    ("nul", Data("dataset: xor\nname: a\0b".utf8), "2:8"),
    ("utf16", "dataset: xor\n".data(using: .utf16LittleEndian) ?? Data(), "1:"),
    ("latin1", Data("name: ".utf8) + Data([0xE9]) + Data("t\n".utf8), "1:7"),
    ("empty", Data(), "1:1"),
  ]

  @Test(arguments: files.map(\.name))
  func isRefused(name: String) throws {
    let program = try Program()
    let file = try #require(Self.files.first { $0.name == name })
    try file.bytes.write(to: program.folder.appending(path: "hostile.yaml"))
    let result = try program.run("hostile.yaml")
    #expect(result.status == 65)
    #expect(result.error.hasPrefix("hostile.yaml:\(file.place)"), "\(result.error)")
    #expect(result.error.utf8.count < 20_000)
    #expect(!program.exists("runs"))
  }
}
