internal import RunRecords

/// What came of training a finished run again.
enum Verdict: Error {
  /// Every file is the same.
  case same
  /// These files are not what training makes; one at least.
  case findings([RunComparison.Finding])
  /// It cannot be trained, for a reason, with what the program is to exit with because of that.
  case untrainable(String, ExitStatus)

  /// A file that shows, before anything is trained, that the run is not as it was left.
  static func finding(_ name: String, _ kind: RunComparison.Finding.Kind) -> Verdict {
    .findings([RunComparison.Finding(name: name, kind: kind, place: nil)])
  }

  /// What the program is to exit with because of it.
  var status: ExitStatus {
    switch self {
    case .same: .success
    case .findings: .checkFailed
    case .untrainable(_, let status): status
    }
  }

  /// The lines that tell of it.
  func lines(of run: String) -> [String] {
    switch self {
    case .same: ["same     \(run)"]
    case .untrainable(let reason, _): ["unknown  \(run): \(reason)"]
    case .findings(let findings):
      findings.map { finding in
        let place = finding.place.map {
          ": \($0.name) is \($0.first), and \($0.second) when trained again"
        }
        return switch finding.kind {
        case .missing: "altered  \(run): \(finding.name) is missing"
        case .altered:
          "altered  \(run): \(finding.name) is not as the run left it" + (place ?? "")
        case .differs: "differs  \(run): \(finding.name)" + (place ?? " has other bytes")
        }
      }
    }
  }
}
