internal import Datasets
internal import Engine
internal import Experiments
internal import Files
internal import RunRecords
internal import Running
internal import Scheduling
internal import Training

/// The training of pieces of a plan, each run recorded as it goes.
struct TrainingWork: Sendable {
  /// What became of one run.
  struct Result: Sendable {
    /// What the batch knows of it.
    let record: RunRecord
    /// What the program is to exit with because of it.
    let status: ExitStatus

    /// A run that has finished, now or before.
    init(_ summary: RunSummary, isCached: Bool) {
      self.init(record: RunRecord(summary, isCached: isCached), status: .success)
    }

    /// A run of which a file could not be read or written.
    init(_ error: FileError) { self.init(.file(error)) }

    /// A run that could not be recorded.
    init(_ error: RunWriteError) {
      self.init(
        record: RunRecord(failure: error.description),
        status: error.isOutside ? .ioError : .runFailed)
    }

    /// A record, and what the program is to exit with because of it.
    init(record: RunRecord, status: ExitStatus) {
      self.record = record
      self.status = status
    }

    /// A run that was stopped because everything was to stop.
    static let interrupted = Result(record: .interrupted, status: .success)

    /// A run that took longer than it may.
    static func timedOut(_ limit: TimeLimit) -> Result {
      Result(
        record: RunRecord(timedOut: "longer than --time-limit \(limit.text)"), status: .runFailed)
    }
  }

  /// The runs of the plan.
  let runs: [RunPlan.Run]
  /// Where the results go.
  let store: RunStore
  /// The data of every run, as it is given it.
  let data: [DataSelection: PreparedData]
  /// The folder that paths of data count from; nil where there are none.
  let dataRoot: String?
  /// What runs are computed with.
  let engine: Engine
  /// What trains them.
  let trainer: RunTrainer
  /// How long a run may take; nil for any time.
  let timeLimit: TimeLimit?
  /// The rung of successive halving that the runs belong to, if they do.
  let rung: RungWork?
  /// Stops runs at their next batch.
  let cancellation: Cancellation

  /// Trains the runs of a piece and writes their folders.
  ///
  /// All of them begin together, so one clock tells which of them take too long.
  ///
  /// - Parameters:
  ///   - advance: is given the last row known of a run in training.
  ///   - finish: is given what became of each run.
  func train(
    _ piece: TrainingPiece, worker: Int, advance: (_ run: Int, CurveRow) -> Void,
    finish: (_ run: Int, Result) -> Void
  ) {
    let configurations = piece.runs.map { runs[$0].configuration }
    guard let data = data[configurations[0].dataSelection] else {
      preconditionFailure("the data of every run has been prepared")
    }
    if let obstacle = obstacle(to: piece, of: configurations) {
      for run in piece.runs {
        finish(run, Result(record: RunRecord(failure: obstacle), status: .runFailed))
      }
      return
    }
    let circumstances = Circumstances(engine: engine, worker: worker, dataRoot: dataRoot)
    var pauses: [Int: PausedRun] = [:]
    let recordings = piece.runs.enumerated().map { place, index in
      let run = runs[index]
      guard let beginning = rung?.beginnings[run.id],
        let rows = store.rows(
          of: beginning.shorter, before: beginning.pause.epoch, for: run.configuration)
      else { return RunRecording(run, in: store) }
      pauses[place] = beginning.pause
      return RunRecording(run, after: rows, in: store)
    }
    let keep: ((Int, PausedRun) -> Void)? = rung?.keeper.map { keeper in
      { place, pause in keeper.keep(pause, of: runs[piece.runs[place]].id) }
    }
    if takesLong(configurations[0]) { for recording in recordings { recording.begin() } }
    var pace = RecordPace(clock: { Machine.elapsed })
    let overtime = Cancellation()
    let countdown = timeLimit.map { Countdown($0) { overtime.cancel() } }
    defer { countdown?.end() }
    withoutActuallyEscaping(advance) { advance in
      withoutActuallyEscaping(finish) { finish in
        trainer.train(
          configurations, from: pauses, in: piece.form, threads: piece.threads, on: data,
          observer: RunTrainer.Observer(
            isCancelled: { cancellation.isCancelled || overtime.isCancelled },
            isRecordDue: { pace.isDue() },
            record: { rows, lane, run in
              recordings[run].append(rows, lane: lane)
              if let row = rows.last(lane: lane) { advance(piece.runs[run], row) }
              return recordings[run].failure == nil
            },
            pause: keep,
            finish: { run, outcome in
              finish(
                piece.runs[run],
                recordings[run].finish(
                  outcome, circumstances.json, stopped: stopped(isLate: overtime.isCancelled)))
            }))
        for (run, recording) in zip(piece.runs, recordings) {
          if let failure = recording.failure { finish(run, failure) }
        }
      }
    }
  }

  /// What becomes of a run that is stopped.
  private func stopped(isLate: Bool) -> Result {
    guard isLate, let timeLimit else { return .interrupted }
    return .timedOut(timeLimit)
  }

  /// Why the runs of a piece, which have these configurations, cannot be trained; nil where they can.
  private func obstacle(
    to piece: TrainingPiece, of configurations: [RunConfiguration]
  ) -> String? {
    for configuration in configurations {
      if case .file(let path, _) = configuration.initialization,
        !trainer.canBegin(configuration)
      {
        return "\(path) has changed since the plan was made"
      }
    }
    return memoryNeed(of: [piece], atOnce: 1).shortage
  }

  /// Whether runs may take more than a moment, so that their folders are worth a look meanwhile.
  private func takesLong(_ configuration: RunConfiguration) -> Bool {
    let products = Double(configuration.rows.train) * Double(configuration.parameterCount)
    return Double(configuration.stopAt) * products > 1e8
  }

  /// How much memory runs take that are kept for the next rung.
  private func keptMemory(of pieces: [TrainingPiece]) -> Int {
    guard let keeper = rung?.keeper else { return 0 }
    let needs = pieces.map {
      $0.runs.count * PausedRun.memoryEstimate(runs[$0.runs[0]].configuration)
    }
    return min(keeper.capacity, needs.reduce(0, +))
  }

  /// How much memory the largest of some pieces take while so many are trained, which share the data.
  func memoryNeed(of pieces: [TrainingPiece], atOnce: Int) -> MemoryNeed {
    let needs = pieces.map { piece in
      let configuration = runs[piece.runs[0]].configuration
      return (
        piece: piece.memoryEstimate(configuration), data: configuration.dataMemoryEstimate
      )
    }
    let largest = needs.map(\.piece).max() ?? 0
    return MemoryNeed(
      needed: largest * min(atOnce, pieces.count) + (needs.map(\.data).max() ?? 0)
        + keptMemory(of: pieces),
      available: Machine.memory)
  }
}
