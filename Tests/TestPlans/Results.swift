public import Experiments
public import RunRecords
public import Running

extension RunPlan {
  /// The record of a run that finished with these scores, in the order of its configuration's.
  public func record(
    _ index: Int, _ scores: [Double], _ status: RunStatus = .completed, epochs: Int? = nil,
    best: Int? = nil, isCached: Bool = false
  ) -> RunRecord {
    let run = runs[index]
    let outcome = RunOutcome(
      status: status, epochsRun: epochs ?? run.configuration.epochs,
      bestEpoch: best ?? epochs ?? run.configuration.epochs,
      scores: scores + Array(repeating: 0.5, count: run.configuration.scores.count - scores.count),
      weights: [])
    return RunRecord(
      RunSummary(run, outcome, digest: "kkkkkkkkkkkkkkkk", files: []), isCached: isCached)
  }

  /// What became of the runs: a number is the loss of a run that completed, nan that of one that
  /// diverged.
  public func result(losses: [Double]) -> ExperimentResult {
    ExperimentResult(
      self,
      losses.enumerated().map { index, loss in
        record(index, [loss], loss.isNaN ? .diverged : .completed)
      })
  }
}

/// The lines of a file.
public func lines(_ bytes: [UInt8]?) -> [String] {
  String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
}
