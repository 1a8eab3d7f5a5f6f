internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// The making of one batch from its parts.
struct Merge {
  /// What is merged.
  private let parts: BatchParts
  /// Where to.
  private let store: RunStore

  /// A merge of parts into a folder such as `runs`.
  init(_ parts: BatchParts, into output: FilePath) {
    self.parts = parts
    store = RunStore(folder: output.appending(parts.loaded.plan.experiment.name))
  }

  /// Does everything.
  ///
  /// - Returns: what the program is to exit with.
  func run() -> ExitStatus {
    let lock: FolderLock
    do throws(FileError) {
      guard let acquired = try store.locked(isQuiet: false) else { return .success }
      lock = acquired
    } catch {
      Console.error.tell(error.description)
      return .cannotCreate
    }
    let start = Moment()
    var status = store.begin(spec: parts.spec)
    // The output may be among the parts.
    let sources = parts.folders.filter { !$0.isSame(as: store.folder) }.map(RunStore.init)
    var earlier: Set<RunID> = []
    let (plan, records) = RungLadder.climb(parts.loaded.plan) { plan, _ in
      plan.runs.map { run in
        let (result, isEarlier) = outcome(of: run, from: sources)
        status = max(status, result.status)
        if isEarlier { earlier.insert(run.id) }
        return result.record
      }
    }
    let result = BatchResult(plan, records)
    let fileStatus = store.write(
      result,
      BatchCircumstances(
        since: start,
        dataRoot: parts.loaded.data.absoluteRoot(for: plan, workingFolder: Machine.workingFolder)))
    lock.release()
    let report = result.mergeReport(
      folder: store.folder.string,
      earlierCount: plan.runs.count { earlier.contains($0.id) },
      tornFolders: { run in
        ([store] + sources).map { $0.folder(of: plan.runs[run].id) }.filter(\.exists)
          .map(\.string)
      }, style: Console.output.style)
    return max(status, fileStatus, Console.output.report(report))
  }

  /// Takes a run over from the first part that has it.
  ///
  /// - Returns: what became of the run, and whether it was in the folder before.
  private func outcome(
    of run: RunPlan.Run, from sources: [RunStore]
  ) -> (result: TrainingWork.Result, isEarlier: Bool) {
    do throws(RunWriteError) {
      guard let adopted = try store.adopt(run, from: sources) else {
        return (TrainingWork.Result(record: .interrupted, status: .runFailed), false)
      }
      return (TrainingWork.Result(adopted.summary, isCached: true), adopted.isEarlier)
    } catch {
      return (TrainingWork.Result(error), false)
    }
  }
}
