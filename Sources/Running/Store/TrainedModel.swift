public import Datasets
public import Engine
public import Experiments
internal import Files
public import RunRecords
internal import SpecReading
internal import SpecSyntax
public import SystemPackage
internal import Training

/// The network that a run has trained, ready to answer for new rows.
public struct TrainedModel: Sendable {
  /// What the run's spec says of it.
  public let configuration: RunConfiguration
  /// The files of its folder.
  private let saved: SavedModel

  /// Reads the model in the folder of a run.
  ///
  /// - Throws: what is wrong with it.
  public init(in folder: FilePath) throws(ResultsError) {
    do throws(SavedModel.Fault) {
      saved = try SavedModel(in: folder)
    } catch {
      throw Self.failure(error, folder)
    }
    guard
      let settings = try? FieldValues(reading: SourceText(name: RunFile.spec, bytes: saved.spec)),
      let configuration = RunConfiguration(
        ofTrained: settings, columns: saved.encoding.columns),
      saved.encoding.fits(inputs: configuration.inputs, outputs: configuration.outputs)
    else { throw Self.failure(.run(.altered(RunFile.spec)), folder) }
    self.configuration = configuration
  }

  /// What the network answers for the rows of a source.
  ///
  /// - Parameter note: is given what is worth knowing of the rows.
  /// - Throws: why they cannot be read, or are no rows for it.
  public func answers(
    for source: DatasetSource, from library: DataLibrary, engine: Engine,
    note: (String) -> Void
  ) throws(DataProblem) -> PredictionTable {
    let columns = saved.encoding.columns
    let rows = try library.newRows(
      of: source, columns: columns, inputs: configuration.inputs,
      fillsGaps: saved.encoding.inputs?.means != nil)
    let unused = rows.skippedColumns.filter { columns?.targets.contains($0) != true }
    if !unused.isEmpty {
      note(
        "columns that the network does not know are left alone: " + unused.joined(separator: ", "))
    }
    let part = DataSubset(
      rows, normalization: saved.encoding.inputs, targetNormalization: saved.encoding.targets)
    guard
      let outputs = RunTrainer(engine: engine).outputs(
        of: configuration, weights: saved.weights, on: part)
    else {
      throw DataProblem(
        of: RunFile.model, "has other tensors than the layers of the run's spec need")
    }
    return PredictionTable(
      task: configuration.task, classes: columns?.classes ?? [],
      parts: [.init(.test, sourceRows: part.sourceRows, targets: [], outputs: outputs)])
  }

  /// Why there is no model.
  private static func failure(_ fault: SavedModel.Fault, _ folder: FilePath) -> ResultsError {
    switch fault {
    case .run(let fault): ResultsError(fault, folder.string)
    case .diverged: .altered("the run in \(folder) diverged, so that it has no model")
    case .unsaved:
      .altered(
        "the run in \(folder) has saved no model; its spec's `save` must list `model`")
    case .unreadable(let error):
      .altered("\(folder.appending(RunFile.model)): \(error)")
    }
  }
}
