internal import Experiments
internal import Files
public import RunRecords
public import SystemPackage

/// An experiment as it lies in its folder: ended or not, whole or in part.
public struct ExperimentFolder: Sendable {
  /// Where it is.
  public let path: FilePath
  /// The store there.
  public let store: RunStore
  let context: RunContext

  /// The experiment in a folder; nil where there is none: no resolved spec, no table of runs and no run, or
  /// where the folder is a run's own.
  ///
  /// - Throws: where there is a folder that cannot be read.
  public init?(_ path: FilePath, _ context: RunContext) throws(ResultsError) {
    self.path = path
    self.context = context
    store = context.store(path)
    guard path.isFolder, !path.appending(RunFile.summary).isFile, RunInProgress(in: path) == nil
    else { return nil }
    let runs = try runFolders()
    guard hasSpec || path.appending(ExperimentFile.summary).isFile || !runs.isEmpty
    else { return nil }
  }

  /// What it is called.
  public var name: String { path.lastComponent?.string ?? path.string }

  /// Whether its resolved spec is there; one that was killed early may have left runs alone.
  public var hasSpec: Bool { path.appending(ExperimentFile.spec).isFile }

  /// Whether a process is at work in it.
  public var isInProgress: Bool {
    FolderLock.isHeld(path) || Claims.areHeld(in: path, context: context)
  }

  /// The folders with the names of runs, in the order of these.
  func runFolders() throws(ResultsError) -> [FilePath] {
    do throws(FileError) {
      return try path.entries().filter { RunID($0.string) != nil }.map { path.appending($0) }
    } catch {
      throw .file(error)
    }
  }

  /// The folders of the runs that have finished, in the order of their names.
  public func finishedRuns() throws(ResultsError) -> [FilePath] {
    try runFolders().filter { $0.appending(RunFile.summary).exists }
  }

  /// When, where and how the experiment was last done, as far as it says so.
  public var provenance: Provenance? { Provenance(path.appending(ExperimentFile.provenance)) }

  /// The folder that the paths of its data count from; nil where nothing tells it, as where no file of data
  /// is needed.
  public var dataRoot: FilePath? {
    let runs = ((try? runFolders()) ?? []).lazy
      .map { Provenance($0.appending(RunFile.provenance))?.dataRoot }
    return (provenance?.dataRoot ?? runs.first ?? nil).map { FilePath($0) }
  }

  /// The table of a plan that has ended: of the latest where none is named.
  ///
  /// - Returns: nil where it has not ended.
  func summary(of plan: KeptPlan? = nil) throws(ResultsError) -> ResultTable? {
    let file = (plan?.folder ?? path).appending(ExperimentFile.summary)
    guard file.exists else { return nil }
    do throws(FileError) {
      let bytes = try file.contentsIfFile() ?? []
      if let table = ResultTable(bytes), table["run_id"] != nil { return table }
    } catch {
      throw .file(error)
    }
    throw .altered("\(file) is no table of runs as nn-run writes it; run the spec again")
  }

  /// The plans that have begun, the latest first.
  func plans() throws(ResultsError) -> [KeptPlan] {
    do throws(FileError) { return try store.plans().reversed() } catch { throw .file(error) }
  }

  /// The best run of a plan.
  public struct Best: Sendable {
    /// A table of its row alone.
    public let table: ResultTable
    /// Its folder.
    public let folder: FilePath
    /// What is worth knowing: that it is not of the plan that began last; nil where it is.
    public let note: String?
  }

  /// The best run of the latest plan that has one.
  public func best() throws(ResultsError) -> Best {
    let latest = try summary()
    if latest?["shard"] != nil {
      throw .missing(
        "\(path) is a shard, whose runs have no ranks; merge all shards with `nn-run merge`")
    }
    if var table = latest, keepBest(&table) {
      return Best(table: table, folder: folder(of: table), note: nil)
    }
    for plan in try plans().dropFirst() {
      guard var table = try summary(of: plan), keepBest(&table) else { continue }
      return Best(
        table: table, folder: folder(of: table),
        note: "the plan of \(name) that began last has no best run yet; this is of plan "
          + "\(plan.id), which began before it")
    }
    guard let latest else {
      throw .missing("\(path) has no \(ExperimentFile.summary) yet: its experiment has not ended")
    }
    let wasCutShort = latest["status"]?.contains(RunStatus.interrupted.rawValue) == true
    throw .missing(
      wasCutShort
        ? "\(path) has no best run yet: it was cut short; the same command goes on with it"
        : "\(path) has no run that has finished with a score")
  }

  /// Keeps the row of rank 1 alone.
  ///
  /// - Returns: whether there is one.
  private func keepBest(_ table: inout ResultTable) -> Bool {
    guard let ranks = table["rank"], let best = ranks.firstIndex(of: "1") else { return false }
    table.rows = [table.rows[best]]
    return true
  }

  /// The folder of the run that a table's first row is of.
  private func folder(of table: ResultTable) -> FilePath {
    path.appending(table["run_id"]?.first ?? "")
  }
}
