internal import Foundation
public import SpecSyntax

/// A spec whose comments say which diagnostics it must get, and where.
///
/// ```yaml
/// epochs: !!int 5
/// #       ^^^^^ error: the tag "!!int" is not allowed
/// lerning_rate: 0.1
/// # <- error: unknown key
/// #    note: did you mean
/// ```
///
/// A marker speaks of the nearest line above that is no marker: the carets stand under the columns
/// of the site (in Unicode scalars), `<-` means a site that starts in column 1. What follows is the
/// severity and a part of the message. A further `# note:` names a remark of the diagnostic marked
/// before it that has no site of its own; notes with a site are marked with carets like the rest.
/// Where no comment can stand below the line, `# expect 3:5 error: …` anywhere says it with numbers,
/// with the end column too if wanted: `3:5-9`. The markers are part of the text that is read.
public struct MarkedSpec: Sendable {
  /// A diagnostic, or a note, that must be reported.
  public struct Expectation: Hashable, Sendable {
    /// `error`, `warning` or `note`.
    public let kind: String

    /// The line, from 1.
    public let line: Int

    /// The column, from 1.
    public let column: Int

    /// The column after the last, where it matters.
    public let endColumn: Int?

    /// What the message contains.
    public let message: String
  }

  /// The text, markers included.
  public let source: SourceText

  /// What it must get.
  public let expectations: [Expectation]

  /// Reads the markers in `text`.
  public init(name: String, text: String) {
    source = SourceText(name: name, text: text)
    var expectations: [Expectation] = []
    var target = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let expectation = Self.expectation(in: line, target: target, before: expectations.last) {
        expectations.append(expectation)
      } else {
        target = index + 1
      }
    }
    self.expectations = expectations
  }

  /// The specs of `Tests/Corpus/<folder>` whose file names start with `prefix`, by name.
  public static func corpus(_ folder: String, prefix: String = "") throws -> [MarkedSpec] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let corpus = tests.appending(path: "Corpus").appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: corpus.path)
      .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".yaml") }
      .sorted()
      .map { name in
        let text = try String(contentsOf: corpus.appending(path: name), encoding: .utf8)
        return MarkedSpec(name: name, text: text)
      }
  }

  /// The marker in a line, if the line is one.
  private static func expectation(
    in line: Substring, target: Int, before: Expectation?
  ) -> Expectation? {
    let marker = /\s*#\s*(?:(<-)|(\^+)|expect (\d+):(\d+)(?:-(\d+))?|) ?(error|warning|note): (.+)/
    guard let match = line.wholeMatch(of: marker) else { return nil }
    let (kind, message) = (String(match.6), String(match.7))
    if let row = match.3.flatMap({ Int($0) }), let column = match.4.flatMap({ Int($0) }) {
      let end = match.5.flatMap { Int($0) }
      return Expectation(kind: kind, line: row, column: column, endColumn: end, message: message)
    }
    if let carets = match.2 {
      let before = line[..<carets.startIndex].unicodeScalars.count
      let end = before + carets.unicodeScalars.count
      return Expectation(
        kind: kind, line: target, column: before + 1, endColumn: end + 1, message: message)
    }
    if match.1 != nil {
      return Expectation(kind: kind, line: target, column: 1, endColumn: nil, message: message)
    }
    guard let before, kind == "note" else { return nil }
    return Expectation(
      kind: kind, line: before.line, column: before.column, endColumn: nil, message: message)
  }
}

extension MarkedSpec: CustomStringConvertible {
  /// The file's name, so that a parameterised test names its case.
  public var description: String { source.name }
}

extension MarkedSpec {
  /// How `diagnostics` differ from what the markers say, one sentence each; empty if they agree.
  ///
  /// Every error, warning and note must be expected, every expectation must be met.
  public func differences(from diagnostics: [Diagnostic]) -> [String] {
    var reports = diagnostics.flatMap { Report.all(of: $0) }
    var differences: [String] = []
    for expectation in expectations {
      if let index = reports.firstIndex(where: { $0.meets(expectation) }) {
        reports.remove(at: index)
      } else {
        differences.append("\(source.name): missing: \(expectation)")
      }
    }
    return differences + reports.map { "\(source.name): got instead: \($0)" }
  }
}

extension MarkedSpec.Expectation: CustomStringConvertible {
  /// The expectation as a compiler's line.
  public var description: String {
    "\(line):\(column)\(endColumn.map { "-\($0)" } ?? ""): \(kind): …\(message)…"
  }
}

/// A diagnostic or a note as a marker speaks of it.
private struct Report: CustomStringConvertible {
  /// `error`, `warning` or `note`.
  let kind: String
  /// The line and column, if there is a site.
  let start: SourcePosition?
  /// The column after the last on the first line of the site.
  let endColumn: Int?
  /// The message.
  let message: String

  /// The diagnostic and its notes; a note without a site takes the diagnostic's.
  static func all(of diagnostic: Diagnostic) -> [Report] {
    let severity = diagnostic.severity.rawValue
    return [Report(severity, diagnostic.message, at: diagnostic.site)]
      + diagnostic.notes.map { Report("note", $0.message, at: $0.site ?? diagnostic.site) }
  }

  /// Takes down a message.
  private init(_ kind: String, _ message: String, at site: SourceSite?) {
    self.kind = kind
    self.message = message
    start = site?.range.lowerBound
    endColumn = site.map { site in
      let range = site.range
      let line = site.source.line(range.lowerBound.line)
      let end = min(range.upperBound, site.source.position(at: line.upperBound))
      return max(end.column, range.lowerBound.column + 1)
    }
  }

  /// Whether this is what was expected.
  func meets(_ expectation: MarkedSpec.Expectation) -> Bool {
    kind == expectation.kind && start?.line == expectation.line
      && start?.column == expectation.column && message.contains(expectation.message)
      && (expectation.endColumn == nil || endColumn == expectation.endColumn)
  }

  /// The report as a compiler's line.
  var description: String {
    let place = start.map { "\($0.line):\($0.column)-\(endColumn ?? 0): " } ?? ""
    return "\(place)\(kind): \(message)"
  }
}
