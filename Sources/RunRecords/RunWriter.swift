internal import Digests
public import Experiments
public import Files
internal import SystemPackage
internal import Text
internal import Vocabulary

/// Writes one run: its loss curve as it grows, and everything else when it finishes.
///
/// Nothing is written before rows are due or `begin` is called, so that a run which takes but a moment
/// is written in one go.
public struct RunWriter: ~Copyable {
  private let run: RunPlan.Run
  private let store: RunStore
  private let draft: FilePath
  private let clock: @Sendable () -> Duration
  /// The run's own spec.
  private let spec: [UInt8]
  /// The file of the loss curve, once it is begun.
  private var file: AppendingFile?
  /// The rows that are not yet in the file.
  private var curve: LossCurve
  /// When rows were last written to the file.
  private var lastWrite: Duration
  /// Over all rows that are in the file.
  private var curveHash = SHA256()

  /// Rows reach the file at least this often, so that `tail -f` shows a curve as it grows.
  private static let writeInterval = Duration.milliseconds(200)
  /// Rows reach the file when there are so many bytes of them.
  private static let writeSize = 1 << 18

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - earlier: the first rows of its curve, where it goes on from a shorter run.
  ///   - clock: the time since any fixed moment.
  public init(
    _ run: RunPlan.Run, after earlier: EarlierRows? = nil, in store: RunStore,
    clock: @escaping @Sendable () -> Duration
  ) {
    self.run = run
    self.store = store
    self.clock = clock
    draft = store.draft(of: run.id.description)
    spec = Array(run.configuration.canonicalSpec.utf8)
    curve = LossCurve(run.configuration, after: earlier)
    lastWrite = clock()
  }

  /// Adds a row to the loss curve.
  ///
  /// - Precondition: the row is of a later epoch than the one before, and has all the scores of the
  ///   curve.
  public mutating func append(_ row: CurveRow) throws(FileError) {
    curve.append(row)
    try writeRowsIfDue()
  }

  /// Adds rows to the loss curve, those of one of the runs that they are of; cheaper than one after
  /// another.
  ///
  /// - Precondition: as for one row.
  public mutating func append(_ rows: CurveRows, lane: Int = 0) throws(FileError) {
    rows.forEach(lane: lane) { curve.append($0, $1, $2, $3) }
    try writeRowsIfDue()
  }

  private mutating func writeRowsIfDue() throws(FileError) {
    let now = clock()
    guard curve.bytes.count >= Self.writeSize || now - lastWrite >= Self.writeInterval else {
      return
    }
    try writeRows()
    lastWrite = now
  }

  /// Makes the folder for the run in progress: for a run that takes long, so that it is there to be looked
  /// at before many rows are known.
  public mutating func begin() throws(FileError) {
    guard file == nil else { return }
    try draft.makeEmptyFolder()
    try draft.appending(RunFile.spec).create(spec)
    file = try AppendingFile(curvePath)
  }

  /// Writes the rows that are not yet in the file.
  private mutating func writeRows() throws(FileError) {
    try begin()
    guard !curve.bytes.isEmpty else { return }
    curveHash.update(curve.bytes)
    try file?.append(curve.bytes)
    curve.removeAll()
  }

  /// Where the loss curve is until the run has finished.
  private var curvePath: FilePath { draft.appending(RunFile.lossCurve) }

  /// Puts the row of the best epoch where it belongs.
  private mutating func insert(_ row: CurveRow) throws(FileError) {
    let earlier = file == nil ? [] : try curvePath.contents()
    curve.insert(row, after: earlier, of: run.configuration)
    curveHash = SHA256()
    guard file != nil else { return }
    try curvePath.removeFile()
    file = try AppendingFile(curvePath)
  }

  /// Ends a run that has not finished: what is known of it stays in the folder for runs in progress.
  public consuming func abandon() throws(FileError) { try writeRows() }

  /// Writes everything else, and gives the run its final name.
  ///
  /// Where the run has been finished before, its folder stays as it is if every byte is the same.
  ///
  /// - Parameter provenance: where, when and how it was trained.
  /// - Precondition: the outcome has what the run is to save.
  /// - Throws: `RunWriteError.differs` where the earlier folder is whole and has other bytes; the
  ///   draft then stays in the folder for runs in progress.
  public consuming func finish(
    _ outcome: RunOutcome, provenance: Provenance
  ) throws(RunWriteError) -> RunSummary {
    let summary: RunSummary
    do throws(FileError) {
      if let row = outcome.bestRow { try insert(row) }
      try writeRows()
      if let file = file.take() { try file.close() }
      summary = try complete(outcome, provenance: provenance)
    } catch {
      throw .file(error)
    }
    return try store.publish(draft, as: run, summary)
  }

  /// Writes the weights, the answers, the provenance and the summary.
  private func complete(
    _ outcome: RunOutcome, provenance: Provenance
  ) throws(FileError) -> RunSummary {
    let configuration = run.configuration
    var files: [RunSummary.FileDigest] = []
    for name in configuration.fileNames(after: outcome.status) {
      switch name {
      case RunFile.spec: files.append(RunSummary.FileDigest(name, of: spec))
      case RunFile.lossCurve: files.append(RunSummary.FileDigest(name, curveHash.finalize()))
      default:
        let bytes = content(of: name, outcome)
        try draft.appending(name).create(bytes)
        files.append(RunSummary.FileDigest(name, of: bytes))
      }
    }
    let digest = RunSummary.digest(of: outcome.weights, after: curveHash)
    let summary = RunSummary(run, outcome, digest: digest, files: files)
    try draft.appending(RunFile.provenance).create(JSON.object(provenance.members).document)
    try draft.appending(RunFile.summary).create(summary.document(configuration))
    return summary
  }

  /// The content of a file that the run saves.
  private func content(of name: String, _ outcome: RunOutcome) -> [UInt8] {
    switch name {
    case RunFile.predictions: answers(outcome).csv
    case RunFile.confusion: answers(outcome).confusionCSV
    case RunFile.perClass: answers(outcome).perClassCSV
    case RunFile.perTarget: answers(outcome).perTargetCSV
    case RunFile.initial: encoded(outcome.initialWeights, outcome)
    case RunFile.best: encoded(outcome.bestWeights, outcome)
    default: encoded(outcome.weights, outcome)
    }
  }

  /// The answers that an outcome has where files are made of them.
  private func answers(_ outcome: RunOutcome) -> PredictionTable {
    guard let predictions = outcome.predictions else {
      preconditionFailure("an outcome has the answers that files are made of")
    }
    return predictions
  }

  /// The content of a file of weights.
  private func encoded(_ tensors: [Tensor], _ outcome: RunOutcome) -> [UInt8] {
    precondition(!tensors.isEmpty, "an outcome has the weights that are saved")
    return Safetensors.encode(tensors, metadata: metadata(outcome))
  }

  /// What files of weights say of themselves, with what inputs have to go through before them.
  private func metadata(_ outcome: RunOutcome) -> [(key: String, value: String)] {
    let metadata = [
      (key: "run_id", value: run.id.description),
      (key: "numerics_version", value: String(Numerics.version)),
    ]
    return metadata + outcome.encoding.metadata
  }
}
