internal import Datasets
public import Experiments
public import Files
public import RunRecords
public import SystemPackage

/// The cleaning of one experiment's folder.
public struct Cleaning: Sendable {
  /// The experiment.
  private let experiment: ExperimentFolder
  /// The runs that stay.
  private let kept: Set<RunID>
  /// The earlier plans that go, where they are asked for.
  private let plans: [KeptPlan]
  private let context: RunContext

  /// What can go of a folder.
  public struct Found: Sendable {
    /// The runs that are not to stay.
    public fileprivate(set) var orphans: [RunStore.Orphan] = []
    /// What runs that were cut short have left.
    public fileprivate(set) var leftovers: [RunStore.Orphan] = []
    /// What is kept of earlier plans that go.
    public fileprivate(set) var plans: [RunStore.Orphan] = []

    /// All of it.
    public var all: [RunStore.Orphan] { orphans + leftovers + plans }
  }

  private init(
    _ experiment: ExperimentFolder, _ kept: Set<RunID>, _ plans: [KeptPlan], _ context: RunContext
  ) {
    self.experiment = experiment
    self.kept = kept
    self.plans = plans
    self.context = context
  }

  /// A cleaning that leaves nothing but the runs of some plans, and what is kept of these plans.
  public init(
    of experiment: ExperimentFolder, keeping plans: [RunPlan], _ context: RunContext
  ) throws(ResultsError) {
    let ids = plans.map { plan in
      KeptPlan(spec: Array(ResolvedSpec.text(of: plan).utf8), in: experiment.store).id
    }
    let others = try experiment.plans().filter { !ids.contains($0.id) }
    self.init(experiment, plans.reduce(into: []) { $0.formUnion($1.ids) }, others, context)
  }

  /// A cleaning that leaves the runs of the plans that have begun.
  ///
  /// - Parameters:
  ///   - dataRoot: the folder that paths of data count from; nil for where the experiment had it.
  ///   - givingUpPlans: whether only the latest plan counts.
  public init(
    of experiment: ExperimentFolder, dataRoot: FilePath?, givingUpPlans: Bool,
    _ context: RunContext
  ) throws(ResultsError) {
    let plans = try experiment.plans()
    let kept = givingUpPlans ? Array(plans.prefix(1)) : plans
    let specs = Set([experiment.path] + kept.dropFirst().map(\.folder))
    var library = DataLibrary(
      root: dataRoot ?? experiment.dataRoot ?? experiment.path, threads: context.coreCount)
    var ids: Set<RunID> = []
    for folder in specs {
      do throws(SpecFailure) {
        let plan = try LoadedSpec.plan(
          ofSaved: folder.appending(ExperimentFile.spec), with: &library)
        ids.formUnion(plan.ids)
      } catch {
        throw .spec(error)
      }
    }
    self.init(experiment, ids, Array(plans.dropFirst(kept.count)), context)
  }

  /// The experiment's folder.
  public var folder: FilePath { experiment.path }

  /// Finds out what can go; nothing is written.
  public func look() throws(ResultsError) -> Found {
    guard !experiment.isInProgress else { throw occupied }
    do throws(FileError) { return try find() } catch { throw .file(error) }
  }

  /// Removes what can go.
  ///
  /// - Parameter failed: is given what could not be removed; the rest is removed all the same.
  /// - Returns: what has gone.
  public func remove(failed: (FileError) -> Void) throws(ResultsError) -> Found {
    let acquired: FolderLock?
    do throws(FileError) {
      acquired = try FolderLock.acquire(folder)
    } catch {
      throw .occupied(error.description)
    }
    guard let lock = acquired, !Claims.areHeld(in: folder, context: context) else {
      throw occupied
    }
    var found: Found
    do throws(FileError) { found = try find() } catch { throw .file(error) }
    let store = experiment.store
    do throws(FileError) {
      for orphan in found.orphans + found.leftovers { try store.remove(orphan) }
      for plan in plans { try store.remove(plan) }
      Claims.removeAbandoned(in: folder, context: context)
      try store.tidy()
    } catch {
      failed(error)
      // What is left counts no longer.
      found.orphans.removeAll { $0.path.exists }
      found.leftovers.removeAll { $0.path.exists }
      found.plans.removeAll { $0.path.exists }
    }
    lock.release()
    return found
  }

  private func find() throws(FileError) -> Found {
    var found = Found()
    found.orphans = try experiment.store.orphans(except: kept)
    found.leftovers = try experiment.store.leftovers(files: ExperimentFile.all)
    for plan in plans {
      found.plans.append(RunStore.Orphan(path: plan.folder, size: try plan.folder.treeSize()))
    }
    return found
  }

  private var occupied: ResultsError {
    .occupied("another nn-run works in \(folder), which is left alone")
  }
}
