internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// The making of one batch from its parts.
struct Merge {
  /// What is merged.
  private let parts: BatchParts
  /// Where to.
  private let store: RunStore

  /// What became of one run.
  private struct Outcome {
    let record: RunRecord
    /// What the program is to exit with because of it.
    var status = ExitStatus.success
    /// Whether the run was in the folder before.
    var isEarlier = false
  }

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
    let beginStatus = store.begin(spec: parts.spec)
    // The output may be among the parts.
    let sources = parts.folders.filter { !$0.isSame(as: store.folder) }.map(RunStore.init)
    var outcomes: [RunID: Outcome] = [:]
    let (plan, records) = RungLadder.climb(parts.loaded.plan) { plan, _ in
      plan.runs.map { run in
        let outcome = outcome(of: run, from: sources)
        outcomes[run.id] = outcome
        return outcome.record
      }
    }
    let result = BatchResult(plan, records)
    let fileStatus = store.write(
      result,
      BatchCircumstances(since: start, dataRoot: parts.loaded.data.absoluteRoot(for: plan)))
    lock.release()
    let report = result.mergeReport(
      folder: store.folder.string,
      earlierCount: plan.runs.count { outcomes[$0.id]?.isEarlier == true },
      tornFolders: { run in
        ([store] + sources).map { $0.folder(of: plan.runs[run].id) }.filter(\.exists)
          .map(\.string)
      }, style: Console.output.style)
    let outputStatus = Console.output.write(report) ? ExitStatus.success : .ioError
    return max(
      beginStatus, fileStatus, outputStatus, outcomes.values.map(\.status).max() ?? .success)
  }

  /// Takes a run over from the first part that has it.
  private func outcome(of run: RunPlan.Run, from sources: [RunStore]) -> Outcome {
    do throws(RunWriteError) {
      guard let adopted = try store.adopt(run, from: sources) else {
        return Outcome(record: .interrupted, status: .runFailed)
      }
      return Outcome(
        record: RunRecord(adopted.summary, isCached: true), isEarlier: adopted.isEarlier)
    } catch {
      return Outcome(
        record: RunRecord(failure: "\(error)"), status: error.isOutside ? .ioError : .runFailed)
    }
  }
}
