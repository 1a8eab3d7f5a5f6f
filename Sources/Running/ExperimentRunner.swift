public import Experiments
public import Files
public import RunRecords
internal import Synchronization
internal import SystemPackage

/// Runs an experiment: asks its strategy which runs come next, has its launcher train those that have not
/// finished, and writes the experiment's files.
///
/// It prints nothing: what happens is told as events.
public struct ExperimentRunner: Sendable {
  /// What is run.
  private let plan: RunPlan
  /// Says which runs come next.
  private let strategy: any SearchStrategy
  /// Trains them.
  private let launcher: any Launcher
  /// Where the results go.
  private let store: RunStore
  /// The content of the experiment's `spec.yaml`, which is of the whole plan also where this is a part.
  private let spec: [UInt8]
  /// The files that are made of the records in the end.
  private let files: [ResultFile]
  private let options: Options
  private let context: RunContext
  /// Stops everything at the next batch of rows.
  private let cancellation: Cancellation
  /// Within it, stops this experiment alone because it takes too long, or too many runs have failed.
  private let overtime: Cancellation

  /// How to go about it.
  public struct Options: Sendable {
    /// How many workers look for runs that have finished.
    public let jobs: Int
    /// Whether runs that have finished are trained again.
    public let isForced: Bool
    /// What stops runs.
    public let limits: RunLimits
    /// The instruction set that runs are trained with, for the record.
    public let instructionSet: String
    /// The folder that paths of data count from, for the record; nil where there are none.
    public let dataRoot: String?

    /// Creates options.
    public init(
      jobs: Int, isForced: Bool, limits: RunLimits, instructionSet: String, dataRoot: String?
    ) {
      self.jobs = jobs
      self.isForced = isForced
      self.limits = limits
      self.instructionSet = instructionSet
      self.dataRoot = dataRoot
    }
  }

  /// A runner of a plan, or of a part of one.
  ///
  /// - Parameters:
  ///   - spec: the resolved spec of the whole plan.
  ///   - cancellation: stops everything at the next batch of rows.
  public init(
    _ plan: RunPlan, strategy: any SearchStrategy, launcher: any Launcher, store: RunStore,
    spec: String, files: [ResultFile], options: Options, context: RunContext,
    cancellation: Cancellation
  ) {
    self.plan = plan
    self.strategy = strategy
    self.launcher = launcher
    self.store = store
    self.spec = Array(spec.utf8)
    self.files = files
    self.options = options
    self.context = context
    self.cancellation = cancellation
    overtime = Cancellation(within: cancellation)
  }

  /// Does everything, and returns when it has ended.
  ///
  /// - Parameter report: is given what happens, one thing at a time, on any thread.
  public func run(_ report: @escaping @Sendable (RunEvent) -> Void) {
    let events = EventSequence(report)
    let stopClock = options.limits.total.map { limit in
      context.timer(limit.duration, false) { [overtime] in overtime.cancel() }
    }
    defer { stopClock?() }
    let start = Moment(context)
    let kept = KeptPlan(spec: spec, in: store)
    let claims = Claims(in: store.folder, context: context)
    let endClaims: RunContext.Stop
    do throws(FileError) {
      guard let stop = try begin(kept, claims, events) else {
        return events.send(.ended(unbegun()))
      }
      endClaims = stop
    } catch {
      return refuse(error, since: start, events)
    }
    defer { endClaims() }
    let (plan, records) = strategy.followed { round in train(round, claims, events) }
    let result = ExperimentResult(plan, records, earlyEnd: earlyEnd)
    let provenance = provenance(since: start)
    let errors = write(result, of: kept, provenance, events)
    events.send(
      .ended(
        ExperimentEnd(
          result, expectations(of: result, events), provenance: provenance,
          missingFiles: Set(errors.keys))))
  }

  /// The end of an experiment that did not begin: all its runs count as interrupted.
  ///
  /// - Parameter obstacle: what kept it from beginning; nil where it was a signal.
  public func unbegun(obstacle: FileError? = nil) -> ExperimentEnd {
    let result = ExperimentResult(
      plan, plan.runs.map { _ in .interrupted }, earlyEnd: obstacle == nil ? earlyEnd : nil)
    return ExperimentEnd(result, result.expectationResults { _, _ in nil }, obstacle: obstacle)
  }

