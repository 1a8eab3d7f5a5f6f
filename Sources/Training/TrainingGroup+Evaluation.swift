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

  /// Evaluates all networks as they stand on what the curve shows.
  ///
  /// The rows to learn come last: for a full batch that is the next epoch's forward pass.
  private mutating func evaluateCurve() {
    scores.removeAll(keepingCapacity: true)
    guard let validation else { return evaluate(learned) }
    evaluate(validation)
    evaluate(learned)
    let lanes = seats.count
    let both = scores
    scores.removeAll(keepingCapacity: true)
    let middle = both.count / 2
    for start in stride(from: 0, to: middle, by: lanes) {
      scores += both[middle + start..<middle + start + lanes]
      scores += both[start..<start + lanes]
    }
  }

  /// Adds to `scores` the loss of a part of the data for each lane, and then each metric,
  /// `[quantities × lanes]`.
  @specialized(where S == Float)
  @specialized(where S == Double)
  private mutating func evaluate(_ part: EvaluatedPart<S>) {
    let samples = part.samples
    for lane in sums.indices { sums[lane] = 0 }
    if !part.metrics.isEmpty { part.tally.reset() }
    var start = 0
    while start < samples.count {
      let end = min(start + evaluatedRows, samples.count)
      trainer.take(samples, rows: start..<end)
      trainer.forward()
      if !part.metrics.isEmpty {
        trainer.withOutputs { part.tally.add($0) }
      }
      addLosses()
      start = end
    }
    for lane in sums.indices { scores.append(sums[lane] / part.lossDivisor) }
    for metric in part.metrics { part.tally.append(metric: metric, to: &scores) }
  }

  /// Adds the loss terms of the rows at hand to `sums`.
  private mutating func addLosses() {
    // Taken out, as `self` may not be looked at while a span of its numbers is lent.
    var sums: [Double] = []
    swap(&sums, &self.sums)
    var span = sums.mutableSpan
    trainer.addLosses(to: &span)
    swap(&sums, &self.sums)
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
    if let test {
      trainer.setNetwork(network, ofLane: end.lane)
      self.scores.removeAll(keepingCapacity: true)
      evaluate(test)
      scores += stride(from: end.lane, to: self.scores.count, by: seats.count).map {
        self.scores[$0]
      }
    }
    let isLogged = bestEpoch == standing.epoch || configuration.isLogged(epoch: bestEpoch)
    return Ended(
      status: end.ending.status, epochsRun: standing.epoch, bestEpoch: bestEpoch,
      bestRow: isLogged ? nil : seat.bestRow, scores: scores, network: network,
      initial: seat.initial, best: seat.bestNetwork)
  }
}
