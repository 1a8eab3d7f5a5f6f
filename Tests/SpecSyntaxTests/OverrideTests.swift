import SpecSyntax
import Testing

/// `--set key.path=value`.
@Suite struct OverrideTests {
  /// The outline of a spec with arguments applied, and what was wrong with them.
  private func overridden(_ text: String, _ arguments: [String]) throws -> (String, [String]) {
    var log = DiagnosticLog()
    let overrides = arguments.compactMap {
      SyntaxOverride(parsing: SourceText(name: "--set", text: $0), reportingTo: &log)
    }
    let result = try tree(text).overridden(by: overrides, reportingTo: &log)
    return (outline(result.root), log.diagnostics.map(line))
  }

  @Test(arguments: [
    ("{a: 1}", "a=2", "{a: 2}"),
    ("{a: 1}", "b=2", "{a: 1, b: 2}"),
    ("{a: 1}", " a = 'x y' # why", "{a: \"x y\"}"),
    ("{a: 1}", "a=[2, {b: c}]", "{a: [2, {b: c}]}"),
    ("{a: 1}", "a=b=c", "{a: b=c}"),
    ("{a: {b: 1, c: 2}}", "a.b=3", "{a: {b: 3, c: 2}}"),
    ("{a: {b: 1}}", "a=3", "{a: 3}"),
    ("{a: 1}", "b.c.d=3", "{a: 1, b: {c: {d: 3}}}"),
    ("{optimizer: sgd}", "optimizer.momentum=0.9", "{optimizer: {name: sgd, momentum: 0.9}}"),
    ("{optimizer: sgd}", "optimizer.name=adam", "{optimizer: {name: adam}}"),
    ("{early_stopping: true}", "early_stopping.patience=5", "{early_stopping: {patience: 5}}"),
    ("{early_stopping: none}", "early_stopping.patience=5", "{early_stopping: {patience: 5}}"),
    ("{early_stopping: 'none'}", "early_stopping.a=5", "{early_stopping: {name: \"none\", a: 5}}"),
    ("{early_stopping: }", "early_stopping.patience=5", "{early_stopping: {patience: 5}}"),
    ("{p: {o.m: 1, o: {m: 2}}}", "p.o.m=3", "{p: {o.m: 3, o: {m: 2}}}"),
    ("{x: &x {a: 1}, y: *x}", "y.a=2", "{x: {a: 1}, y: {a: 2}}"),
    ("{x: &x {a: 1}, y: {<<: *x}}", "y.a=2", "{x: {a: 1}, y: {a: 2}}"),
    ("{größe: 1}", "größe=日本", "{größe: 日本}"),
  ])
  func applied(text: String, argument: String, expected: String) throws {
    #expect(try overridden(text, [argument]) == (expected, []))
  }

  @Test func laterArgumentsWin() throws {
    #expect(try overridden("{a: 1}", ["a=2", "b.c=1", "a=3", "b=4"]) == ("{a: 3, b: 4}", []))
  }

  @Test func `arguments are read in order, and all mistakes in them are told`() throws {
    #expect(try SyntaxOverride.all(parsing: ["b=1", "a.c=2"]).map(\.key) == ["b", "a.c"])
    let error = #expect(throws: DiagnosticError.self) {
      try SyntaxOverride.all(parsing: ["a", "b=1", "=2"])
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "expected a key before \"=\", its parts joined by dots",
        "expected \"=\" and a value after the key",
      ])
  }

  @Test(arguments: [
    ("a", "1:2-1:2 expected \"=\" and a value after the key"),
    ("", "1:1-1:1 expected \"=\" and a value after the key"),
    ("a=", "1:3-1:3 expected a value after \"=\""),
    ("a= # x", "1:3-1:7 expected a value after \"=\""),
    ("=1", "1:1-1:1 expected a key before \"=\", its parts joined by dots"),
    (".a=1", "1:1-1:1 expected a key before \"=\", its parts joined by dots"),
    ("a. .b=1", "1:4-1:4 expected a key before \"=\", its parts joined by dots"),
    ("ü.b=[1, 2", "1:5-1:6 the bracket \"[\" is never closed"),
    ("a=b: c", "1:3-1:4 a list or mapping needs brackets here"),
    ("a=- 1", "1:3-1:4 a list or mapping needs brackets here"),
    ("a=%", "1:3-1:4 \"%\" needs quotes: a value cannot begin like this"),
    ("a=!!str 1", "1:3-1:8 the tag \"!!str\" is not allowed"),
    ("a={b: 1, b: 2}", "1:10-1:11 duplicate key \"b\""),
    ("a=*b", "1:3-1:5 the alias \"*b\" has no anchor \"&b\" before it"),
    ("a=\u{1B}", "1:3-1:4 the control character U+001B is not allowed; remove it"),
    ("l.a=1", "1:3-1:4 \"a\" cannot be set inside a list"),
    ("m.l.0.a=1", "1:5-1:6 \"0\" cannot be set inside a list"),
  ])
  func refused(argument: String, expected: String) throws {
    let text = "{l: [1], m: {l: [{a: 0}]}}"
    #expect(try overridden(text, [argument, "z=1"]) == (text.dropLast() + ", z: 1}", [expected]))
  }

  @Test func aSpecThatIsNoMapping() throws {
    let expected = "1:1-1:2 \"a\" cannot be set inside a list"
    #expect(try overridden("[1]", ["a=1"]) == ("[1]", [expected]))
    #expect(try overridden("xor", ["a=1"]).1 == ["1:1-1:2 \"a\" cannot be set inside \"xor\""])
  }

  @Test func limitsHold() throws {
    let deep = Array(repeating: "a", count: 65).joined(separator: ".") + "=1"
    #expect(try overridden("{b: 1}", [deep]).1 == ["1:129-1:130 nested more than 64 levels deep"])
    let list = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(try overridden("{b: 1}", ["b=\(list)"]).1 == [])
    #expect(
      try overridden("{b: 1}", ["b.c=\(list)"]).1 == ["1:1-1:131 nested more than 64 levels deep"])
  }

  @Test func sitesPointIntoTheArgument() throws {
    var log = DiagnosticLog()
    let argument = SourceText(name: "--set", text: "sgd.größe = [1, é]")
    let override = try #require(SyntaxOverride(parsing: argument, reportingTo: &log))
    #expect(override.key == "sgd.größe")
    #expect(override.path.map { place($0.site) } == ["1:1-1:4", "1:5-1:10"])
    #expect(place(override.keySite) == "1:1-1:10")
    let result = try tree("sgd: {größe: 2, b: 1}").overridden(by: [override], reportingTo: &log)
    let entries = try #require(result.root["sgd"]?.entries)
    #expect(entries[0].keySite.source === argument)
    #expect(entries[0].value.items.map { $0.map { place($0.site) } } == ["1:14-1:15", "1:17-1:18"])
    #expect(entries[1].keySite.source.name == "spec.yaml")
    #expect(result.source.name == "spec.yaml")
  }

  @Test func aliasSitesStay() throws {
    var log = DiagnosticLog()
    let argument = SourceText(name: "--set", text: "y.b=2")
    let override = try #require(SyntaxOverride(parsing: argument, reportingTo: &log))
    let result = try tree("{x: &x {a: 1}, y: *x}").overridden(by: [override], reportingTo: &log)
    #expect(result.root["y"]?.aliasSite.map(place) == "1:19-1:21")
    #expect(result.root["x"].map(outline) == "{a: 1}")
  }
}
