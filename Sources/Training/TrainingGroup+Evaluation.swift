internal import Engine
internal import Experiments
internal import RunRecords
internal import Vocabulary

extension TrainingGroup {
  /// A lane whose run ends.
  struct End {
    /// The lane.
    let lane: Int
    /// How its run ends.
    let ending: Seat<S>.Ending
    /// The scores of the curve there.
    let scores: [Double]
    /// How far the run had come before its last evaluation.
    let standing: Standing
    /// What had been seen of it before that; nil where nobody asks for pauses.
    let memory: Seat<S>.Memory?
  }

  /// Evaluates the networks where one is due, and adds a row to the curves.
  ///
  /// - Returns: the lanes whose runs end here, how, and the scores of the curve there; nil where it was
  ///   given up.
  mutating func evaluateDueRuns(isCancelled: () -> Bool) -> [End]? {
    guard standings.contains(where: \.isDue) else { return [] }
    guard evaluateCurve(isCancelled) else { return nil }
    let norms = recordsNorms ? normSums.map { $0 / Double(stepsPerEpoch) } : []
    // Taken out, as `self` may not be looked at while spans of its numbers are.
    var (standings, epochs, scores): ([Standing], [Int], [Double]) = ([], [], [])
    swap(&standings, &self.standings)
    swap(&epochs, &rowEpochs)
    swap(&scores, &self.scores)
    let ended = look(at: scores, norms, standings: &standings, rowEpochs: &epochs)
    rows.append(epochs: epochs, scores: scores, learningRates: rates, gradientNorms: norms)
    swap(&standings, &self.standings)
    swap(&epochs, &rowEpochs)
    swap(&scores, &self.scores)
    return ended
  }

  /// Takes note of the scores of the networks that were due, and of the epochs of their rows.
  private mutating func look(
    at scores: [Double], _ norms: [Double], standings: inout [Standing], rowEpochs: inout [Int]
  ) -> [End] {
    let lanes = standings.count
    let (numbers, losses) = (scores.span, losses)
    var standings = standings.mutableSpan
    var epochs = rowEpochs.mutableSpan
    var ended: [End] = []
    for lane in 0..<lanes {
      epochs[lane] = -1
      guard standings[lane].isDue else { continue }
      let epoch = standings[lane].epoch
      let standing = standings[lane]
      let memory = keepsPauses ? seats[lane]?.memory : nil
      if standings[lane].isLogged { epochs[lane] = epoch }
      let selection = numbers[standings[lane].selection * lanes + lane]
      var (isBest, stops) = (standings[lane].isBetter(selection), false)
      if standings[lane].isWatched {
        let row = curveScores(scores, ofLane: lane)
        (isBest, stops) = watch(row, lane, epoch: epoch, isBetter: isBest, norms)
      }
      if isBest { standings[lane].takeAsBest(selection) }
      standings[lane].noteEvaluation()
      var ending: Seat<S>.Ending? = stops ? .stoppedEarly : nil
      if standings[lane].epochsLeft == 0 { ending = .completed }
      for loss in losses where !numbers[loss * lanes + lane].isFinite { ending = .diverged }
      if let ending {
        epochs[lane] = epoch
        ended.append(
          End(
            lane: lane, ending: ending, scores: curveScores(scores, ofLane: lane),
            standing: standing, memory: memory))
      }
    }
    return ended
  }

  /// Shows the scores of a network to its schedule and its rules for stopping: see `Seat.watch`.
  private mutating func watch(
    _ scores: [Double], _ lane: Int, epoch: Int, isBetter: Bool, _ norms: [Double]
  ) -> (isBest: Bool, stops: Bool) {
    let row = CurveRow(
      epoch: epoch, scores: scores, learningRate: epoch == 0 ? nil : rates[lane],
      gradientNorm: epoch == 0 || norms.isEmpty ? nil : norms[lane])
    return seats[lane]?.watch(row, isBetter: isBetter) { trainer.network(ofLane: lane) }
      ?? (isBetter, false)
  }

  /// The scores of the curve of one network among those of all.
  private func curveScores(_ scores: [Double], ofLane lane: Int) -> [Double] {
    stride(from: lane, to: scores.count, by: seats.count).map { scores[$0] }
  }

  /// Evaluates all networks as they stand on what the curve shows: for each quantity the score of the
  /// rows to learn, and then that of validation.
  ///
  /// The rows to learn come last: for a full batch that is the next epoch's forward pass.
  ///
  /// - Returns: whether it was not given up.
  private mutating func evaluateCurve(_ isCancelled: () -> Bool) -> Bool {
    let lanes = seats.count
    let stride = validation == nil ? lanes : 2 * lanes
    let isValidated = validation?.evaluate(
      &trainer, into: &scores, from: lanes, stride: stride, isCancelled: isCancelled)
    return isValidated != false
      && learned.evaluate(
        &trainer, into: &scores, from: 0, stride: stride, isCancelled: isCancelled)
  }

  /// A run that ends as it was before its last evaluation, which a longer run might do without; nil
  /// where nobody asks for pauses.
  func pause(_ end: End) -> Pause<S>? {
    end.memory.map { memory in
      Pause(
        descent: trainer.state(ofLane: end.lane), standing: end.standing, memory: memory,
        rate: rates[end.lane], normSum: normSums[end.lane])
    }
  }

  /// What a run comes to.
  mutating func outcome(of seat: Seat<S>, _ end: End) -> Ended<S> {
    let (configuration, standing) = (seat.configuration, standings[end.lane])
    // A run whose first scores are not finite has no best epoch but its only one.
    let bestEpoch = standing.bestEpoch ?? standing.epoch
    let restoresBest =
      configuration.earlyStopping?.restoresBest == true && end.ending != .diverged
    let last = trainer.network(ofLane: end.lane)
    let network = restoresBest ? seat.memory.bestNetwork ?? last : last
    var scores = restoresBest ? seat.memory.bestRow?.scores ?? end.scores : end.scores
    let lanes = seats.count
    if let scoreCount = test?.scoreCount {
      trainer.setNetwork(network, ofLane: end.lane)
      var tested = Array(repeating: 0.0, count: scoreCount * lanes)
      _ = test?.evaluate(
        &trainer, into: &tested, from: 0, stride: lanes, isCancelled: { false })
      scores += stride(from: end.lane, to: tested.count, by: lanes).map { tested[$0] }
    }
    let isLogged = bestEpoch == standing.epoch || configuration.isLogged(epoch: bestEpoch)
    return Ended(
      status: end.ending.status, epochsRun: standing.epoch, bestEpoch: bestEpoch,
      bestRow: isLogged ? nil : seat.memory.bestRow, scores: scores, network: network,
      initial: seat.initial, best: seat.memory.bestNetwork)
  }
}
