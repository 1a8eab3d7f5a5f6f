internal import Experiments
internal import RunRecords
internal import Running
internal import Vocabulary

/// Makes the test cases of an experiment's JUnit suite.
struct JUnitCases {
  private let result: ExperimentResult
  private let sources: JUnitSuite.Sources
  private let naming: RunNaming

  /// How many measurements, and runs, a failure tells of.
  private static let shownFailures = 10
  private static let shownRuns = 3

  /// The cases of an experiment.
  init(_ result: ExperimentResult, _ sources: JUnitSuite.Sources) {
    self.result = result
    self.sources = sources
    naming = RunNaming(result.plan)
  }

  /// The case that stands for an experiment that could not begin.
  func obstacle(_ message: String) -> JUnitCase {
    JUnitCase(
      className: className("experiment"), name: "results folder",
      outcome: .error(JUnitFault(type: "folder", message: message, details: [])))
  }

  /// A case for each run.
  var runs: [JUnitCase] {
    result.records.indices.map { run in
      let record = result.records[run]
      let isTrained = record.summary != nil && !record.isCached
      return JUnitCase(
        className: className("runs"), name: naming.label(run),
        seconds: isTrained ? sources.seconds(run) ?? 0 : 0, outcome: outcome(of: run, record))
    }
  }

  /// What came of a run.
  private func outcome(of run: Int, _ record: RunRecord) -> JUnitCase.Outcome {
    func fault(_ message: String) -> JUnitFault {
      JUnitFault(type: record.status.rawValue, message: message, details: details(of: run))
    }
    switch record.status {
    case .completed, .stoppedEarly, .pruned: return .passed
    case .diverged:
      switch result.plan.experiment.onDivergence {
      case .record: return .passed
      case .fail:
        let epoch = record.summary.map { " at epoch \(Readable.count($0.epochsRun))" } ?? ""
        return .failure(fault("diverged\(epoch)"))
      }
    case .failed: return .error(fault(record.message ?? "failed"))
    case .timedOut: return .failure(fault(record.message ?? "timed out"))
    case .interrupted: return .skipped("interrupted")
    }
  }

  /// The case of an expectation.
  func expectation(_ expected: ExpectationResult) -> JUnitCase {
    let outcome: JUnitCase.Outcome =
      switch expected.verdict {
      case .held: .passed
      case .undecided: .skipped((expected.gap ?? .runs).phrase)
      case .failed:
        .failure(
          JUnitFault(
            type: "expectation", message: expected.remark(naming), details: details(of: expected)))
      }
    return JUnitCase(
      className: className("expect"), name: expected.expectation.phrase, outcome: outcome)
  }

  /// What the cases of one kind belong to.
  private func className(_ kind: String) -> String { "\(result.plan.experiment.name).\(kind)" }

  /// The measurements that failed, and the worst one's runs.
  private func details(of expected: ExpectationResult) -> [String] {
    let (demand, subject) = (expected.expectation.demand, expected.expectation.subject)
    let failures = Array(expected.failures)
    var lines = ["expected: \(expected.expectation.specValue.text)"]
    lines += failures.prefix(Self.shownFailures).map {
      "measured: \($0.phrase(demand, naming, of: subject))"
    }
    if failures.count > Self.shownFailures {
      lines.append("… and \(Readable.count(failures.count - Self.shownFailures)) more")
    }
    return lines + expected.worst.runs.prefix(Self.shownRuns).flatMap { [""] + details(of: $0) }
  }

  /// A run's parameters, and the last rows of its loss curve.
  private func details(of index: Int) -> [String] {
    let (plan, run) = (result.plan, result.plan.runs[index])
    let parameters = zip(plan.keys, run.parameters).map { "\($0.key): \($1.text)" }
    let fold = run.fold.isEmpty ? [] : ["fold: \(run.fold)"]
    return ["run: \(run.id)"] + parameters + fold + ["seed: \(run.seed)"]
      + sources.curve(index)
  }
}
