internal import Datasets
internal import Engine
internal import Experiments
internal import RunRecords
internal import Vocabulary

/// Runs of one kind in training side by side, each in a lane; as one ends, the next takes its place.
struct TrainingGroup<S: EngineScalar>: ~Copyable {
  /// How many rows make one step.
  let batchSize: RunConfiguration.BatchSize
  /// Whether each epoch takes the rows in a new order.
  let shuffles: Bool
  /// Whether curves have the norms of gradients.
  let recordsNorms: Bool
  /// Whether somebody asks for runs as they were before their last evaluation.
  let keepsCheckpoints: Bool
  /// The rows to learn.
  var learned: EvaluatedPart<S>
  /// The rows of validation, if any.
  var validation: EvaluatedPart<S>?
  /// The rows of the test, if any.
  var test: EvaluatedPart<S>?
  /// How many steps an epoch has.
  let stepsPerEpoch: Int
  /// The most epochs at once: some hundredths of a second, so that a wish to stop is soon noticed.
  let epochLimit: Int
  /// The networks.
  var trainer: Trainer<S>
  /// The runs in the lanes.
  var laneStates: [LaneState<S>?]
  /// How far they have come.
  var epochStates: [EpochState]
  /// Whether there may be runs that have no lane yet, and lanes for them.
  private var (hasMore, hasVacancies) = (true, true)
  /// The learning rate of each lane's last step, or of all its steps.
  var rates: [Double]
  /// The scores of the networks when they were last evaluated, `[curveScores × lanes]`.
  var scores: [Double]
  /// Where the losses are among them.
  let losses: [Int]
  /// The epochs of the row that is added to the curves; negative where a run has no such row.
  var rowEpochs: [Int]
  /// The rows of the curves that have not been handed out.
  var rows: CurveRows
  /// The norms of the gradients of the last epoch, added up, for each lane.
  var normSums: [Double]
  /// The rows of the next epoch in each lane's order, `[lanes × rows]`; empty for full batches.
  var orders: [Int] = []

  /// Prepares the training of runs like one.
  init(
    like common: RunConfiguration, in form: TrainingForm, threads: Int,
    keepsCheckpoints: Bool = false,
    on data: PreparedData, _ library: SampleLibrary, _ engine: Engine
  ) {
    self.keepsCheckpoints = keepsCheckpoints
    batchSize = common.batchSize
    shuffles = common.shuffle
    recordsNorms = common.recordsGradientNorm
    let lanes = engine.lanes(of: form, S.self)
    let rowCount = data.train.rows
    let rowsAtOnce = common.evaluatedRows(rows: rowCount, lanes: lanes)
    func part(_ name: Score.Part, _ data: DataSubset) -> EvaluatedPart<S> {
      EvaluatedPart(name, data, for: common, lanes: lanes, rowsAtOnce: rowsAtOnce, library)
    }
    learned = part(.train, data.train)
    validation = if let rows = data.validation { part(.validation, rows) } else { nil }
    test = if let rows = data.test { part(.test, rows) } else { nil }
    stepsPerEpoch =
      switch batchSize {
      case .full: 1
      case .rows(let size): (rowCount + size - 1) / size
      }
    epochLimit = max(1, 10_000_000 / (rowCount * common.parameterCount * lanes))
    trainer = Trainer(
      engine, Architecture(common), UpdateRule(common).formula, form: form,
      classWeights: common.classWeights.map {
        $0.weights(
          counts: data.train.classCounts(task: common.task) ?? [],
          classes: max(2, common.outputs))
      } ?? [], recordsNorms: recordsNorms,
      rowCapacity: common.rowCapacity(rows: rowCount, lanes: lanes), threads: threads)
    laneStates = Array(repeating: nil, count: lanes)
    epochStates = Array(repeating: .vacant, count: lanes)
    rates = Array(repeating: 0, count: lanes)
    rowEpochs = Array(repeating: -1, count: lanes)
    let curveScores = common.curveScores
    losses = curveScores.indices.filter { curveScores[$0].quantity == .loss }
    scores = Array(repeating: 0, count: curveScores.count * lanes)
    rows = CurveRows(
      scoreCount: curveScores.count, lanes: lanes,
      hasGradientNorms: recordsNorms)
    normSums = Array(repeating: 0, count: lanes)
  }

