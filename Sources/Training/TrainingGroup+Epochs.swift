internal import Engine
internal import Experiments
internal import Vocabulary

extension TrainingGroup {
  /// Trains all networks for as many epochs as the first of them has to go, or for a moment.
  ///
  /// - Parameters:
  ///   - isCancelled: asked before each batch but the first whether to give up.
  ///   - epochsToGo: how many epochs a run may be trained without a look at it.
  /// - Returns: whether all epochs were trained to their ends; the networks are of no use where they
  ///   were not.
  mutating func trainForAMoment(isCancelled: () -> Bool, _ epochsToGo: (EpochState) -> Int) -> Bool
  {
    let (epochs, isConstant) = stretch(epochsToGo)
    if batchSize == .full, isConstant, !recordsNorms {
      trainFullBatch(steps: epochs)
      advance(by: epochs)
      return true
    }
    for _ in 0..<epochs {
      if recordsNorms { _ = trainer.takeNormSums() }
      switch batchSize {
      case .full:
        setRates(step: 0, of: 1)
        trainFullBatch(steps: 1)
      case .rows(let size):
        guard trainBatches(of: size, isCancelled) else { return false }
      }
      advance(by: 1)
    }
    if recordsNorms { normSums = trainer.takeNormSums() }
    return true
  }

  /// For how many epochs all networks can be trained without a look at them, and whether the rate of
  /// each stays the same.
  private func stretch(_ epochsToGo: (EpochState) -> Int) -> (epochs: Int, isConstant: Bool) {
    var epochs = epochLimit
    var isConstant = true
    let epochStates = epochStates.span
    for lane in epochStates.indices {
      epochs = min(epochs, epochsToGo(epochStates[lane]))
      isConstant = isConstant && epochStates[lane].isRateConstant
    }
    return (epochs, isConstant)
  }

  /// Counts epochs of training in all lanes.
  private mutating func advance(by epochs: Int) {
    var epochStates = epochStates.mutableSpan
    for lane in epochStates.indices { epochStates[lane].advance(by: epochs) }
  }

  /// Makes steps on all rows, each of the same rate.
  private mutating func trainFullBatch(steps: Int) {
    let samples = learned.samples
    trainer.take(samples, rows: 0..<samples.count)
    let rates = rates
    trainer.train(steps: steps, learningRates: rates.span)
  }

  /// Goes through the rows once, batch by batch, each network in its own order.
  ///
  /// - Returns: whether it got to the end.
  @specialized(where S == Float)
  @specialized(where S == Double)
  private mutating func trainBatches(of size: Int, _ isCancelled: () -> Bool) -> Bool {
    let samples = learned.samples
    let count = samples.count
    let steps = stepsPerEpoch
    if shuffles { drawOrders(rows: count) }
    var indices: [Int] = []
    for step in 0..<steps {
      if step > 0, isCancelled() { return false }
      let batch = step * size..<min((step + 1) * size, count)
      if shuffles {
        indices.removeAll(keepingCapacity: true)
        for lane in laneStates.indices {
          indices += orders[lane * count + batch.lowerBound..<lane * count + batch.upperBound]
        }
        trainer.take(samples, indices: indices.span)
      } else {
        trainer.take(samples, rows: batch)
      }
      setRates(step: step, of: steps)
      let rates = rates
      trainer.train(steps: 1, learningRates: rates.span)
    }
    return true
  }

  /// Draws the order of the rows in the epoch that comes next, for each lane; where there is no run
  /// any order will do.
  private mutating func drawOrders(rows: Int) {
    orders.removeAll(keepingCapacity: true)
    for lane in laneStates.indices {
      let order = laneStates[lane]?.order(epoch: epochStates[lane].epoch, rows: rows)
      orders += order ?? Array(0..<rows)
    }
  }

  /// Sets the rates at a step of the epoch that comes next, where they are not always the same.
  private mutating func setRates(step: Int, of steps: Int) {
    for lane in epochStates.indices where !epochStates[lane].isRateConstant {
      let epoch = epochStates[lane].epoch
      rates[lane] = laneStates[lane]?.rate(epoch: epoch, step: step, of: steps) ?? 0
    }
  }
}
