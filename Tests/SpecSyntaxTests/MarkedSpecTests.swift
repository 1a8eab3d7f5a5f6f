import SpecSyntax
import TestSupport
import Testing

/// The markers that other tests rely on.
@Suite struct MarkedSpecTests {
  private let spec = MarkedSpec(
    name: "s",
    text: """
      ü: abc
      #  ^^^ error: bad word
      # note: take another
      #
      de: 1
      # <- warning: odd key
      # expect 7:2 note: there
      # expect 7:2-4 error: numbers
      # error: no marker without a place
      """)

  private func site(_ bytes: Range<Int>) -> SourceSite {
    SourceSite(source: spec.source, bytes: bytes)
  }

  @Test func markersAreRead() {
    let expected: [(String, Int, Int, Int?, String)] = [
      ("error", 1, 4, 7, "bad word"), ("note", 1, 4, nil, "take another"),
      ("warning", 5, 1, nil, "odd key"), ("note", 7, 2, nil, "there"),
      ("error", 7, 2, 4, "numbers"),
    ]
    #expect(spec.expectations.count == expected.count)
    for (found, wanted) in zip(spec.expectations, expected) {
      #expect((found.kind, found.line, found.column) == (wanted.0, wanted.1, wanted.2))
      #expect((found.endColumn, found.message) == (wanted.3, wanted.4))
    }
  }

  @Test func differencesAreTold() {
    let word = Diagnostic.error("a bad word", at: site(4..<7), notes: [.init("take another one")])
    let start = spec.source.line(7).lowerBound + 1
    let key = Diagnostic.warning(
      "odd key", at: site(spec.source.line(5)),
      notes: [.init("over there", at: site(start..<start))])
    let numbers = Diagnostic.error("numbers", at: site(start..<start + 2))
    #expect(spec.differences(from: [word, key, numbers]) == [])
    #expect(
      spec.differences(from: [word, key]) == ["s: missing: 7:2-4: error: …numbers…"])
    #expect(
      spec.differences(from: [word, key, numbers, numbers]) == [
        "s: got instead: 7:2-4: error: numbers"
      ])
    let shifted = Diagnostic.error("numbers", at: site(start..<start + 3))
    #expect(
      spec.differences(from: [word, key, shifted]) == [
        "s: missing: 7:2-4: error: …numbers…", "s: got instead: 7:2-5: error: numbers",
      ])
  }
}