  /// Trains runs until there are no more.
  ///
  /// - Parameters:
  ///   - next: gives the next run, or nil.
  ///   - isCancelled, isRecordDue, record: as `RunTrainer.Observer` has them.
  ///   - checkpoint: is given runs as they were before their last evaluation, where the group keeps that.
  ///   - finish: is given what a run comes to; nil where it was cancelled.
  mutating func train(
    next: () -> LaneState<S>?, isCancelled: () -> Bool, isRecordDue: () -> Bool,
    record: (CurveRows, _ lane: Int, _ run: Int) -> Bool,
    checkpoint: (Int, TrainingState<S>) -> Void, finish: (Int, LaneOutcome<S>?) -> Void
  ) {
    while true {
      fillLanes(next)
      if epochStates.allSatisfy(\.isVacant) { return }
      guard let ends = evaluateDueRuns(isCancelled: isCancelled) else { break }
      if !ends.isEmpty || rows.isFull || isRecordDue() { handOutRows(record) }
      for end in ends {
        guard let state = laneStates[end.lane] else { continue }
        if let kept = self.checkpoint(end) { checkpoint(state.run, kept) }
        finish(state.run, outcome(of: state, end))
        leave(end.lane)
      }
      if isCancelled() { break }
      guard !ends.isEmpty || trainForAMoment(isCancelled: isCancelled, { $0.epochsUntilDue })
      else { break }
    }
    handOutRows(record)
    for state in laneStates { if let state { finish(state.run, nil) } }
  }

  /// Trains runs, each for all its epochs, until there are no more, and evaluates none.
  mutating func trainUnobserved(next: () -> LaneState<S>?) {
    while true {
      fillLanes(next)
      if epochStates.allSatisfy(\.isVacant) { return }
      _ = trainForAMoment(isCancelled: { false }, { $0.epochsLeft })
      for lane in epochStates.indices where epochStates[lane].epochsLeft == 0 { leave(lane) }
    }
  }

  /// Gives the free lanes to the next runs.
  private mutating func fillLanes(_ next: () -> LaneState<S>?) {
    guard hasMore, hasVacancies else { return }
    hasVacancies = false
    for lane in epochStates.indices where epochStates[lane].isVacant {
      guard let state = next() else {
        hasMore = false
        return
      }
      let (configuration, seed) = (state.configuration, UInt64(state.configuration.seed))
      if let checkpoint = state.checkpoint {
        trainer.resume(checkpoint.updateRule, UpdateRule(configuration), seed: seed, inLane: lane)
        epochStates[lane] = EpochState(configuration, from: checkpoint.epochState)
        (rates[lane], normSums[lane]) = (checkpoint.rate, checkpoint.normSum)
      } else {
        trainer.begin(state.initial, UpdateRule(configuration), seed: seed, inLane: lane)
        epochStates[lane] = EpochState(configuration)
        rates[lane] = state.rate(epoch: 0, step: 0, of: stepsPerEpoch)
      }
      laneStates[lane] = state
    }
  }

  /// Frees a lane.
  private mutating func leave(_ lane: Int) {
    laneStates[lane] = nil
    epochStates[lane] = .vacant
    hasVacancies = true
  }

  /// Hands out the rows of the curves, and forgets the runs that are not to go on.
  private mutating func handOutRows(_ record: (CurveRows, Int, Int) -> Bool) {
    for lane in laneStates.indices {
      if let state = laneStates[lane], !record(rows, lane, state.run) { leave(lane) }
    }
    rows.removeAll()
  }
}

/// What a run comes to.
struct LaneOutcome<S: EngineScalar> {
  /// How it ends.
  let status: RunStatus
  /// For how many epochs the network was trained.
  let epochsRun: Int
  /// The best epoch.
  let bestEpoch: Int
  /// The row of the best epoch, where the curve has it not.
  let bestRow: CurveRow?
  /// The scores of the saved network, in the order of `RunConfiguration.scores`.
  let scores: [Double]
  /// The saved network.
  let network: Network<S>
  /// The network before training.
  let initial: Network<S>
  /// The network of the best epoch; nil where it was not kept.
  let best: Network<S>?
}
