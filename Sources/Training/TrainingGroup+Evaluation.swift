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
    guard standings.contains(where: { $0?.isDue == true }) else { return [] }
    evaluateCurve()
    let norms = common.recordsGradientNorm ? normSums.map { $0 / Double(stepsPerEpoch) } : []
    var ended: [End] = []
    for lane in standings.indices {
      rowEpochs[lane] = -1
      guard let standing = standings[lane], standing.isDue else { continue }
      let ending = take(scoresOf: lane, norms)
      standings[lane]?.noteEvaluation()
      if let ending { ended.append((lane, ending, curveScores(ofLane: lane))) }
      if ending != nil || standing.isLogged { rowEpochs[lane] = standing.epoch }
    }
    rows.append(epochs: rowEpochs, scores: scores, learningRates: rates, gradientNorms: norms)
    return ended
  }

  /// Takes note of the scores of a network that was due.
  ///
  /// - Returns: how training ends here; nil where it goes on.
  private mutating func take(scoresOf lane: Int, _ norms: [Double]) -> Seat<S>.Ending? {
    guard let standing = standings[lane] else { return nil }
    let selection = scores[standing.selection * seats.count + lane]
    var (isBest, stops) = (standing.isBetter(selection), false)
    if standing.isWatched {
      let row = CurveRow(
        epoch: standing.epoch, scores: curveScores(ofLane: lane),
        learningRate: standing.epoch == 0 ? nil : rates[lane],
        gradientNorm: standing.epoch == 0 || norms.isEmpty ? nil : norms[lane])
      (isBest, stops) =
        seats[lane]?.watch(row, isBetter: isBest) { trainer.network(ofLane: lane) } ?? (
          false, false
        )
    }
    if isBest { standings[lane]?.takeAsBest(selection) }
    for loss in losses where !scores[loss * seats.count + lane].isFinite { return .diverged }
    if standing.epochsLeft == 0 { return .completed }
    return stops ? .stoppedEarly : nil
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
      let end = min(start + trainer.rowCapacity, samples.count)
      trainer.take(samples, rows: start..<end)
      trainer.forward()
      if !part.metrics.isEmpty {
        trainer.withOutputsAndTargets { outputs, _ in part.tally.add(outputs) }
      }
      addLosses()
      start = end
    }
    for lane in sums.indices { scores.append(sums[lane] / part.lossDivisor) }
    for metric in part.metrics { part.tally.append(metric: metric, to: &scores) }
  }

  /// Adds the loss terms of the rows at hand to `sums`.
  private mutating func addLosses() {
    var sums: [Double] = []
    swap(&sums, &self.sums)
    var span = sums.mutableSpan
    trainer.addLosses(to: &span)
    swap(&sums, &self.sums)
  }

  /// What a run comes to.
  mutating func outcome(of seat: Seat<S>, _ standing: Standing, _ end: End) -> Ended<S> {
    let configuration = seat.configuration
    // A run whose first scores are not finite has no best epoch but its only one.
    let bestEpoch = standing.best?.epoch ?? standing.epoch
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
