internal import Digests
public import SpecSyntax
internal import Text

/// Diagnostics of specs as a Code Quality report, which GitLab shows in merge requests.
///
/// Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
public struct CodeQualityReport {
  /// The issues.
  private var issues: [JSON] = []
  /// How often each text that an issue is known by has occurred.
  private var occurrences: [String: Int] = [:]

  /// A report of no issues.
  public init() {}

  /// Adds a diagnostic.
  ///
  /// - Parameters:
  ///   - file: the file as the service knows it.
  ///   - line: the line of the file, from 1.
  public mutating func add(_ diagnostic: Diagnostic, file: String, line: Int) {
    let severity =
      switch diagnostic.severity {
      case .error: "major"
      case .warning: "minor"
      }
    let description = ([diagnostic.message] + diagnostic.notes.map(\.message))
      .joined(separator: "; ")
    issues.append(
      .object([
        ("description", .string(description)), ("check_name", .string("nn-run")),
        ("fingerprint", .string(fingerprint("\(file)\n\(description)"))),
        ("severity", .string(severity)),
        (
          "location",
          .object([("path", .string(file)), ("lines", .object([("begin", .integer(line))]))])
        ),
      ]))
  }

  /// The content of the report's file.
  public var document: [UInt8] { JSON.array(issues).document }

  /// What an issue is known by where its line has moved: a digest of its file and its words, and of
  /// how often these have occurred.
  private mutating func fingerprint(_ text: String) -> String {
    let number = occurrences[text, default: 0]
    occurrences[text] = number + 1
    return SHA256.hash("\(text)\n\(number)".utf8.span).hexadecimal
  }
}
