public import Running

extension ClosingReport {
  /// A line for each expectation: whether it held, what was measured at worst, and where.
  var expectationLines: [String] {
    let width = expectations.reduce(0) { max($0, $1.verdict.rawValue.utf8.count) }
    return expectations.map { result in
      let verdict = result.verdict
      let ink: TextStyle.Ink =
        switch verdict {
        case .held: .good
        case .failed: .bad
        case .undecided: .warning
        }
      let gap = String(repeating: " ", count: width - verdict.rawValue.utf8.count + 2)
      return style.paint(verdict.rawValue, ink) + gap + result.expectation.phrase + ": "
        + result.remark(naming)
    }
  }
}

extension ExperimentResult {
  /// For each expectation that failed a sentence that says so.
  public func failures(of expectations: [ExpectationResult]) -> [String] {
    let failed = expectations.filter { $0.verdict == .failed }
    guard !failed.isEmpty else { return [] }
    let naming = RunNaming(plan)
    return failed.map { "expected \($0.expectation.phrase), but \($0.remark(naming))" }
  }
}
