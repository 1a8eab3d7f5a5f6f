internal import Experiments
internal import Files
public import RunRecords
public import SystemPackage
internal import Text

extension ExperimentFolder {
  /// The status of a run whose process is at work.
  private static let running = "running"

  /// The status of a run that has not finished: `running` where its process is at work, as far as can be
  /// told.
  public func status(of run: RunInProgress) -> String {
    let isAtWork =
      run.draft.host == context.drafts.host
      ? ProcessTable.contains(run.draft.process) : isInProgress
    return isAtWork ? Self.running : RunStatus.interrupted.rawValue
  }

  /// The runs that are being trained, or were when the experiment was cut short, in the order of their names;
  /// of several attempts at one the one that is at work and has come furthest.
  public var runsInProgress: [RunInProgress] {
    let attempts = Dictionary(grouping: store.runsInProgress(), by: \.id).sorted { $0.key < $1.key }
    return attempts.compactMap { _, attempts in
      attempts.first { status(of: $0) == Self.running } ?? attempts.first
    }
  }

  /// The runs of the experiment: every one that has finished, those of the latest plan first, then the
  /// unfinished ones of the latest plan, and those in training.
  ///
  /// What runs have left that were cut short is told where no table tells of them.
  ///
  /// Where several plans have begun, a column `plan` says of which a run is; ranks are of the latest alone.
  public func runs() throws(ResultsError) -> ResultTable {
    let plans = try plans()
    let latest = try summary()
    var table = latest ?? ResultTable(columns: columnsOfRuns)
    if plans.count > 1 { table = try joined(table, of: plans) }
    let known = Self.finishedRuns(in: table)
    let found = try finishedRuns().filter { !known.contains($0.lastComponent?.string ?? "") }
      .compactMap { try? SavedRun(in: $0) }
    table.update(found.map { ($0.name, Self.cells($0.summary)) })
    let finished = Self.finishedRuns(in: table)
    table.update(
      runsInProgress.map { (run: $0, status: status(of: $0)) }.filter {
        !finished.contains($0.run.id) && (latest == nil || $0.status == Self.running)
      }.map { run, status in
        (run.id, [("status", status), ("epochs_run", String(run.epochsRun))] + run.lastRow)
      })
    let digest = table.columns.firstIndex(of: "digest")
    table.moveLast { row in digest.map { row[$0].isEmpty } ?? false }
    return table
  }

  /// The table of the latest plan with the finished runs of earlier ones.
  private func joined(
    _ latest: ResultTable, of plans: [KeptPlan]
  ) throws(ResultsError) -> ResultTable {
    var parts = [(plan: plans[0].id, table: latest)]
    for plan in plans.dropFirst() {
      guard let table = try summary(of: plan) else { continue }
      parts.append((plan.id, table))
    }
    let columns = ["plan"] + parts.flatMap(\.table.columns).filter { $0 != "plan" }
    var all = ResultTable(columns: columns.uniqued())
    var seen: Set<String> = []
    var rows: [(id: String, cells: [(column: String, text: String)])] = []
    for (plan, table) in parts {
      let (ids, digests) = (table["run_id"] ?? [], table["digest"] ?? [])
      for (row, id) in ids.enumerated() {
        // Of earlier plans those runs count that are there.
        let isLatest = plan == plans[0].id
        let isFinished = row < digests.count && !digests[row].isEmpty
        guard isLatest || (isFinished && path.appending(id).exists), seen.insert(id).inserted
        else { continue }
        let cells = zip(table.columns, table.rows[row]).map { (column: $0, text: $1) }
          .filter { isLatest || !["rank", "configuration"].contains($0.column) }
        rows.append((id, cells + [(column: "plan", text: plan)]))
      }
    }
    all.update(rows)
    return all
  }

  /// The ids of the runs that have finished by a table: those with a digest.
  private static func finishedRuns(in table: ResultTable) -> Set<String> {
    Set(zip(table["run_id"] ?? [], table["digest"] ?? []).filter { !$0.1.isEmpty }.map(\.0))
  }

  /// The folders of all runs that have finished, whether they are still as they were or there at
  /// all: those with the name of a run, and those of the runs that had finished when the latest plan
  /// ended; in the order of their names.
  public func runsEverFinished() throws(ResultsError) -> [FilePath] {
    let told = try summary().map(Self.finishedRuns) ?? []
    let found = try runFolders().filter(\.isFolder).compactMap { $0.lastComponent?.string }
    return told.filter { RunID($0) != nil }.union(found)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path.appending($0) }
  }

  /// The columns of a table of runs whose plan has not ended, so that no one has said what is swept.
  private var columnsOfRuns: [String] {
    let runs = ((try? finishedRuns()) ?? []).lazy.compactMap { try? SavedRun(in: $0) }
    let scores = runs.first?.summary.scores
    return ["run_id", "status", "seed", "fold", "epochs_run", "best_epoch"]
      + (scores?.map(\.score.name) ?? ["train_loss", "val_loss", "test_loss"]) + ["digest"]
  }

  /// The cells that a run's summary fills.
  private static func cells(_ summary: SavedRun.Summary) -> [(column: String, text: String)] {
    [
      ("status", summary.status.rawValue), ("seed", String(summary.seed)),
      ("fold", summary.fold.map(String.init) ?? ""), ("epochs_run", String(summary.epochsRun)),
      ("best_epoch", String(summary.bestEpoch)), ("digest", summary.digest),
    ] + summary.scores.map { ($0.score.name, CSV.text($0.value)) }
  }

  /// What is going on in the folder.
  public struct Progress: Sendable {
    /// How many runs have finished.
    public let finished: Int
    /// How many are in training.
    public let inFlight: Int
    /// The shares of their epochs that those in training have behind them, from 0 to 1, as far as they
    /// are known.
    public let shares: [Double]
  }

  /// What is going on in the folder; nil where no process is at work in it.
  public var progress: Progress? {
    guard isInProgress, let finished = try? finishedRuns() else { return nil }
    let runs = runsInProgress.filter { status(of: $0) == Self.running }
    return Progress(
      finished: finished.count, inFlight: runs.count,
      shares: runs.compactMap { run in
        run.settings?.lastEpoch.map { Double(run.epochsRun) / Double(max(1, $0)) }
      })
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
