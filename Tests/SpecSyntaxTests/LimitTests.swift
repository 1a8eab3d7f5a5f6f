import SpecSyntax
import Testing

/// What is too large is refused at the place where it becomes so.
@Suite struct LimitTests {
  @Test func bytes() throws {
    let limit = SyntaxLimits.standard.bytes
    let fitting = "a: \"" + String(repeating: "x", count: limit - 5) + "\""
    #expect(try tree(fitting).root["a"]?.scalar?.text.utf8.count == limit - 5)
    #expect(
      mistakes(in: "\n" + fitting) == ["2:\(limit)-2:\(limit + 1) the text is larger than 1 MiB"])
  }

  @Test(arguments: [
    ("[", 1, "]"), ("{a: ", 4, "}"), ("- ", 2, ""), ("? ", 2, ""),
  ])
  func depth(opening: String, width: Int, closing: String) throws {
    let limit = 64
    let deep = String(repeating: opening, count: limit) + String(repeating: closing, count: limit)
    #expect(mistakes(in: deep).filter { $0.contains("levels deep") } == [])
    let column = limit * width + 1
    #expect(
      mistakes(in: String(repeating: opening, count: limit + 1)) == [
        "1:\(column)-1:\(column + 1) nested more than 64 levels deep"
      ])
  }

  @Test func blockDepth() {
    let deep = (0..<80).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(mistakes(in: deep) == ["65:65-65:66 nested more than 64 levels deep"])
  }

  @Test func nodes() throws {
    let limits = SyntaxLimits(nodes: 6)
    #expect(try outline(tree("a: [1, 2, 3]", limits: limits).root) == "{a: [1, 2, 3]}")
    #expect(
      mistakes(in: "a: [1, 2, 3, 4]", limits: limits) == [
        "1:14-1:15 more than 6 values, with aliases counted as often as they are used"
      ])
    #expect(
      mistakes(in: "a: &x [1]\nb: *x", limits: limits) == [
        "2:4-2:6 more than 6 values, with aliases counted as often as they are used"
      ])
  }

  @Test func nodesOfAliasesCountEachTime() throws {
    let letters = Array("abcde")
    var text = "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for (previous, letter) in zip(letters, letters.dropFirst()) {
      text += "\(letter): &\(letter) [" + String(repeating: "*\(previous), ", count: 9) + "]\n"
    }
    #expect(try tree(text).root.entries?.count == 5)
    #expect(
      mistakes(in: text + "f: [*e, *e]") == [
        "6:5-6:7 more than 100,000 values, with aliases counted as often as they are used"
      ])
  }

  @Test func mistakesAreCounted() {
    let text = String(repeating: "a: 1\n", count: 500)
    let found = mistakes(in: text)
    #expect(found.count == 101)
    #expect(found.last == "101:1-101:2 reading stops here, after 100 mistakes")
  }

  @Test(arguments: [
    "|\n" + String(repeating: "  line\n", count: 128_000),
    String(repeating: "word ", count: 180_000),
    "\"" + String(repeating: "é\n ", count: 200_000) + "\"",
  ])
  func longScalars(scalar: String) throws {
    let root = try tree("# é\na: \(scalar)\nb: x\n").root
    #expect(root["b"]?.site.text == "x")
  }

  @Test(arguments: ["a: 1\n", "a: 1\n...\n", "%X\n"])
  func manyDirectives(start: String) {
    let text = start + String(repeating: "%TAG !a! x\n", count: 100) + "---\n"
    #expect(mistakes(in: text).count == 1)
  }

  @Test func longKeys() throws {
    let key = String(repeating: "学", count: 1024)
    #expect(try outline(tree("\(key): 1").root) == "{\(key): 1}")
    let expected = "a key has at most 1,024 characters"
    #expect(mistakes(in: "\(key)k: 1") == ["1:1026-1:1026 \(expected)"])
    #expect(mistakes(in: "a: {b: 1, \(key)k: 1}") == ["1:1036-1:1036 \(expected)"])
    #expect(mistakes(in: "a: \(key): 1") == ["1:1028-1:1029 a colon cannot stand here"])
  }
}
