/// The names of what a batch leaves in its experiment's folder, beside the folders of its runs.
public enum BatchFile {
  /// The batch's spec with every value that all runs share, itself runnable.
  public static let spec = "spec.yaml"
  /// One row for each run.
  public static let summary = "summary.csv"
  /// One row for each configuration, where seeds repeat it.
  public static let aggregate = "aggregate.csv"
  /// A copy of the best run's loss curve.
  public static let lossCurve = "loss_curve.csv"
  /// When, where and how the batch was done: the one file that differs from batch to batch.
  public static let circumstances = "batch.json"

  /// The names of all files that a batch may leave.
  public static let all: Set<String> = [spec, summary, aggregate, lossCurve, circumstances]
}
