internal import Datasets
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage
internal import Training
internal import Running

extension Batch {
  /// How many rows of data are shown with what the best run answers to them.
  private static let shownRows = 16

  /// What the closing report shows of the best run beside its scores.
  struct Illustrations {
    /// What it answers to some rows.
    var predictions: Predictions?
    /// Which classes it takes for which.
    var confusion: Confusion?
    /// What the program is to exit with, where a file could not be read.
    var status = ExitStatus.success
  }

  /// What there is to show of the best run; what cannot be read is told.
  func illustrations(of result: BatchResult) -> Illustrations {
    var illustrations = Illustrations()
    do throws(FileError) {
      illustrations.predictions = try predictions(result)
      illustrations.confusion = try confusion(result)
    } catch {
      Console.error.tell(error.description)
      illustrations.status = .ioError
    }
    return illustrations
  }

  /// Tells what came of the batch.
  ///
  /// - Returns: whether that could be written.
  func report(
    _ result: BatchResult, _ illustrations: Illustrations,
    _ expectations: [ExpectationResult], elapsed: Duration
  ) -> ExitStatus {
    let text = result.closingReport(
      folder: store.folder.string, elapsed: elapsed, predictions: illustrations.predictions,
      confusion: illustrations.confusion, expectations: expectations,
      style: Console.output.style)
    return Console.output.report(text)
  }

  /// How many classes there are at most where it is shown which of them were taken for which.
  private static let shownClasses = 12

  /// Which classes the only run took the rows of the test for, or else those of validation; nil where
  /// there are neither, no classes or too many, or several runs.
  ///
  /// - Throws: where a file of the run cannot be read.
  private func confusion(_ result: BatchResult) throws(FileError) -> Confusion? {
    guard !options.isQuiet, plan.runs.count == 1, let best = result.best else { return nil }
    let (run, configuration) = (result.plan.runs[best], result.plan.runs[best].configuration)
    let part = configuration.rows.test > 0 ? Score.Part.test : .validation
    let texts = data[configuration.dataset]?.columns?.classes ?? []
    let names = (0..<max(2, configuration.outputs)).map {
      DataColumns.className($0, texts: texts)
    }
    let path = store.folder(of: run.id).appending(RunFile.confusion)
    guard names.count <= Self.shownClasses, path.exists,
      let matrix = ConfusionMatrix(try path.contents(), part: part, names: names)
    else { return nil }
    return Confusion(part, names: names, matrix)
  }

  /// What the best run answers to the rows that it was trained on, where these are few and its
  /// model was saved.
  ///
  /// - Throws: where the model cannot be read.
  private func predictions(_ result: BatchResult) throws(FileError) -> Predictions? {
    guard !options.isQuiet, let best = result.best else { return nil }
    let run = result.plan.runs[best]
    let model = store.folder(of: run.id).appending(RunFile.model)
    guard run.configuration.rows.train <= Self.shownRows, model.exists else { return nil }
    let bytes = try model.contents()
    guard let weights = try? Safetensors.decode(bytes) else { return nil }
    let part = data.prepared(for: run.configuration).train
    let outputs = RunTrainer(engine: engine).outputs(
      of: run.configuration, weights: weights, on: part)
    guard let outputs else { return nil }
    return Predictions(
      task: run.configuration.task,
      classes: data[run.configuration.dataset]?.columns?.classes ?? [],
      rows: part.rows, inputs: part.sourceInputs,
      targets: part.targets, outputs: outputs)
  }
}
