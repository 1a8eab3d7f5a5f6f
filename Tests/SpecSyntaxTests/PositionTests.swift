import SpecSyntax
import Testing

/// Nodes know where they are written, whatever stands before them.
@Suite struct PositionTests {
  @Test(arguments: [
    ("a: 1", "1", "1:4-1:5"),
    ("größe: 1", "1", "1:8-1:9"),
    ("学習: [🙂, 1]", "1", "1:9-1:10"),
    ("e\u{301}: x", "x", "1:5-1:6"),
    ("a: \"é\" ", "é", "1:4-1:7"),
    ("a: 'it''s'  # x", "it's", "1:4-1:11"),
    ("a:\n  - b\n  - c", "c", "3:5-3:6"),
    ("a: &name  value", "value", "1:11-1:16"),
    ("a: &name\n  # remark\n  value", "value", "3:3-3:8"),
    ("a: words\n  and more  \nb: 1", "words and more", "1:4-2:11"),
    ("a: \"one\n  two\"", "one two", "1:4-2:7"),
    ("a: |\n  text\n\n\nb: 1", "text\n", "1:4-2:7"),
    ("a: >-\n  text\n", "text", "1:4-2:7"),
    ("a:\r\n  b: 1\r\nc: x\r\n", "x", "3:4-3:5"),
    ("a: 1\rb: x", "x", "2:4-2:5"),
    ("\u{FEFF}a: x", "x", "1:4-1:5"),
    ("\u{FEFF}# ü\na: x", "x", "2:4-2:5"),
    ("? key\n: x", "x", "2:3-2:4"),
    ("--- # ü\na: x\n...\n", "x", "2:4-2:5"),
  ])
  func scalar(text: String, scalar: String, expected: String) throws {
    let found = try #require(scalars(of: tree(text).root).last { $0.scalar?.text == scalar })
    #expect(place(found.site) == expected)
  }

  @Test(arguments: [
    ("a: [1, [2, 3] ] # x", ["1:4-1:16", "1:8-1:14"]),
    ("a: {b: 1}  ", ["1:4-1:10"]),
    ("a: [\n  1,\n]\nb: 2", ["1:4-3:2"]),
    ("a:\n  - 1\n  - 2\n\n# x\nb: 3", ["2:3-3:6"]),
    ("a:\n- 1\n- 2\nb: 3", ["2:1-3:4"]),
    ("a: &x\n  b: 1\n  c:\n", ["2:3-3:5"]),
    ("a: [b: 1 , c]", ["1:4-1:14", "1:5-1:9"]),
    ("a: &x [] ", ["1:7-1:9"]),
    ("a: [&x b, {c: &y d}]", ["1:4-1:21", "1:11-1:20"]),
  ])
  func collections(text: String, expected: [String]) throws {
    let entries = try #require(try tree(text).root.entries)
    #expect(collections(of: entries[0].value).map { place($0.site) } == expected)
  }

  @Test func missingValueStandsAfterItsColon() throws {
    let root = try tree("a:\nb: {c, d: }\n").root
    #expect(root["a"]?.scalar?.isMissing == true)
    #expect(try place(#require(root["a"]).site) == "1:3-1:3")
    #expect(try place(#require(root["b"]?["c"]).site) == "2:6-2:6")
    #expect(root["b"]?["d"]?.phrase == "nothing")
  }

  @Test func keysHaveSites() throws {
    let entries = try #require(try tree("ü: 1\n\"b c\": 2\n&k d: 3\n").root.entries)
    #expect(entries.map(\.key) == ["ü", "b c", "d"])
    #expect(entries.map { place($0.keySite) } == ["1:1-1:2", "2:1-2:6", "3:4-3:5"])
  }

  /// libyaml breaks lines at NEL, LS and PS too; sites must not be thrown off by that.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func rareLineBreaks(separator: String) throws {
    let root = try tree("# one\(separator)a: 'b\(separator)c'\(separator)d: x\ne: y\n").root
    #expect(try place(#require(root["d"]).site) == "1:19-1:20")
    #expect(try #require(root["d"]).site.text == "x")
    #expect(try place(#require(root["e"]).site) == "2:4-2:5")
  }

  /// Over a text longer than libyaml's buffers, each plain scalar's site holds that scalar.
  @Test func sitesHoldTheirText() throws {
    let words = ["a", "ü", "学", "🙂", "é", "x1"]
    let text = (0..<9000).map { "\(words[$0 % words.count])\($0)" }.joined(separator: ",\n  ")
    let items = try #require(try tree("ä: [\(text)]").root["ä"]?.items)
    #expect(items.count == 9000)
    #expect(items.allSatisfy { $0.site.text == $0.scalar?.text })
  }

  /// The scalars of a tree in reading order.
  private func scalars(of node: SyntaxNode) -> [SyntaxNode] {
    switch node.content {
    case .scalar: [node]
    case .sequence(let items): items.flatMap(scalars)
    case .mapping(let entries): entries.flatMap { scalars(of: $0.value) }
    }
  }

  /// The lists and mappings of a tree, outer ones first.
  private func collections(of node: SyntaxNode) -> [SyntaxNode] {
    switch node.content {
    case .scalar: []
    case .sequence(let items): [node] + items.flatMap(collections)
    case .mapping(let entries): [node] + entries.flatMap { collections(of: $0.value) }
    }
  }
}
