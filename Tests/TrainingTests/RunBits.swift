import RunRecords

/// All that is recorded of a run, with the bits of its numbers; every NaN is the same one.
struct RunBits: Equatable {
  private let rows: [[UInt64]]
  private let bestRow: [UInt64]?
  private let status: RunStatus?
  private let epochs: [Int?]
  private let scores: [UInt64]?
  private let weights: [[[UInt8]]?]
  private let predictions: [[UInt64]]?

  init(_ rows: [CurveRow], _ outcome: RunOutcome?) {
    self.rows = rows.map(Self.bits)
    bestRow = outcome?.bestRow.map(Self.bits)
    status = outcome?.status
    epochs = [outcome?.epochsRun, outcome?.bestEpoch]
    scores = outcome?.scores.map(Self.bits)
    weights = [outcome?.weights, outcome?.initialWeights, outcome?.bestWeights].map {
      $0?.map(\.bytes)
    }
    predictions = outcome?.predictions?.parts.map { $0.outputs.map(Self.bits) }
  }

  private static func bits(_ row: CurveRow) -> [UInt64] {
    ([Double(row.epoch)] + row.scores + [row.learningRate ?? -1, row.gradientNorm ?? -1])
      .map(bits)
  }

  private static func bits(_ number: Double) -> UInt64 { number.isNaN ? 1 : number.bitPattern }
}

extension TrainedRuns {
  /// What is recorded of each run.
  var bits: [RunBits] { zip(rows, outcomes).map { RunBits($0, $1) } }
}
