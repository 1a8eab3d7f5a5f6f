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
  let keepsPauses: Bool
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
  var seats: [Seat<S>?]
  /// How far they have come.
  var standings: [Standing]
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
    like common: RunConfiguration, in form: TrainingForm, threads: Int, keepsPauses: Bool = false,
    on data: PreparedData, _ library: SampleLibrary, _ engine: Engine
  ) {
    self.keepsPauses = keepsPauses
    batchSize = common.batchSize
    shuffles = common.shuffle
    recordsNorms = common.recordsGradientNorm
    let lanes = engine.lanes(of: form, S.self)
    let rowCount = data.train.rows
    let rowsAtOnce = common.evaluatedRows(rows: rowCount, lanes: lanes)
    func part(_ name: Score.Part, _ data: DataPart) -> EvaluatedPart<S> {
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
      engine, Architecture(common), Descent(common).formula, form: form,
      classWeights: common.classWeights.map {
        $0.weights(
          counts: data.train.classCounts(task: common.task) ?? [],
          classes: max(2, common.outputs))
      } ?? [], recordsNorms: recordsNorms,
      rowCapacity: common.rowCapacity(rows: rowCount, lanes: lanes), threads: threads)
    seats = Array(repeating: nil, count: lanes)
    standings = Array(repeating: .vacant, count: lanes)
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
  ///   - pause: is given runs as they were before their last evaluation, where the group keeps that.
  ///   - finish: is given what a run comes to; nil where it was cancelled.
  mutating func train(
    next: () -> Seat<S>?, isCancelled: () -> Bool, isRecordDue: () -> Bool,
    record: (CurveRows, _ lane: Int, _ run: Int) -> Bool,
    pause: (Int, Pause<S>) -> Void, finish: (Int, Ended<S>?) -> Void
  ) {
    while true {
      fillSeats(next)
      if standings.allSatisfy(\.isVacant) { return }
      guard let ended = evaluateDueRuns(isCancelled: isCancelled) else { break }
      if !ended.isEmpty || rows.isFull || isRecordDue() { handOutRows(record) }
      for end in ended {
        guard let seat = seats[end.lane] else { continue }
        if let kept = self.pause(end) { pause(seat.run, kept) }
        finish(seat.run, outcome(of: seat, end))
        leave(end.lane)
      }
      if isCancelled() { break }
      guard !ended.isEmpty || trainForAMoment(isCancelled: isCancelled, { $0.epochsUntilDue })
      else { break }
    }
    handOutRows(record)
    for seat in seats { if let seat { finish(seat.run, nil) } }
  }

  /// Trains runs, each for all its epochs, until there are no more, and evaluates none.
  mutating func trainUnobserved(next: () -> Seat<S>?) {
    while true {
      fillSeats(next)
      if standings.allSatisfy(\.isVacant) { return }
      _ = trainForAMoment(isCancelled: { false }, { $0.epochsLeft })
      for lane in standings.indices where standings[lane].epochsLeft == 0 { leave(lane) }
    }
  }

  /// Gives the free lanes to the next runs.
  private mutating func fillSeats(_ next: () -> Seat<S>?) {
    guard hasMore, hasVacancies else { return }
    hasVacancies = false
    for lane in standings.indices where standings[lane].isVacant {
      guard let seat = next() else {
        hasMore = false
        return
      }
      let (configuration, seed) = (seat.configuration, UInt64(seat.configuration.seed))
      if let pause = seat.pause {
        trainer.resume(pause.descent, Descent(configuration), seed: seed, inLane: lane)
        standings[lane] = Standing(configuration, from: pause.standing)
        (rates[lane], normSums[lane]) = (pause.rate, pause.normSum)
      } else {
        trainer.begin(seat.initial, Descent(configuration), seed: seed, inLane: lane)
        standings[lane] = Standing(configuration)
        rates[lane] = seat.rate(epoch: 0, step: 0, of: stepsPerEpoch)
      }
      seats[lane] = seat
    }
  }

  /// Frees a lane.
  private mutating func leave(_ lane: Int) {
    seats[lane] = nil
    standings[lane] = .vacant
    hasVacancies = true
  }

  /// Hands out the rows of the curves, and forgets the runs that are not to go on.
  private mutating func handOutRows(_ record: (CurveRows, Int, Int) -> Bool) {
    for lane in seats.indices {
      if let seat = seats[lane], !record(rows, lane, seat.run) { leave(lane) }
    }
    rows.removeAll()
  }
}

/// What a run comes to.
struct Ended<S: EngineScalar> {
  /// How it ended.
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
