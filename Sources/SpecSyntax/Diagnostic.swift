/// Something to tell the person who wrote a spec: what is wrong, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
  /// How grave a diagnostic is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Nothing is trained while one of these stands.
    case error
    /// Worth a look; the run goes on.
    case warning
  }

  /// A remark that belongs to a diagnostic: the fix, or the other place involved.
  public struct Note: Hashable, Sendable {
    /// One sentence in lower case.
    public let message: String

    /// The place it speaks of, where there is one.
    public let site: SourceSite?

    /// Makes a note.
    public init(_ message: String, at site: SourceSite? = nil) {
      self.message = message
      self.site = site
    }
  }

  /// How grave it is.
  public let severity: Severity

  /// One sentence in lower case, with the offending word in quotes.
  public let message: String

  /// The place that is wrong, where there is one.
  public let site: SourceSite?

  /// Remarks, in the order they are shown.
  public let notes: [Note]

  /// Makes an error.
  public static func error(
    _ message: String, at site: SourceSite?, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(severity: .error, message: message, site: site, notes: notes)
  }

  /// Makes a warning.
  public static func warning(
    _ message: String, at site: SourceSite?, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(severity: .warning, message: message, site: site, notes: notes)
  }
}
