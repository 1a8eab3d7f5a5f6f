internal import Experiments

/// The text of a loss curve, row by row.
struct LossCurve {
  /// The rows that have not been taken.
  private var table = CSV()
  /// How many scores a row has.
  private let scoreCount: Int
  /// The learning rate of the latest row with its text: most often the next one has the same.
  private var learningRate: (number: Double?, text: String) = (nil, "")

  /// The curve of a run, which begins with the names of its columns: the epoch, the scores, and the
  /// learning rate of the epoch's last step.
  init(_ configuration: RunConfiguration) {
    scoreCount = configuration.scores.count
    table.append(row: ["epoch"] + configuration.scores.map(\.name) + ["learning_rate"])
  }

  /// Adds a row.
  ///
  /// - Precondition: it has all the scores of the run.
  mutating func append(_ row: CurveRow) {
    precondition(row.scores.count == scoreCount, "a row has one number for each score")
    if row.learningRate != learningRate.number {
      learningRate = (row.learningRate, CSV.text(row.learningRate))
    }
    table.append(row: row.epoch, row.scores, learningRate.text)
  }

  /// Whether the last row of a curve is what a summary tells: the epochs run, and the scores where
  /// they are finite.
  static func ends(
    _ curve: [UInt8], with summary: RunSummary, _ configuration: RunConfiguration
  ) -> Bool {
    let last = curve.split(separator: UInt8(ascii: "\n")).last ?? []
    let fields = last.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == configuration.scores.count + 2,
      fields[0] == String(summary.epochsRun)
    else { return false }
    return zip(configuration.scores, fields.dropFirst()).allSatisfy { score, field in
      guard let value = summary.score(score), value.isFinite else {
        return Double(field)?.isFinite == false
      }
      return field == CSV.text(value)
    }
  }

  /// The bytes of the rows that have not been taken.
  var bytes: [UInt8] { table.bytes }

  /// Takes the rows away.
  mutating func removeAll() { table.removeAll() }
}
