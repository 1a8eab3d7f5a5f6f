/// A test case of a JUnit report: a run, or an expectation.
struct JUnitCase: Sendable {
  /// What came of it.
  enum Outcome: Sendable {
    /// All is well.
    case passed
    /// It is not as it should be.
    case failure(JUnitFault)
    /// Something outside of it went wrong.
    case error(JUnitFault)
    /// It was not done, for this reason.
    case skipped(String)
  }

  /// What it belongs to: `xor.runs`.
  let className: String
  /// What it is called.
  let name: String
  /// How long it took, in seconds.
  var seconds = 0.0
  /// What came of it.
  let outcome: Outcome

  /// The element.
  var xml: String {
    let tag = XML.tag(
      "testcase",
      [("name", name), ("classname", className), ("time", Self.decimal(seconds))])
    let content: String
    switch outcome {
    case .passed: return "<\(tag)/>"
    case .failure(let fault): content = fault.xml("failure")
    case .error(let fault): content = fault.xml("error")
    case .skipped(let reason): content = "<\(XML.tag("skipped", [("message", reason)]))/>"
    }
    return "<\(tag)>\n      \(content)\n    </testcase>"
  }

  /// Seconds as a decimal to the millisecond, as schemas want them: `12.345`.
  static func decimal(_ seconds: Double) -> String {
    let milliseconds = Int(max(0, min(seconds, 1e12)) * 1000 + 0.5)
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }
}

/// Why a test case of a JUnit report is not well.
struct JUnitFault: Sendable {
  /// One word for its kind.
  let type: String
  /// One line.
  let message: String
  /// More lines.
  let details: [String]

  /// The element of that name.
  func xml(_ name: String) -> String {
    let tag = XML.tag(name, [("message", message), ("type", type)])
    return "<\(tag)>\(XML.escaped(details.joined(separator: "\n")))</\(name)>"
  }
}
