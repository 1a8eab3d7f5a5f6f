internal import Experiments
internal import RunRecords
internal import Running

extension ExpectationResult {
  /// What was measured at worst, where, and how much is as expected: the rest of a line that begins
  /// with the expectation.
  func remark(_ naming: RunNaming) -> String {
    let worst = worst
    let count = measurements.count
    let measured = worst.phrase(expectation.demand, naming, of: expectation.subject)
    guard count > 1 else { return measured }
    let noun =
      switch expectation.subject {
      case .everyRun, .bestRun: "runs"
      case .repetitions: "groups of runs"
      }
    let share = "\(Readable.count(heldCount)) of \(Readable.count(count)) \(noun) held"
    return "\(verdict == .held ? "at worst " : "")\(measured); \(share)"
  }
}

extension ExpectationResult.Measurement {
  /// What was found, and where: `0.0123 in kxvzwrmt (learning_rate 0.1)`.
  func phrase(
    _ demand: Expectation.Demand, _ naming: RunNaming, of subject: Expectation.Subject
  ) -> String {
    let found =
      switch finding {
      case .number(let number): demand.text(of: number)
      case .digest(let digest): digest
      case .nothing(let absence): absence.phrase
      case .pending(let gap): gap.phrase
      }
    guard let first = runs.first else { return found }
    switch subject {
    case .everyRun, .bestRun: return "\(found) in \(naming.label(first))"
    case .repetitions(let repetition, _):
      return "\(found) in \(naming.label(ofGroup: runs, repeatedOver: repetition))"
    }
  }
}

extension ExpectationResult.Gap {
  /// Why nothing can be said yet, in words.
  var phrase: String {
    switch self {
    case .runs: "not all runs have ended"
    case .shards: "only all shards together can tell"
    }
  }
}

extension ExpectationResult.Absence {
  /// Why there is nothing to measure, in words.
  var phrase: String {
    switch self {
    case .allPruned: "all its runs were pruned"
    case .noneFinished: "no run has finished"
    case .ended(let status): status.rawValue
    case .diverged(let epoch): "diverged at epoch \(Readable.count(epoch))"
    case .notInCurve: "not in the loss curve"
    case .digest: "a digest is no number"
    case .spreadOfOne: "one run has no std"
    case .notFinite(let number): "a run has \(Readable.number(number))"
    case .ofOne(let absence): "a run \(absence.phrase)"
    }
  }
}

extension RunNaming {
  /// Runs that repeat each other, with what they have in common: `5 runs (learning_rate 0.1)`.
  func label(ofGroup runs: [Int], repeatedOver repetition: Expectation.Repetition) -> String {
    let count = Readable.count(runs.count, "run")
    let common = runs.first.map { run in
      switch repetition {
      case .seeds: differences(of: run, besides: [.seed])
      case .folds: differences(of: run, besides: [.fold])
      case .all: differences(of: run, besides: [.seed, .fold])
      }
    }
    guard let common, !common.isEmpty else { return count }
    return "\(count) (\(common.joined(separator: ", ")))"
  }
}
