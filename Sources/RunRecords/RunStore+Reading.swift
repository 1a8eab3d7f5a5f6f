public import Experiments
public import Files
internal import SystemPackage

// What is read back of runs, beside their summaries.
extension RunStore {
  /// The scores of a finished run at an epoch; nil where its loss curve has no row of it.
  public func scores(
    of run: RunPlan.Run, atEpoch epoch: Int
  ) throws(FileError) -> [Score: Double]? {
    let curve = try folder(of: run.id).appending(RunFile.lossCurve).contents()
    return LossCurve.scores(in: curve, ofEpoch: epoch, run.configuration)
  }

  /// The names of the columns of a run's loss curve and its last whole rows, at most so many, of a run
  /// that has finished or of one that was cut short; no lines where there is no curve to be read.
  public func endOfCurve(of run: RunPlan.Run, rows count: Int) -> [String] {
    if let curve = try? folder(of: run.id).appending(RunFile.lossCurve).contents() {
      return LossCurve.end(of: LossCurve.wholeRows(curve), rows: count)
    }
    let attempt = runsInProgress().first { $0.id == run.id.description }
    return attempt.map { LossCurve.end(of: $0.curve, rows: count) } ?? []
  }

  /// How many seconds a finished run was trained for; nil where its `run.json` does not say so.
  public func seconds(of run: RunPlan.Run) -> Double? {
    Provenance(folder(of: run.id).appending(RunFile.provenance))?.seconds
  }
}
