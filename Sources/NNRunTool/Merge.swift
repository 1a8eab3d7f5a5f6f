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
    let status: ExitStatus
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
    let plan = parts.loaded.plan
    let (startTime, start) = (Machine.time, Machine.elapsed)
    let beginStatus = store.begin(spec: parts.spec)
    // The output may be among the parts.
    let sources = parts.folders.filter { !$0.isSame(as: store.folder) }.map(RunStore.init)
    let outcomes = plan.runs.map { outcome(of: $0, from: sources) }
    let result = BatchResult(plan, outcomes.map(\.record))
    let fileStatus = store.write(
      result,
      BatchCircumstances(
        started: startTime, finished: Machine.time,
        seconds: (Machine.elapsed - start) / .seconds(1), host: Machine.host,
        version: Version.text, instructionSet: nil, jobs: nil,
        arguments: Array(CommandLine.arguments.dropFirst()),
        dataRoot: parts.loaded.data.absoluteRoot(for: plan.runs.lazy.map(\.configuration))))
    lock.release()
    let console = Console.output
    let report = result.mergeReport(
      folder: store.folder.string, earlierCount: outcomes.count(where: \.isEarlier),
      tornFolders: { run in
        ([store] + sources).map { $0.folder(of: plan.runs[run].id) }.filter(\.exists)
          .map(\.string)
      }, style: TextStyle(width: console.width, isColoured: console.mayColour))
    let outputStatus = console.write(report) ? ExitStatus.success : .ioError
    return max(
      beginStatus, fileStatus, outputStatus, outcomes.map(\.status).max() ?? .success)
  }

  /// Takes a run over from the first part that has it.
  private func outcome(of run: RunPlan.Run, from sources: [RunStore]) -> Outcome {
    do throws(RunWriteError) {
      guard let adopted = try store.adopt(run, from: sources) else {
        return Outcome(record: .interrupted, status: .runFailed)
      }
      return Outcome(
        record: RunRecord(adopted.summary, isCached: true), status: .success,
        isEarlier: adopted.isEarlier)
    } catch {
      return Outcome(
        record: RunRecord(failure: "\(error)"), status: error.isOutside ? .ioError : .runFailed)
    }
  }
}
