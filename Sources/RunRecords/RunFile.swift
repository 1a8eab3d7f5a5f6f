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
  /// How many of the rows held back are of which class, and predicted to be of which.
  public static let confusion = "confusion.csv"
  /// The scores of each class or label on the rows held back.
  public static let perClass = "per_class.csv"
  /// The scores of each target on the rows held back.
  public static let perTarget = "per_target.csv"
  /// Where, when and how the run was trained: the one file that differs from machine to machine.
  public static let provenance = "run.json"

  /// The names of all files that a run may leave.
  static let all: Set<String> = [
    spec, lossCurve, summary, model, initial, best, predictions, confusion, perClass, perTarget,
    provenance,
  ]
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
    let reports = status == .diverged ? [] : reportNames
    return ([RunFile.spec, RunFile.lossCurve] + saved + reports)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names of the files that tell of the rows held back; none where there are no such rows.
  private var reportNames: [String] {
    guard rows.validation + rows.test > 0 else { return [] }
    return switch task {
    case .regression: [RunFile.perTarget]
    case .binary, .multiclass: [RunFile.confusion, RunFile.perClass]
    case .multilabel: [RunFile.perClass]
    }
  }
}