  /// Makes ready to write.
  ///
  /// - Returns: ends the claims; nil where something asked to stop meanwhile.
  private func begin(
    _ kept: KeptPlan, _ claims: Claims, _ events: EventSequence
  ) throws(FileError) -> RunContext.Stop? {
    let lock = try store.locked(
      context, unless: { overtime.isCancelled }, wait: { events.send(.waiting(runs: 0)) })
    guard let lock else { return nil }
    Claims.removeAbandoned(in: store.folder, context: context)
    let stop = try claims.begin()
    do throws(FileError) {
      try store.begin(kept, spec: spec)
      lazy var ids = plan.ids
      try store.removeAttempts { ids.contains($0) }
    } catch {
      events.send(.fileFailed(error))
    }
    lock.release()
    return stop
  }

  /// Ends where nothing can be written: well, if all that would be is there.
  private func refuse(_ error: FileError, since start: Moment, _ events: EventSequence) {
    let isReadOnly = [.readOnlyFileSystem, .permissionDenied, .notPermitted].contains(error.reason)
    if isReadOnly, !options.isForced {
      let result = store.result(of: plan, jobs: options.jobs)
      let holds = try? store.holds(result, spec: spec, files)
      if result.counts.cached == result.counts.total, holds == true {
        let round = SearchRound(result.plan)
        events.send(.planned(round, firstEpochs: result.plan.runs.map { _ in 0 }))
        for (run, record) in result.records.enumerated() { events.send(.cached(run, record)) }
        events.send(.roundEnded)
        return events.send(
          .ended(
            ExperimentEnd(
              result, expectations(of: result, events), provenance: provenance(since: start))))
      }
    }
    events.send(.obstructed(error))
    events.send(.ended(unbegun(obstacle: error)))
  }

  /// Finds the runs of a round that have finished, and has the others trained.
  ///
  /// - Returns: what became of each run.
  private func train(
    _ round: SearchRound, _ claims: Claims, _ events: EventSequence
  ) -> [RunRecord] {
    let runs = round.plan.runs
    let found =
      options.isForced
      ? runs.map { _ in nil }
      : store.known(runs, jobs: options.jobs) { events.send(.fileFailed($0)) }
    let records = RoundRecords(found)
    events.send(.planned(round, firstEpochs: launcher.firstEpochs(of: round)))
    for (run, record) in records.known { note(.cached(run, record), records, events) }
    var pending = records.missing
    while !pending.isEmpty, !overtime.isCancelled {
      let order = LaunchOrder(
        round, pending: pending, store: store, claims: claims, isForced: options.isForced,
        timeLimit: options.limits.run, cancellation: overtime)
      launcher.launch(order) { note($0, records, events) }
      let held = records.takeHeld()
      guard !held.isEmpty else { break }
      pending = wait(for: held, in: runs, claims, records, events)
    }
    events.send(.roundEnded)
    return records.all
  }

  /// Waits until a run that others train has finished, or is free.
  ///
  /// - Parameter held: the runs that other processes train, by their indices.
  /// - Returns: those that have not finished.
  private func wait(
    for held: [Int], in runs: [RunPlan.Run], _ claims: Claims, _ records: RoundRecords,
    _ events: EventSequence
  ) -> [Int] {
    events.send(.waiting(runs: held.count))
    var left = held
    while !overtime.isCancelled {
      context.pause(.milliseconds(50))
      left.removeAll { index in
        guard !options.isForced, store.folder(of: runs[index].id).exists,
          let record = store.known(runs[index])
        else { return false }
        note(.cached(index, record), records, events)
        return true
      }
      if left.isEmpty || left.contains(where: { claims.areFree(runs[$0].id) }) { break }
    }
    return left
  }

  /// Takes note of an event, and passes it on.
  private func note(_ event: RunEvent, _ records: RoundRecords, _ events: EventSequence) {
    switch event {
    case .cached(let run, let record), .finished(let run, let record):
      records.set(run, record)
      if let failures = options.limits.failures {
        failures.note(record, plan.experiment.onDivergence)
        // Too many failures of one experiment end those that come after it, too.
        if failures.isReached { cancellation.cancel() }
      }
    case .held(let run): records.hold(run)
    case .planned, .memoryShort, .started, .advanced, .roundEnded, .waiting, .fileFailed,
      .obstructed, .ended:
      break
    }
    events.send(event)
  }

