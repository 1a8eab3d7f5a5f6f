import Foundation
import Testing

/// Files one step past what a spec may be, and files that are no text: each is refused with a position.
@Suite struct HostileSpecTests {
  static let files: [(name: String, bytes: Data, place: String)] = [
    ("depth", Data(("dataset: " + String(repeating: "[", count: 64)).utf8), "1:73:"),
    ("aliases", Data("x-a: &a [\(items(9_999))]\nx-b: [\(aliases(9))]\n".utf8), "2:39:"),
    ("values", Data("x-a: [\(items(99_998))]\n".utf8), "1:200001:"),
    ("bytes", Data("name: ".utf8) + Data(repeating: UInt8(ascii: "a"), count: 1 << 20 - 5), "1:"),
    ("nul", Data("dataset: xor\nname: a\0b".utf8), "2:8"),
    ("utf16", "dataset: xor\n".data(using: .utf16LittleEndian) ?? Data(), "1:"),
    ("latin1", Data("name: ".utf8) + Data([0xE9]) + Data("t\n".utf8), "1:7"),
    ("empty", Data(), "1:1"),
  ]

  /// So many values of a list.
  private static func items(_ count: Int) -> String {
    Array(repeating: "1", count: count).joined(separator: ",")
  }

  /// So many repetitions of a value.
  private static func aliases(_ count: Int) -> String {
    Array(repeating: "*a", count: count).joined(separator: ", ")
  }

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
