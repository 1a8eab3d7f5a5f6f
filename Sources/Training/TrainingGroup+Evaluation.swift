internal import Engine
internal import Experiments
internal import RunRecords
internal import Vocabulary

extension TrainingGroup {
  /// A lane whose run ends.
  struct LaneEnd {
    /// The lane.
    let lane: Int
    /// How its run ends.
    let ending: RunStatus
    /// The scores of the curve there.
    let scores: [Double]
    /// How far the run had come before its last evaluation.
    let epochState: EpochState
    /// What had been seen of it before that; nil where nobody asks for checkpoints.
    let memory: LaneState<S>.Memory?
  }

  /// Evaluates the networks where one is due, and adds a row to the curves.
  ///
  /// - Returns: the lanes whose runs end here, how, and the scores of the curve there; nil where it was
  ///   given up.
  mutating func evaluateDueRuns(isCancelled: () -> Bool) -> [LaneEnd]? {
    guard epochStates.contains(where: \.isDue) else { return [] }
    guard evaluateCurve(isCancelled) else { return nil }
    let norms = recordsNorms ? normSums.map { $0 / Double(stepsPerEpoch) } : []
    // Taken out, as `self` may not be looked at while spans of its numbers are.
    var (epochStates, epochs, scores): ([EpochState], [Int], [Double]) = ([], [], [])
    swap(&epochStates, &self.epochStates)
    swap(&epochs, &rowEpochs)
    swap(&scores, &self.scores)
    let ends = look(at: scores, norms, epochStates: &epochStates, rowEpochs: &epochs)
    rows.append(epochs: epochs, scores: scores, learningRates: rates, gradientNorms: norms)
    swap(&epochStates, &self.epochStates)
    swap(&epochs, &rowEpochs)
    swap(&scores, &self.scores)
    return ends
  }

  /// Takes note of the scores of the networks that were due, and of the epochs of their rows.
  private mutating func look(
    at scores: [Double], _ norms: [Double], epochStates: inout [EpochState], rowEpochs: inout [Int]
  ) -> [LaneEnd] {
    let lanes = epochStates.count
    let (numbers, losses) = (scores.span, losses)
    var epochStates = epochStates.mutableSpan
    var epochs = rowEpochs.mutableSpan
    var ends: [LaneEnd] = []
    for lane in 0..<lanes {
      epochs[lane] = -1
      guard epochStates[lane].isDue else { continue }
      let epoch = epochStates[lane].epoch
      let epochState = epochStates[lane]
      let memory = keepsCheckpoints ? laneStates[lane]?.memory : nil
      if epochStates[lane].isLogged { epochs[lane] = epoch }
      let selection = numbers[epochStates[lane].selection * lanes + lane]
      var (isBest, stops) = (epochStates[lane].isBetter(selection), false)
      if epochStates[lane].isWatched {
        let row = curveScores(scores, ofLane: lane)
        (isBest, stops) = watch(row, lane, epoch: epoch, isBetter: isBest, norms)
      }
      if isBest { epochStates[lane].takeAsBest(selection) }
      epochStates[lane].noteEvaluation()
      var ending: RunStatus? = stops ? .stoppedEarly : nil
      if epochStates[lane].epochsLeft == 0 { ending = .completed }
      for loss in losses where !numbers[loss * lanes + lane].isFinite { ending = .diverged }
      if let ending {
        epochs[lane] = epoch
        ends.append(
          LaneEnd(
            lane: lane, ending: ending, scores: curveScores(scores, ofLane: lane),
            epochState: epochState, memory: memory))
      }
    }
    return ends
  }

  /// Shows the scores of a network to its schedule and its rules for stopping: see `LaneState.watch`.
  private mutating func watch(
    _ scores: [Double], _ lane: Int, epoch: Int, isBetter: Bool, _ norms: [Double]
  ) -> (isBest: Bool, stops: Bool) {
    let row = CurveRow(
      epoch: epoch, scores: scores, learningRate: epoch == 0 ? nil : rates[lane],
      gradientNorm: epoch == 0 || norms.isEmpty ? nil : norms[lane])
    return laneStates[lane]?.watch(row, isBetter: isBetter) { trainer.network(ofLane: lane) }
      ?? (isBetter, false)
  }

  /// The scores of the curve of one network among those of all.
  private func curveScores(_ scores: [Double], ofLane lane: Int) -> [Double] {
    stride(from: lane, to: scores.count, by: laneStates.count).map { scores[$0] }
  }

  /// Evaluates all networks as they stand on what the curve shows: for each quantity the score of the
  /// rows to learn, and then that of validation.
  ///
  /// The rows to learn come last: for a full batch that is the next epoch's forward pass.
  ///
  /// - Returns: whether it was not given up.
  private mutating func evaluateCurve(_ isCancelled: () -> Bool) -> Bool {
    let lanes = laneStates.count
    let stride = validation == nil ? lanes : 2 * lanes
    let isValidated = validation?.evaluate(
      &trainer, into: &scores, from: lanes, stride: stride, isCancelled: isCancelled)
    return isValidated != false
      && learned.evaluate(
        &trainer, into: &scores, from: 0, stride: stride, isCancelled: isCancelled)
  }

  /// A run that ends as it was before its last evaluation, which a longer run might do without; nil
  /// where nobody asks for checkpoints.
  func checkpoint(_ end: LaneEnd) -> TrainingState<S>? {
    end.memory.map { memory in
      TrainingState(
        updateRule: trainer.state(ofLane: end.lane), epochState: end.epochState, memory: memory,
        rate: rates[end.lane], normSum: normSums[end.lane])
    }
  }

  /// What a run comes to.
  mutating func outcome(of state: LaneState<S>, _ end: LaneEnd) -> LaneOutcome<S> {
    let (configuration, epochState) = (state.configuration, epochStates[end.lane])
    // A run whose first scores are not finite has no best epoch but its only one.
    let bestEpoch = epochState.bestEpoch ?? epochState.epoch
    let restoresBest =
      configuration.earlyStopping?.restoresBest == true && end.ending != .diverged
    let last = trainer.network(ofLane: end.lane)
    let network = restoresBest ? state.memory.bestNetwork ?? last : last
    var scores = restoresBest ? state.memory.bestRow?.scores ?? end.scores : end.scores
    let lanes = laneStates.count
    if let scoreCount = test?.scoreCount {
      trainer.setNetwork(network, ofLane: end.lane)
      var tested = Array(repeating: 0.0, count: scoreCount * lanes)
      _ = test?.evaluate(
        &trainer, into: &tested, from: 0, stride: lanes, isCancelled: { false })
      scores += stride(from: end.lane, to: tested.count, by: lanes).map { tested[$0] }
    }
    let isLogged = bestEpoch == epochState.epoch || configuration.isLogged(epoch: bestEpoch)
    return LaneOutcome(
      status: end.ending, epochsRun: epochState.epoch, bestEpoch: bestEpoch,
      bestRow: isLogged ? nil : state.memory.bestRow, scores: scores, network: network,
      initial: state.initial, best: state.memory.bestNetwork)
  }
}
