internal import Text

/// Writes diagnostics the way compilers do: place, severity, message, source line, underline.
public struct DiagnosticRenderer: Sendable {
  /// A style of the terminal (ECMA-48 SGR).
  private enum Style: String {
    /// Places and messages.
    case bold = "1"
    /// Errors.
    case red = "1;31"
    /// Warnings.
    case magenta = "1;35"
    /// Notes.
    case cyan = "1;36"
    /// Underlines.
    case green = "32"
  }

  /// Whether styles are written.
  private let colour: Bool

  /// Makes a renderer; `colour` adds escape sequences for a terminal.
  public init(colour: Bool) {
    self.colour = colour
  }

  /// The diagnostic as lines of text, without a line break at the end.
  ///
  /// Nothing from a spec reaches the terminal as a control character.
  public func render(_ diagnostic: Diagnostic) -> String {
    let style: Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .magenta
      }
    let label = styled(diagnostic.severity.rawValue + ":", style)
    var lines = block(label, diagnostic.message, at: diagnostic.site)
    for note in diagnostic.notes {
      lines += block(styled("note:", .cyan), note.message, at: note.site)
    }
    return lines.joined(separator: "\n")
  }

  /// One message with its place and its excerpt, where it has them.
  private func block(_ label: String, _ message: String, at site: SourceSite?) -> [String] {
    let message = styled(DisplayText.printable(message), .bold)
    guard let site else { return ["\(label) \(message)"] }
    let place = styled(DisplayText.printable("\(site):"), .bold)
    let heading = "\(place) \(label) \(message)"
    guard let excerpt = SourceExcerpt(site) else { return [heading] }
    return [heading, "  " + excerpt.line, "  " + styled(excerpt.underline, .green)]
  }

  /// The text between escape sequences, if colour is asked for.
  private func styled(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
