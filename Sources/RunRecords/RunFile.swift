internal import Experiments
internal import Vocabulary

/// The names of what lies in a run's folder.
public enum RunFile {
  /// The run's own spec, every default filled in.
  public static let spec = "spec.yaml"
  /// The scores by epoch.
  public static let lossCurve = "loss_curve.csv"
  /// What the run came to.
  public static let summary = "summary.json"
  /// The saved weights.
  public static let model = "model.safetensors"
  /// The weights before training.
  public static let initial = "initial.safetensors"
  /// The weights of the best epoch.
  public static let best = "best.safetensors"
  /// What the saved weights answer for every row of the data.
  public static let predictions = "predictions.csv"
  /// Where, when and how the run was trained: the one file that differs from machine to machine.
  public static let circumstances = "run.json"
}

extension RunConfiguration {
  /// The names of the deterministic files but `summary.json` that a run leaves, in byte order.
  ///
  /// After divergence there are no trained weights, and no answers of them.
  func fileNames(after status: RunStatus) -> [String] {
    let saved = save.compactMap { file in
      switch file {
      case .initial: RunFile.initial
      case .model: status == .diverged ? nil : RunFile.model
      case .best: status == .diverged ? nil : RunFile.best
      case .predictions: status == .diverged ? nil : RunFile.predictions
      }
    }
    return ([RunFile.spec, RunFile.lossCurve] + saved)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
