public import SpecSyntax
internal import Text

/// A line that GitHub Actions takes from a program's output, and shows at a place in a file.
///
/// Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
public struct GitHubAnnotation {
  /// The line, without its end.
  public let line: String

  /// Annotates the place of a diagnostic.
  ///
  /// - Parameter file: the file as the service knows it; nil where the diagnostic is of no file.
  public init(_ diagnostic: Diagnostic, file: String?) {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      }
    var properties: [String] = []
    var place = ""
    if let site = diagnostic.site {
      let start = site.range.lowerBound
      if let file {
        properties = [
          "file=\(Self.property(file))", "line=\(start.line)", "col=\(start.column)",
        ]
      } else {
        place = "\(site): "
      }
    }
    properties.append("title=nn-run")
    let notes = diagnostic.notes.map { note in
      "note: \(note.message)" + (note.site.map { " (\($0))" } ?? "")
    }
    let lines = [place + diagnostic.message] + notes
    line =
      "::\(command) \(properties.joined(separator: ","))::"
      + Self.message(lines.map(DisplayText.printable).joined(separator: "\n"))
  }

  /// A text after the properties.
  private static func message(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// The value of a property.
  private static func property(_ text: String) -> String {
    message(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
