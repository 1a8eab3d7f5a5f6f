internal import Datasets
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage
internal import Training

extension Batch {
  /// How many rows of data are shown with what the best run answers to them.
  private static let shownRows = 16

  /// Tells what came of the batch.
  ///
  /// - Returns: whether that could be written.
  func report(
    _ result: BatchResult, _ predictions: Predictions?, elapsed: Duration
  ) -> ExitStatus {
    let console = Console.output
    let text = result.closingReport(
      folder: store.folder.string, elapsed: elapsed, predictions: predictions,
      style: TextStyle(width: console.width, isColoured: console.mayColour))
    return console.write(text) ? .success : .ioError
  }

  /// What the best run answers to the rows that it was trained on, where these are few and its
  /// model was saved.
  func predictions(_ result: BatchResult) -> Predictions? {
    guard !options.isQuiet, let best = result.best else { return nil }
    let run = plan.runs[best]
    let model = store.folder(of: run.id).appending(RunFile.model)
    guard run.configuration.rows.train <= Self.shownRows,
      let bytes = try? model.contents(), let weights = try? Safetensors.decode(bytes)
    else { return nil }
    let part = data.prepared(for: run.configuration).train
    let outputs = RunTrainer(engine: engine).outputs(
      of: run.configuration, weights: weights, on: part)
    guard let outputs else { return nil }
    return Predictions(
      task: run.configuration.task, rows: part.rows, inputs: part.sourceInputs,
      targets: part.targets, outputs: outputs)
  }
}
