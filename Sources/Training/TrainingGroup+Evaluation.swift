internal import Engine
internal import Experiments
internal import RunRecords
internal import Vocabulary

extension TrainingGroup {
  /// Evaluates the networks where one is due, and adds a row to the curves.
  ///
  /// - Returns: the lanes whose runs end here, and how.
  mutating func evaluateDueSeats() -> [(lane: Int, Seat<S>.Ending)] {
    guard seats.contains(where: { $0?.isDue == true }) else { return [] }
    let scores = curveScores()
    let lanes = seats.count
    var epochs = Array(repeating: -1, count: lanes)
    let rates = seats.map { $0?.lastRate ?? 0 }
    let norms = common.recordsGradientNorm ? normSums.map { $0 / Double(stepsPerEpoch) } : []
    var ended: [(Int, Seat<S>.Ending)] = []
    for lane in 0..<lanes {
      guard var seat = seats[lane], seat.isDue else { continue }
      let row = CurveRow(
        epoch: seat.epoch, scores: (0..<rows.scoreCount).map { scores[$0 * lanes + lane] },
        learningRate: seat.epoch == 0 ? nil : rates[lane],
        gradientNorm: seat.epoch == 0 || norms.isEmpty ? nil : norms[lane])
      let ending = seat.observe(row) { trainer.network(ofLane: lane) }
      if let ending { ended.append((lane, ending)) }
      if ending != nil || seat.configuration.isLogged(epoch: seat.epoch) {
        epochs[lane] = seat.epoch
      }
      seats[lane] = seat
    }
    rows.append(epochs: epochs, scores: scores, learningRates: rates, gradientNorms: norms)
    return ended
  }

  /// The scores of all networks as they stand, `[curveScores × lanes]`.
  ///
  /// The rows to learn come last: for a full batch that is the next epoch's forward pass.
  private mutating func curveScores() -> [Double] {
    let lanes = seats.count
    let validation = parts.firstIndex { $0.name == .validation }.map { evaluate(part: $0) }
    let train = evaluate(part: 0)
    guard let validation else { return train }
    return stride(from: 0, to: train.count, by: lanes).flatMap {
      train[$0..<$0 + lanes] + validation[$0..<$0 + lanes]
    }
  }

  /// For each lane the loss of a part of the data, and then each metric, `[quantities × lanes]`.
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func evaluate(part index: Int) -> [Double] {
    let samples = parts[index].samples
    var sums = Array(repeating: 0.0, count: seats.count)
    let needsOutputs = !parts[index].tally.metrics.isEmpty
    if needsOutputs { parts[index].tally.reset() }
    var start = 0
    while start < samples.count {
      let end = min(start + trainer.rowCapacity, samples.count)
      trainer.take(samples, rows: start..<end)
      trainer.forward()
      if needsOutputs {
        trainer.withOutputsAndTargets { outputs, _ in parts[index].tally.add(outputs) }
      }
      var span = sums.mutableSpan
      trainer.addLosses(to: &span)
      start = end
    }
    var scores = sums.map { trainer.architecture.loss(ofSum: $0, rows: samples.count) }
    for metric in parts[index].tally.metrics {
      parts[index].tally.append(metric: metric, to: &scores)
    }
    return scores
  }

  /// What the run in a lane comes to.
  mutating func outcome(ofLane lane: Int, _ ending: Seat<S>.Ending) -> Ended<S> {
    guard let seat = seats[lane], let best = seat.best else {
      preconditionFailure("a run is evaluated before it ends")
    }
    let configuration = seat.configuration
    let restoresBest =
      configuration.earlyStopping?.restoresBest == true && ending != .diverged
    let last = trainer.network(ofLane: lane)
    let network = restoresBest ? best.network ?? last : last
    var scores = restoresBest ? best.row.scores : seat.lastScores
    if let test = parts.firstIndex(where: { $0.name == .test }) {
      trainer.setNetwork(network, ofLane: lane)
      let all = evaluate(part: test)
      scores += stride(from: lane, to: all.count, by: seats.count).map { all[$0] }
    }
    let isLogged = best.epoch == seat.epoch || configuration.isLogged(epoch: best.epoch)
    return Ended(
      status: ending.status, epochsRun: seat.epoch, bestEpoch: best.epoch,
      bestRow: isLogged ? nil : best.row, scores: scores, network: network,
      initial: seat.initial, best: best.network)
  }
}
