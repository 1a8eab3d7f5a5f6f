internal import Engine
internal import Experiments
internal import RunRecords
internal import Vocabulary

extension TrainingGroup {
  /// A lane whose run ends.
  typealias End = (lane: Int, ending: Seat<S>.Ending, scores: [Double])

  /// Evaluates the networks where one is due, and adds a row to the curves.
  ///
  /// - Returns: the lanes whose runs end here, how, and the scores of the curve there.
  mutating func evaluateDueRuns() -> [End] {
    guard standings.contains(where: \.isDue) else { return [] }
    evaluateCurve()
    let norms = recordsNorms ? normSums.map { $0 / Double(stepsPerEpoch) } : []
    var ended: [End] = []
    // Taken out, since looking at an array in place has its price for every lane.
    var (standings, epochs): ([Standing], [Int]) = ([], [])
    swap(&standings, &self.standings)
    swap(&epochs, &rowEpochs)
    for lane in standings.indices {
      epochs[lane] = -1
      guard standings[lane].isDue else { continue }
      let ending = look(at: &standings[lane], lane, norms)
      if let ending { ended.append((lane, ending, curveScores(ofLane: lane))) }
      if ending != nil || standings[lane].isLogged { epochs[lane] = standings[lane].epoch }
    }
    rows.append(epochs: epochs, scores: scores, learningRates: rates, gradientNorms: norms)
    swap(&standings, &self.standings)
    swap(&epochs, &rowEpochs)
    return ended
  }

  /// Takes note of the scores of a network that was due.
  ///
  /// - Returns: how training ends here; nil where it goes on.
  @inline(always)
  private mutating func look(
    at standing: inout Standing, _ lane: Int, _ norms: [Double]
  ) -> Seat<S>.Ending? {
    let lanes = rates.count
    let selection = scores[standing.selection * lanes + lane]
    var (isBest, stops) = (standing.isBetter(selection), false)
    if standing.isWatched {
      (isBest, stops) = watch(lane, epoch: standing.epoch, isBetter: isBest, norms)
    }
    if isBest { standing.takeAsBest(selection) }
    standing.noteEvaluation()
    for loss in losses where !scores[loss * lanes + lane].isFinite { return .diverged }
    if standing.epochsLeft == 0 { return .completed }
    return stops ? .stoppedEarly : nil
  }

  /// Shows the scores of a network to its schedule and its rules for stopping: see `Seat.watch`.
  private mutating func watch(
    _ lane: Int, epoch: Int, isBetter: Bool, _ norms: [Double]
  ) -> (isBest: Bool, stops: Bool) {
    let row = CurveRow(
      epoch: epoch, scores: curveScores(ofLane: lane),
      learningRate: epoch == 0 ? nil : rates[lane],
      gradientNorm: epoch == 0 || norms.isEmpty ? nil : norms[lane])
    return seats[lane]?.watch(row, isBetter: isBetter) { trainer.network(ofLane: lane) }
      ?? (isBetter, false)
  }

  /// The scores of the curve of one network, as last evaluated.
  private func curveScores(ofLane lane: Int) -> [Double] {
    (0..<rows.scoreCount).map { scores[$0 * seats.count + lane] }
  }

  /// Evaluates all networks as they stand on what the curve shows: for each quantity the score of the
  /// rows to learn, and then that of validation.
  ///
  /// The rows to learn come last: for a full batch that is the next epoch's forward pass.
  private mutating func evaluateCurve() {
    let lanes = seats.count
    let stride = validation == nil ? lanes : 2 * lanes
    validation?.evaluate(&trainer, into: &scores, from: lanes, stride: stride)
    learned.evaluate(&trainer, into: &scores, from: 0, stride: stride)
  }

  /// What a run comes to.
  mutating func outcome(of seat: Seat<S>, _ end: End) -> Ended<S> {
    let (configuration, standing) = (seat.configuration, standings[end.lane])
    // A run whose first scores are not finite has no best epoch but its only one.
    let bestEpoch = standing.bestEpoch ?? standing.epoch
    let restoresBest =
      configuration.earlyStopping?.restoresBest == true && end.ending != .diverged
    let last = trainer.network(ofLane: end.lane)
    let network = restoresBest ? seat.bestNetwork ?? last : last
    var scores = restoresBest ? seat.bestRow?.scores ?? end.scores : end.scores
    let lanes = seats.count
    if let scoreCount = test?.scoreCount {
      trainer.setNetwork(network, ofLane: end.lane)
      var tested = Array(repeating: 0.0, count: scoreCount * lanes)
      test?.evaluate(&trainer, into: &tested, from: 0, stride: lanes)
      scores += stride(from: end.lane, to: tested.count, by: lanes).map { tested[$0] }
    }
    let isLogged = bestEpoch == standing.epoch || configuration.isLogged(epoch: bestEpoch)
    return Ended(
      status: end.ending.status, epochsRun: standing.epoch, bestEpoch: bestEpoch,
      bestRow: isLogged ? nil : seat.bestRow, scores: scores, network: network,
      initial: seat.initial, best: seat.bestNetwork)
  }
}
