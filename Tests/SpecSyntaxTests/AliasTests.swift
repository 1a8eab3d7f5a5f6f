import SpecSyntax
import Testing

/// Anchors, aliases and `<<`.
@Suite struct AliasTests {
  @Test(arguments: [
    ("a: &x [1, 2]\nb: *x", "{a: [1, 2], b: [1, 2]}"),
    ("a: &x 1\nb: &x 2\nc: *x", "{a: 1, b: 2, c: 2}"),
    ("a: &x [&x 1, *x]\nb: *x", "{a: [1, 1], b: 1}"),
    ("a: &x\nb: *x", "{a: , b: }"),
    ("&k a: *k", "{a: a}"),
    ("x: &k a\n*k : 1", "{x: a, a: 1}"),
    ("'<<': 1", "{<<: 1}"),
  ])
  func aliases(text: String, expected: String) throws {
    #expect(try outline(tree(text).root) == expected)
  }

  @Test(arguments: [
    ("{<<: {a: 1, b: 2}, b: 3}", "{a: 1, b: 3}"),
    ("{b: 3, <<: {a: 1, b: 2}}", "{b: 3, a: 1}"),
    ("{c: 0, <<: {a: 1}, d: 2}", "{c: 0, a: 1, d: 2}"),
    ("{<<: [{a: 1, b: 1}, {b: 2, c: 2}]}", "{a: 1, b: 1, c: 2}"),
    ("{<<: {<<: {a: 1}, b: 2}}", "{a: 1, b: 2}"),
    ("{<<: []}", "{}"),
    ("{<<: {}, a: 1}", "{a: 1}"),
  ])
  func merges(text: String, expected: String) throws {
    #expect(try outline(tree("x: \(text)").root) == "{x: \(expected)}")
  }

  @Test func aliasSites() throws {
    let root = try tree("a: &x {b: [1]}\nc: *x\nd: [*x]\n").root
    let aliased = try #require(root["c"])
    #expect(place(aliased.site) == "1:7-1:15")
    #expect(aliased.aliasSite.map(place) == "2:4-2:6")
    #expect(aliased["b"]?.aliasSite == nil)
    #expect(root["d"]?.items?.first?.aliasSite.map(place) == "3:5-3:7")
    #expect(root["a"]?.aliasSite == nil)
  }

  @Test func mergedEntriesKeepTheirSites() throws {
    let root = try tree("x: &x {a: 1}\ny: &y {b: *x}\nz: {<<: [*x, *y, {c: 2}]}\n").root
    let entries = try #require(root["z"]?.entries)
    #expect(entries.map { place($0.keySite) } == ["1:8-1:9", "2:8-2:9", "3:19-3:20"])
    #expect(entries.map { place($0.value.site) } == ["1:11-1:12", "1:7-1:13", "3:22-3:23"])
    #expect(entries.map { $0.value.aliasSite.map(place) } == ["3:10-3:12", "3:14-3:16", nil])
  }

  @Test func mergeOfAnAliasedList() throws {
    let root = try tree("x: &x [{a: 1}]\nz: {<<: *x}\n").root
    #expect(root["z"]?["a"]?.aliasSite.map(place) == "2:9-2:11")
  }

  @Test(arguments: [("\n  - 1\n  - [2, ", "]", "3:9-3:11"), (" {<<: ", ", c: 1}", "1:12-1:14")])
  func anAliasInsideOfWhatItRepeatsIsRefused(before: String, after: String, place: String) {
    #expect(
      mistakes(in: "a: &b" + before + "*b" + after) == [
        "\(place) the alias \"*b\" stands inside the value it repeats"
      ])
  }

  @Test func anUnreadAliasCausesNoFurtherMistakes() {
    let text = "a: &a {<<: *b}\nc: *a\nd: [*b]\n*b : 1\n"
    #expect(
      mistakes(in: text)
        == ["1:12", "3:5", "4:1"].map { start in
          let column = Int(start.dropFirst(2)) ?? 0
          return
            "\(start)-\(start.prefix(2))\(column + 2) the alias \"*b\" has no anchor \"&b\" before it"
        })
  }
}
