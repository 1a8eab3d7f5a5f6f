public import Experiments
internal import Text
internal import Vocabulary

/// What a finished run comes to: the content of its `summary.json`.
///
/// It depends on the run's own spec alone, never on the experiment that trained it.
public struct RunSummary: Sendable {
  /// The run's name.
  public let id: RunID
  /// How it ended; a final status.
  public let status: RunStatus
  /// For how many epochs the network was trained.
  public let epochsRun: Int
  /// The epoch with the best score among those that were evaluated.
  public let bestEpoch: Int
  /// The scores of the saved weights; NaN where one is not finite.
  public let scores: [Score: Double]
  /// 16 letters of a SHA-256 over the loss curve and the saved weights.
  public let digest: String
  /// The SHA-256 of each deterministic file of the run but `summary.json`, in the order of names.
  public let files: [FileDigest]

  init(
    id: RunID, status: RunStatus, epochsRun: Int, bestEpoch: Int, scores: [Score: Double],
    digest: String, files: [FileDigest]
  ) {
    self.id = id
    self.status = status
    self.epochsRun = epochsRun
    self.bestEpoch = bestEpoch
    self.scores = scores
    self.digest = digest
    self.files = files
  }

  /// The summary of a run that has just been trained.
  ///
  /// - Precondition: the outcome has all the scores of the run.
  package init(_ run: RunPlan.Run, _ outcome: RunOutcome, digest: String, files: [FileDigest]) {
    precondition(outcome.scores.count == run.configuration.scores.count)
    let scores = zip(run.configuration.scores, outcome.scores).map { score, value in
      (score, value.isFinite ? value : .nan)
    }
    self.init(
      id: run.id, status: outcome.status, epochsRun: outcome.epochsRun,
      bestEpoch: outcome.bestEpoch, scores: Dictionary(uniqueKeysWithValues: scores),
      digest: digest, files: files)
  }

  /// Whether the deterministic files of both runs have the same content.
  func isSame(as other: RunSummary) -> Bool {
    id == other.id && status == other.status && epochsRun == other.epochsRun
      && bestEpoch == other.bestEpoch && digest == other.digest && files == other.files
      && scores.count == other.scores.count
      && scores.allSatisfy { score, value in
        guard let otherValue = other.scores[score] else { return false }
        return value == otherValue || (value.isNaN && otherValue.isNaN)
      }
  }

  /// A score; nil where it was not measured.
  public func score(_ score: Score) -> Double? { scores[score] }

  /// The content of `summary.json`, which ends with the digest of itself.
  func document(_ configuration: RunConfiguration) -> [UInt8] {
    let rows = configuration.rows
    let columns = Score.columns(for: configuration.outputMetrics)
    let parameters = Field.allCases.compactMap { field in
      configuration.value(of: field).map { (key: field.key, value: JSON($0)) }
    }
    let members: [(key: String, value: JSON)] =
      [
        ("run_id", .string(id.description)),
        ("status", .string(status.rawValue)),
        ("seed", .integer(configuration.seed)),
      ] + (configuration.split?.fold.map { [("fold", .integer($0.number))] } ?? []) + [
        ("parameters", .object(parameters)),
        ("epochs", .integer(configuration.epochs)),
        ("epochs_run", .integer(epochsRun)),
        ("best_epoch", .integer(bestEpoch)),
      ] + columns.map { ($0.name, JSON(score($0))) } + [
        ("parameter_count", .integer(configuration.parameterCount)),
        (
          "rows",
          .object([
            ("train", .integer(rows.train)), ("validation", .integer(rows.validation)),
            ("test", .integer(rows.test)),
          ])
        ),
        ("digest", .string(digest)),
        ("files", .object(files.map { ($0.name, .string($0.sha256)) })),
      ]
    return SealedDocument.bytes(members)
  }
}
