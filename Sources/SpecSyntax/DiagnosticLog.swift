/// The diagnostics of a stage, each kept once.
public struct DiagnosticLog: Sendable {
  /// What was reported.
  private var reported: Set<Diagnostic> = []

  /// How many errors were reported, warnings not counted.
  public private(set) var errorCount = 0

  /// Makes an empty log.
  public init() {}

  /// Whether an error was reported.
  ///
  /// Complexity: O(1).
  public var containsErrors: Bool { errorCount > 0 }

  /// Whether nothing was reported.
  public var isEmpty: Bool { reported.isEmpty }

  /// Adds a diagnostic, unless an equal one is there.
  public mutating func insert(_ diagnostic: Diagnostic) {
    let isNew = reported.insert(diagnostic).inserted
    if isNew && diagnostic.severity == .error { errorCount += 1 }
  }

  /// What was reported, by the source's name, then by position; those without a site come last.
  ///
  /// The order does not depend on the order of insertion.
  public var diagnostics: [Diagnostic] { reported.sorted(by: Self.precedes) }

  /// Ends a stage: throws everything reported if there is an error among it.
  public func throwIfErrors() throws(DiagnosticError) {
    if containsErrors { throw DiagnosticError(diagnostics: diagnostics) }
  }

  /// The order in which diagnostics are read.
  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    switch (left.site, right.site) {
    case (nil, nil): break
    case (nil, _?): return false
    case (_?, nil): return true
    case (let first?, let second?):
      let a = (first.source.name, first.bytes.lowerBound, first.bytes.upperBound)
      let b = (second.source.name, second.bytes.lowerBound, second.bytes.upperBound)
      if a != b { return a < b }
    }
    return wording(of: left) < wording(of: right)
  }

  /// What decides between diagnostics of one place: errors first, then the words.
  private static func wording(of diagnostic: Diagnostic) -> (String, String, String) {
    let notes = diagnostic.notes.map { "\($0.message) \($0.site?.description ?? "")" }
    return (diagnostic.severity.rawValue, diagnostic.message, notes.joined(separator: "\n"))
  }
}
