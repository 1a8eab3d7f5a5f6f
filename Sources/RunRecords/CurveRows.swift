/// Rows of the loss curves of runs that are trained side by side: a row for all of them is added at
/// once, and takes no more memory than its numbers.
public struct CurveRows: Sendable {
  /// How many scores a run has in a row.
  public let scoreCount: Int
  /// How many runs there are.
  public let lanes: Int
  /// Whether rows have the norm of the gradient.
  public let hasGradientNorms: Bool
  /// For each row the epochs of the runs, `[lanes]`; negative where a run has no row.
  private var epochs: [Int] = []
  /// For each row the scores `[scoreCount × lanes]`, the learning rates `[lanes]`, and the norms
  /// `[lanes]` where there are any.
  private var numbers: [Double] = []

  /// No rows yet.
  public init(scoreCount: Int, lanes: Int = 1, hasGradientNorms: Bool = false) {
    self.scoreCount = scoreCount
    self.lanes = lanes
    self.hasGradientNorms = hasGradientNorms
  }

  /// Whether there are so many that they are better handed out than kept in ever new memory.
  public var isFull: Bool { numbers.count >= 1 << 16 }

  /// How many rows there are.
  public var count: Int { epochs.count / lanes }
  /// How many numbers a row has.
  private var width: Int { (scoreCount + (hasGradientNorms ? 2 : 1)) * lanes }

  /// Adds a row for all runs; see `CurveRow` for what its parts are.
  ///
  /// - Parameters:
  ///   - epochs: `[lanes]`; negative for a run that has no such row.
  ///   - scores: `[scoreCount × lanes]`.
  ///   - learningRates: `[lanes]`; means nothing in epoch 0.
  ///   - gradientNorms: `[lanes]`; likewise, and none where the runs do not record them.
  public mutating func append(
    epochs: [Int], scores: [Double], learningRates: [Double], gradientNorms: [Double] = []
  ) {
    precondition(epochs.count == lanes && learningRates.count == lanes)
    precondition(scores.count == scoreCount * lanes, "a row has one number for each score")
    precondition(gradientNorms.count == (hasGradientNorms ? lanes : 0))
    Self.append(epochs, to: &self.epochs)
    Self.append(scores, to: &numbers)
    Self.append(learningRates, to: &numbers)
    Self.append(gradientNorms, to: &numbers)
  }

  /// Appends elements, a few of them one by one: joining arrays takes as long as about ten appends, and
  /// a run alone has rows of three numbers.
  @inline(always)
  private static func append<Element>(_ few: [Element], to elements: inout [Element]) {
    if few.count > 8 {
      elements += few
    } else {
      for element in few { elements.append(element) }
    }
  }

  /// The last row of one of the runs; nil where it has none.
  ///
  /// - Precondition: the lane is below `lanes`.
  public func last(lane: Int) -> CurveRow? {
    precondition(0 <= lane && lane < lanes)
    guard let index = (0..<count).last(where: { epochs[$0 * lanes + lane] >= 0 }) else {
      return nil
    }
    let epoch = epochs[index * lanes + lane]
    let start = index * width + lane
    let rates = start + scoreCount * lanes
    return CurveRow(
      epoch: epoch, scores: (0..<scoreCount).map { numbers[start + $0 * lanes] },
      learningRate: epoch == 0 ? nil : numbers[rates],
      gradientNorm: epoch == 0 || !hasGradientNorms ? nil : numbers[rates + lanes])
  }

  /// The rows of one of the runs, in order.
  ///
  /// - Precondition: the lane is below `lanes`.
  public func rows(ofLane lane: Int) -> [CurveRow] {
    var rows: [CurveRow] = []
    forEach(lane: lane) {
      rows.append(CurveRow(epoch: $0, scores: $1, learningRate: $2, gradientNorm: $3))
    }
    return rows
  }

  /// Gives each row of one of the runs to `body`, in order; the scores are changed from row to row.
  func forEach(
    lane: Int,
    _ body: (
      _ epoch: Int, _ scores: [Double], _ learningRate: Double?, _ gradientNorm: Double?
    ) -> Void
  ) {
    precondition(0 <= lane && lane < lanes)
    var scores = [Double](repeating: 0, count: scoreCount)
    for row in 0..<count {
      let epoch = epochs[row * lanes + lane]
      if epoch < 0 { continue }
      let start = row * width + lane
      for index in 0..<scoreCount { scores[index] = numbers[start + index * lanes] }
      let rates = start + scoreCount * lanes
      body(
        epoch, scores, epoch == 0 ? nil : numbers[rates],
        epoch == 0 || !hasGradientNorms ? nil : numbers[rates + lanes])
    }
  }

  /// Forgets the rows, and keeps their room.
  public mutating func removeAll() {
    epochs.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }
}
