/// The names of what an experiment leaves in its folder, beside the folders of its runs.
public enum ExperimentFile {
  /// The experiment's spec with every value that all runs share, itself runnable.
  public static let spec = "spec.yaml"
  /// One row for each run.
  public static let summary = "summary.csv"
  /// One row for each configuration, where seeds repeat it.
  public static let aggregate = "aggregate.csv"
  /// A copy of the best run's loss curve.
  public static let lossCurve = "loss_curve.csv"
  /// When, where and how it was done: the one file that differs each time.
  public static let provenance = "experiment.json"

  /// The names of all of them.
  public static let all: Set<String> = [spec, summary, aggregate, lossCurve, provenance]

  /// The names of those that are kept of each plan.
  static let keptOfPlans: Set<String> = [spec, summary, aggregate]
}
