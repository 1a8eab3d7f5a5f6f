internal import Experiments
internal import Files
internal import RunRecords
public import Running
internal import SystemPackage

/// The deterministic files that an experiment leaves beside the folders of its runs and its spec.
public enum ResultFiles {
  /// All of them, in the order in which they are written.
  public static let all = [summary, aggregate, lossCurve]

  /// One row for each run.
  private static let summary = ResultFile(ExperimentFile.summary) { result, _ in
    result.summaryCSV
  }

  /// One row for each configuration, where seeds or folds repeat it.
  private static let aggregate = ResultFile(ExperimentFile.aggregate) { result, _ in
    result.aggregateCSV
  }

  /// A copy of the best run's loss curve.
  private static let lossCurve = ResultFile(ExperimentFile.lossCurve) {
    (result, store) throws(FileError) in
    guard let best = result.best else { return nil }
    return try store.folder(of: result.plan.runs[best].id).appending(RunFile.lossCurve).contents()
  }
}