  /// Why runs are stopped or not begun; nil where nothing says that they are.
  private var earlyEnd: EarlyEnd? {
    let limits = options.limits
    if let failures = limits.failures, failures.isReached {
      return .failures(option: failures.option)
    }
    if cancellation.isCancelled { return .signal }
    guard overtime.isCancelled, let limit = limits.total else { return nil }
    return .timeLimit(option: limit.option)
  }

  /// Writes the files of the experiment; what could not be written is told.
  private func write(
    _ result: ExperimentResult, of kept: KeptPlan, _ provenance: Provenance,
    _ events: EventSequence
  ) -> [String: FileError] {
    var errors: [String: FileError] = [:]
    do throws(FileError) {
      let lock = try lastLock(events)
      errors = store.write(result, of: kept, files, provenance, context)
      // Nothing is in training here any more; others may have been killed.
      Claims.removeAbandoned(in: store.folder, context: context)
      lock.release()
    } catch {
      for file in files { errors[file.name] = error }
    }
    for error in Set(errors.values).sorted(by: { $0.description < $1.description }) {
      events.send(.fileFailed(error))
    }
    return errors
  }

  /// The lock under which the files of the experiment are written, also after something asked to stop; but
  /// then another process that keeps it for seconds is not waited for.
  private func lastLock(_ events: EventSequence) throws(FileError) -> FolderLock {
    var lateAttempts = 0
    let lock = try store.locked(
      context,
      unless: {
        lateAttempts += overtime.isCancelled ? 1 : 0
        return lateAttempts > Self.lateAttempts
      }, wait: { events.send(.waiting(runs: 0)) })
    guard let lock else {
      throw FolderLock.isHeldByOthers(store.folder)
    }
    return lock
  }

  /// How often the lock is tried after something asked to stop: for 5 s.
  private static let lateAttempts = 100

  /// Compares the results with what the spec expects of them.
  private func expectations(
    of result: ExperimentResult, _ events: EventSequence
  ) -> [ExpectationResult] {
    result.expectationResults { run, epoch in
      do throws(FileError) {
        return try store.scores(of: result.plan.runs[run], atEpoch: epoch)
      } catch {
        events.send(.fileFailed(error))
        return nil
      }
    }
  }

  /// When, where and how it was done, which is over now.
  private func provenance(since start: Moment) -> Provenance {
    var provenance = Provenance()
    provenance.started = start.time
    provenance.finished = context.time()
    provenance.seconds = start.seconds(context)
    provenance.host = context.host
    provenance.instructionSet = options.instructionSet
    provenance.jobs = options.jobs
    provenance.version = context.version
    provenance.arguments = context.arguments
    provenance.dataRoot = options.dataRoot
    return provenance
  }
}

/// Passes events on one at a time.
private final class EventSequence: Sendable {
  private let isSending = Mutex(())
  private let report: @Sendable (RunEvent) -> Void

  init(_ report: @escaping @Sendable (RunEvent) -> Void) { self.report = report }

  func send(_ event: RunEvent) { isSending.withLock { _ in report(event) } }
}

/// What has become of the runs of a round.
private final class RoundRecords: Sendable {
  private let state: Mutex<(records: [RunRecord?], held: [Int])>

  init(_ records: [RunRecord?]) { state = Mutex((records, [])) }

  /// The runs that are known, with what became of them.
  var known: [(Int, RunRecord)] {
    state.withLock { state in
      state.records.enumerated().compactMap { run, record in record.map { (run, $0) } }
    }
  }

  /// The runs that nothing is known of.
  var missing: [Int] {
    state.withLock { state in state.records.indices.filter { state.records[$0] == nil } }
  }

  /// What became of each run; interrupted where nothing is known.
  var all: [RunRecord] { state.withLock { $0.records.map { $0 ?? .interrupted } } }

  func set(_ run: Int, _ record: RunRecord) { state.withLock { $0.records[run] = record } }

  /// Notes that another process trains a run.
  func hold(_ run: Int) { state.withLock { $0.held.append(run) } }

  /// The runs that others train, ascending; they are noted no more.
  func takeHeld() -> [Int] {
    state.withLock { state in
      defer { state.held.removeAll() }
      return state.held.sorted()
    }
  }
}
