internal import Crypto
public import Experiments
public import Files
internal import SystemPackage
internal import Vocabulary

/// Writes one run: its spec at once, its loss curve as epochs end, the rest when it finishes.
public struct RunWriter: ~Copyable {
  private let run: RunPlan.Run
  private let store: RunStore
  private let draft: FilePath
  private let file: AppendingFile
  private let clock: @Sendable () -> Duration
  /// The rows that are not yet in the file.
  private var curve: LossCurve
  /// When rows were last written to the file.
  private var lastWrite: Duration
  /// Over all rows, written or not.
  private var curveHash = SHA256()

  /// Rows reach the file at least this often, so that `tail -f` shows a curve as it grows.
  private static let writeInterval = Duration.milliseconds(200)
  /// Rows reach the file when there are so many bytes of them.
  private static let writeSize = 1 << 16

  /// Begins a run in the store's folder for runs in progress, in place of what an earlier attempt
  /// left there.
  ///
  /// - Parameter clock: the time since any fixed moment.
  public init(
    _ run: RunPlan.Run, in store: RunStore, clock: @escaping @Sendable () -> Duration
  ) throws(FileError) {
    let draft = store.partialFolder.appending(run.id.description)
    try draft.removeTree()
    try draft.makeFolder()
    try draft.appending(RunFile.spec).write(Array(run.configuration.canonicalSpec.utf8))
    file = try AppendingFile(draft.appending(RunFile.lossCurve))
    curve = LossCurve(run.configuration)
    self.run = run
    self.store = store
    self.clock = clock
    self.draft = draft
    lastWrite = clock()
  }

  /// Adds a row to the loss curve.
  ///
  /// - Precondition: the row has all the scores of the run.
  public mutating func append(_ row: CurveRow) throws(FileError) {
    curve.append(row)
    let now = clock()
    if curve.bytes.count >= Self.writeSize || now - lastWrite >= Self.writeInterval {
      try writeRows()
      lastWrite = now
    }
  }

  private mutating func writeRows() throws(FileError) {
    curveHash.update(data: curve.bytes)
    try file.append(curve.bytes)
    curve.removeAll()
  }

  /// Ends a run that has not finished: what is known of it stays in the folder for runs in progress.
  public consuming func abandon() throws(FileError) { try writeRows() }

  /// Writes everything else, and gives the run its final name.
  ///
  /// Where the run has been finished before, its folder stays as it is if every byte is the same.
  ///
  /// - Parameters:
  ///   - rowCount: how many rows of data the run was trained on.
  ///   - circumstances: the content of `run.json`.
  /// - Throws: `RunWriteError.differs` where the earlier folder is whole and has other bytes; the
  ///   draft then stays in the folder for runs in progress.
  public consuming func finish(
    _ outcome: RunOutcome, rowCount: Int, circumstances: JSON
  ) throws(RunWriteError) -> RunSummary {
    let summary: RunSummary
    do throws(FileError) {
      try writeRows()
      summary = try complete(outcome, rowCount: rowCount, circumstances: circumstances)
    } catch {
      throw .file(error)
    }
    return try store.publish(draft, as: run, summary)
  }

  /// Writes the weights, the circumstances and the summary.
  private func complete(
    _ outcome: RunOutcome, rowCount: Int, circumstances: JSON
  ) throws(FileError) -> RunSummary {
    let configuration = run.configuration
    var files: [RunSummary.FileDigest] = []
    for name in configuration.fileNames(after: outcome.status) {
      switch name {
      case RunFile.spec:
        files.append(RunSummary.FileDigest(name, of: Array(configuration.canonicalSpec.utf8)))
      case RunFile.lossCurve:
        files.append(RunSummary.FileDigest(name, curveHash.finalize()))
      default:
        let tensors = name == RunFile.initial ? outcome.initialWeights : outcome.weights
        let bytes = Safetensors.encode(tensors, metadata: metadata)
        try draft.appending(name).write(bytes)
        files.append(RunSummary.FileDigest(name, of: bytes))
      }
    }
    let summary = RunSummary(
      run, outcome, digest: digest(of: outcome.weights), rows: rowCount, files: files)
    try draft.appending(RunFile.circumstances).write(Array((circumstances.document() + "\n").utf8))
    try draft.appending(RunFile.summary).write(summary.document(configuration))
    return summary
  }

  /// What files of weights say of themselves.
  private var metadata: [(key: String, value: String)] {
    [("run_id", run.id.description), ("numerics_version", String(Numerics.version))]
  }

  /// The 16 letters that stand for every bit of the result: the loss curve and the final weights.
  private func digest(of weights: [Tensor]) -> String {
    var hash = curveHash
    for tensor in weights { hash.update(data: tensor.bytes) }
    return reverseHexadecimal(hash.finalize())
  }
}
