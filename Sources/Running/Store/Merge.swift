internal import Experiments
internal import Files
internal import RunRecords
public import SystemPackage

/// The making of one experiment from its parts.
public struct Merge: Sendable {
  /// What is merged.
  private let input: MergeInput
  /// Where to.
  private let store: RunStore
  /// The files that are made of the records in the end.
  private let files: [ResultFile]
  private let context: RunContext

  /// What a merge has come to.
  public struct Outcome: Sendable {
    /// What became of each run; those that no part has whole are interrupted.
    public let result: ExperimentResult
    /// How many of the runs were there before.
    public let earlierCount: Int
    /// For each run, by its index, the folders in which it is not whole.
    public let tornFolders: @Sendable (_ run: Int) -> [FilePath]
  }

  /// A merge of parts into a folder such as `runs`.
  public init(
    _ input: MergeInput, into output: FilePath, files: [ResultFile], _ context: RunContext
  ) {
    self.input = input
    self.files = files
    self.context = context
    store = context.store(output.appending(input.name))
  }

  /// The experiment's folder.
  public var folder: FilePath { store.folder }

  /// Does everything.
  ///
  /// - Parameter report: is given what happens beside.
  /// - Returns: nil where it did not begin.
  public func run(_ report: (RunEvent) -> Void) -> Outcome? {
    let lock: FolderLock
    do throws(FileError) {
      guard let acquired = try store.locked(context, wait: { report(.waiting(runs: 0)) }) else {
        return nil
      }
      lock = acquired
    } catch {
      report(.obstructed(error))
      return nil
    }
    let start = Moment(context)
    let kept = KeptPlan(spec: input.spec, in: store)
    do throws(FileError) {
      try store.begin(kept, spec: input.spec)
    } catch {
      report(.fileFailed(error))
    }
    // The output may be among the parts.
    let sources = input.folders.filter { !$0.isSame(as: store.folder) }.map(context.store)
    var earlier: Set<RunID> = []
    let (plan, records) = input.loaded.plan.strategy.followed { round in
      round.plan.runs.enumerated().map { index, run in
        let (record, isEarlier) = record(of: run, from: sources)
        if isEarlier { earlier.insert(run.id) }
        report(.finished(index, record))
        return record
      }
    }
    let result = ExperimentResult(plan, records)
    let errors = store.write(
      result, of: kept, files, provenance(since: start, of: plan), context)
    for error in errors.values { report(.fileFailed(error)) }
    lock.release()
    let stores = [store] + sources
    return Outcome(
      result: result, earlierCount: plan.runs.count { earlier.contains($0.id) },
      tornFolders: { run in
        stores.map { $0.folder(of: plan.runs[run].id) }.filter(\.exists)
      })
  }

  /// When, where and how it was done, which is over now.
  private func provenance(since start: Moment, of plan: RunPlan) -> Provenance {
    var provenance = Provenance()
    provenance.started = start.time
    provenance.finished = context.time()
    provenance.seconds = start.seconds(context)
    provenance.host = context.host
    provenance.version = context.version
    provenance.arguments = context.arguments
    provenance.dataRoot = input.loaded.data.absoluteRoot(
      for: plan, workingFolder: context.workingFolder)
    return provenance
  }

  /// Takes a run over from the first part that has it.
  ///
  /// - Returns: what became of the run, and whether it was in the folder before.
  private func record(
    of run: RunPlan.Run, from sources: [RunStore]
  ) -> (record: RunRecord, isEarlier: Bool) {
    do throws(RunWriteError) {
      guard let adopted = try store.adopt(run, from: sources) else { return (.interrupted, false) }
      return (RunRecord(adopted.summary, isCached: true), adopted.isEarlier)
    } catch {
      return (RunRecord(error), false)
    }
  }
}
