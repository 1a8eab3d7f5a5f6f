public import Datasets
public import Engine
internal import Experiments
public import Files
public import RunRecords
public import Running
internal import SystemPackage
internal import Training

/// What the closing report shows of the best run beside its scores.
public struct BestRunDetails: Sendable {
  /// What it predicts for some rows; nil where that is not shown.
  public private(set) var predictions: Predictions?
  /// Which classes it takes for which; nil where that is not shown.
  public private(set) var confusion: Confusion?
  /// What could not be read; nil where all could.
  public private(set) var failure: FileError?

  /// How many rows of data are shown with what the best run predicts for them.
  private static let shownRows = 16

  /// What there is to show.
  ///
  /// - Parameters:
  ///   - store: where the runs are.
  ///   - data: the data of every run.
  ///   - engine: what predictions are computed with.
  public init(
    of result: ExperimentResult, in store: RunStore, _ data: DataLibrary, engine: Engine
  ) {
    do throws(FileError) {
      predictions = try Self.predictions(result, store, data, engine)
      confusion = try Self.confusion(result, store, data)
    } catch {
      failure = error
    }
  }

  /// Which classes the only run took the rows of the test for, or else those of validation; nil where
  /// there are neither, no classes or too many, or several runs.
  private static func confusion(
    _ result: ExperimentResult, _ store: RunStore, _ data: DataLibrary
  ) throws(FileError) -> Confusion? {
    guard result.plan.runs.count == 1, let best = result.best else { return nil }
    let run = result.plan.runs[best]
    let configuration = run.configuration
    let part = configuration.rows.test > 0 ? Score.Part.test : .validation
    let count = max(2, configuration.outputs)
    let path = store.folder(of: run.id).appending(RunFile.confusion)
    guard count <= Confusion.shownClasses, let bytes = try path.contentsIfFile() else { return nil }
    let texts = data[configuration.dataset]?.columns?.classes ?? []
    let names = (0..<count).map { DataColumns.className($0, texts: texts) }
    return ConfusionMatrix(bytes, part: part, names: names).map {
      Confusion(part, names: names, $0)
    }
  }

  /// What the best run predicts for the rows that it was trained on, where these are few and its model
  /// was saved.
  private static func predictions(
    _ result: ExperimentResult, _ store: RunStore, _ data: DataLibrary, _ engine: Engine
  ) throws(FileError) -> Predictions? {
    guard let best = result.best else { return nil }
    let run = result.plan.runs[best]
    let configuration = run.configuration
    let model = store.folder(of: run.id).appending(RunFile.model)
    guard configuration.rows.train <= shownRows, let bytes = try model.contentsIfFile(),
      let weights = try? Safetensors.decode(bytes)
    else { return nil }
    let part = data.prepared(for: configuration).train
    let outputs = RunTrainer(engine: engine).outputs(
      of: configuration, weights: weights, on: part)
    guard let outputs else { return nil }
    return Predictions(
      task: configuration.task, classes: data[configuration.dataset]?.columns?.classes ?? [],
      rows: part.rows, inputs: part.sourceInputs, targets: part.targets, outputs: outputs)
  }
}
