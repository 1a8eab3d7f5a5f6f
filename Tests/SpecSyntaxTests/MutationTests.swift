import SpecSyntax
import TestSupport
import Testing

/// Damaged specs are read or refused, never more than that.
@Suite struct MutationTests {
  /// A spec with a bit of everything.
  private static let spec = """
    # größe
    x-base: &base {name: adam, beta1: 0.9, "q": 'it''s'}
    dataset: xor
    layers: [2, {units: 4, activation: &act relu}, 1]
    optimizer:
      <<: [*base, {beta2: 0.99}]
      name: nadam
    description: |
      学習 🙂
    notes: >-
      a

      b
    metrics:
    - mae
    - "r\\u00e9"
    ? output_activation
    : *act
    sweep: {parameters: {l2: {log: [1e-6, 1e-2], count: 5}}}
    """

  @Test func theSpecItselfIsSound() throws {
    let root = try tree(Self.spec).root
    #expect(root["optimizer"].map(outline) == "{beta1: 0.9, q: \"it's\", beta2: 0.99, name: nadam}")
    #expect(root["output_activation"].map(outline) == "relu")
    #expect(root["notes"]?.scalar?.text == "a\nb")
  }

  @Test func damagedSpecs() {
    var generator = SplitMix(state: 1)
    let pieces = [
      "[", "]", "{", "}", ":", ": ", "- ", "? ", "\n", "\r", "\t", " ", "#", "&a ", "*a", "*base",
      "!t ",
      "\"", "'", "|", ">", "%", "@", "`", ",", "<<: ", "---\n", "...\n", "\\", "\u{85}", "\u{FEFF}",
      "é",
    ].map { Array($0.utf8) }
    let original = Array(Self.spec.utf8)
    var refused = 0
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let length = Int.random(in: 0...min(6, bytes.count - place), using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.removeSubrange(place..<place + length)
        case 2: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        default:
          let piece = pieces.randomElement(using: &generator) ?? []
          bytes.replaceSubrange(place..<place + length, with: piece)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      refused += check(bytes) ? 1 : 0
    }
    #expect((1000..<2000).contains(refused))
  }

  @Test func truncatedSpecs() {
    let bytes = Array(Self.spec.utf8)
    for length in bytes.indices { _ = check(Array(bytes[..<length])) }
  }

  @Test func damagedArguments() {
    var generator = SplitMix(state: 2)
    let characters = Array("abc..==[]{}:, '\"#&*!|>-?%@\\\n\t0é")
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<24, using: &generator)
      let text = String(
        (0..<length).map { _ in characters.randomElement(using: &generator) ?? "a" })
      var log = DiagnosticLog()
      let argument = SourceText(name: "--set", text: text)
      let override = SyntaxOverride(parsing: argument, reportingTo: &log)
      #expect((override == nil) == log.containsErrors, "\(text)")
      checkSites(of: log, in: argument)
    }
  }

  /// Reads bytes, checks that the outcome is consistent, and says whether they were refused.
  private func check(_ bytes: [UInt8]) -> Bool {
    let source = SourceText(name: "spec.yaml", bytes: bytes)
    var log = DiagnosticLog()
    let tree = SyntaxTree(recovering: source, reportingTo: &log)
    #expect(tree != nil || log.containsErrors, "\(source.bytes)")
    checkSites(of: log, in: source)
    if let tree { checkSites(of: tree.root, within: bytes.count) }
    return log.containsErrors
  }

  /// Checks that each diagnostic points into the text and can be rendered without control characters.
  private func checkSites(of log: DiagnosticLog, in source: SourceText) {
    for diagnostic in log.diagnostics {
      let text = DiagnosticRenderer(colour: false).render(diagnostic)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
      let sites = [diagnostic.site].compactMap { $0 } + diagnostic.notes.compactMap(\.site)
      #expect(!sites.isEmpty && sites.allSatisfy { $0.bytes.upperBound <= source.bytes.count })
    }
  }

  /// Checks that nodes lie inside the text, and plain scalars of one line where they are written.
  private func checkSites(of node: SyntaxNode, within end: Int) {
    #expect(node.site.bytes.upperBound <= end)
    switch node.content {
    case .scalar(let scalar):
      let isOneLine = !scalar.text.contains { $0.isWhitespace }
      if scalar.isPlain && isOneLine { #expect(node.site.text == scalar.text) }
    case .sequence(let items): for item in items { checkSites(of: item, within: end) }
    case .mapping(let entries): for entry in entries { checkSites(of: entry.value, within: end) }
    }
  }
}
