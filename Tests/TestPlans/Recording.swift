public import Experiments
internal import Files
public import RunRecords

extension RunPlan.Run {
  /// What the run comes to when it is trained to its end and has a loss then, of which the bits of its
  /// weights tell too; nan where it diverges.
  ///
  /// - Parameter best: the epoch of the best score; nil for the last.
  public func outcome(loss: Double, best: Int? = nil) -> RunOutcome {
    RunOutcome(
      status: loss.isNaN ? .diverged : .completed, epochsRun: configuration.stopAt,
      bestEpoch: best ?? configuration.stopAt,
      scores: [loss] + Array(repeating: 0.5, count: configuration.scores.count - 1),
      weights: [Tensor("layers.0.weight", shape: [1], .float64([loss]))])
  }
}

extension RunStore {
  /// Leaves the folder of a run that finished with a loss, as if it had been trained.
  ///
  /// - Precondition: the run has no rows but those of training.
  @discardableResult
  public func record(
    _ run: RunPlan.Run, loss: Double, _ provenance: Provenance = Provenance()
  ) throws(RunWriteError) -> RunSummary {
    let outcome = run.outcome(loss: loss)
    let writer = try begun(run, outcome)
    return try writer.finish(outcome, provenance: provenance)
  }

  /// Leaves what an attempt at a run leaves that was cut short when it had come to its last epoch.
  public func abandon(_ run: RunPlan.Run) throws {
    try begun(run, run.outcome(loss: 0.25)).abandon()
  }

  /// A writer that has the first row and the last.
  private func begun(
    _ run: RunPlan.Run, _ outcome: RunOutcome
  ) throws(RunWriteError) -> RunWriter {
    var writer = RunWriter(run, in: self, clock: { .zero })
    do throws(FileError) {
      try writer.append(CurveRow(epoch: 0, scores: outcome.scores, learningRate: nil))
      try writer.append(
        CurveRow(epoch: outcome.epochsRun, scores: outcome.scores, learningRate: 1))
    } catch {
      throw .file(error)
    }
    return writer
  }
}
