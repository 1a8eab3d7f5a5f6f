internal import Experiments
internal import RunRecords
internal import Running
internal import Vocabulary

/// How far an experiment is.
struct ProgressState {
  let plan: RunPlan
  /// How far the runs go, and what that costs.
  let model: ProgressModel
  /// The rung of successive halving that the runs belong to, if they do.
  private let rung: ProgressReporter.Rung?
  /// How runs are called, which is worked out when one is to be told of.
  private lazy var naming = RunNaming(plan)
  /// What has been counted of the runs that have ended.
  private(set) var counts = RunCounts()
  /// The best ranking score of the runs that completed.
  private(set) var bestScore: Double?
  /// Of runs in training, how far each is; of the only one also when it was stopped.
  private(set) var latest: [Int: CurveRow] = [:]
  /// How far the run is that was told of last.
  private(set) var lastEpoch = 0
  /// The work of the runs that have ended and were trained now.
  private(set) var finishedWork = 0.0
  /// The work of all runs that were not finished before, as far as is known.
  private(set) var totalWork: Double
  /// When the experiment began.
  private(set) var beginning = Duration.zero
  /// When anything was last shown.
  private var lastShown = Duration.zero
  /// Whether the bar stands on the terminal.
  var isDrawn = false
  /// A run that failed since the last line of the log, with the reason.
  var untoldFailure: String?
  /// Whether the last line has been told.
  var isEnded = false

  /// The state before anything has happened.
  init(_ plan: RunPlan, _ rung: ProgressReporter.Rung?, _ model: ProgressModel) {
    self.plan = plan
    self.rung = rung
    self.model = model
    totalWork = model.work
  }

  /// What the runs are called together: the experiment's name, and the rung where there is one.
  var title: String {
    let name = plan.title
    return rung.map { "\(name), rung \($0.number) of \($0.count)" } ?? name
  }

  /// A run as reports call it.
  mutating func label(_ run: Int) -> String { naming.label(run) }

  /// Notes the beginning.
  mutating func begin(at now: Duration) {
    beginning = now
    lastShown = now
  }

  /// Notes how far a run is.
  mutating func advance(_ run: Int, to row: CurveRow) {
    latest[run] = row
    lastEpoch = row.epoch
  }

  /// Notes what became of a run.
  mutating func finish(_ run: Int, _ record: RunRecord) {
    counts.add(record)
    if record.summary != nil || plan.runs.count > 1 { latest[run] = nil }
    if let summary = record.summary { lastEpoch = summary.epochsRun }
    let work = model.work(run)
    if record.isCached { totalWork -= work } else { finishedWork += work }
    guard record.status.isRanked, let score = record.summary?.score(plan.ranking.score),
      !score.isNaN
    else { return }
    switch plan.ranking.goal {
    case .minimize: bestScore = min(bestScore ?? score, score)
    case .maximize: bestScore = max(bestScore ?? score, score)
    }
  }

  /// Whether it is time to show something again; notes that it is shown if so.
  mutating func isDue(at now: Duration, every interval: Duration) -> Bool {
    guard now - lastShown >= interval else { return false }
    lastShown = now
    return true
  }

  /// Whether every run has ended.
  var isComplete: Bool { counts.total == plan.runs.count }

  /// How much of the work that is to be done now has been done, from 0 to 1.
  var share: Double {
    guard totalWork > 0 else { return 1 }
    let inTraining = latest.reduce(into: 0.0) { sum, entry in
      guard entry.value.epoch > 0 else { return }
      sum += model.work(entry.key, to: entry.value.epoch)
    }
    return min(1, max(0, (finishedWork + inTraining) / totalWork))
  }

  /// What a log begins with.
  var openingLine: String {
    "\(title): \(Readable.count(plan.runs.count, "run"))"
  }
}
