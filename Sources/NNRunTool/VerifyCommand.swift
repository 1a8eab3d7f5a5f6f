internal import ArgumentParser
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import Synchronization
internal import SystemPackage

/// `nn-run verify`: whether training makes the files of finished runs again.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Train finished runs again, and say which files come out as they are.",
    discussion: """
      Each run is trained from its own spec.yaml into a folder that is removed; the results stay as they \
      are. The exit code is 1 where a file differs, or has been altered or removed since the run left it.

      Examples:
        nn-run verify xor
        nn-run verify xor-sweep/best
        nn-run verify /tmp/runs/iris --data-root experiments
      """)

  @Argument(
    help: ArgumentHelp(
      "An experiment, by its name or its folder, for all its finished runs; or a run.",
      valueName: "dir-or-run"))
  var word: String

  @OptionGroup var results: ResultsArguments
  @OptionGroup var jobs: JobArguments

  @Option(
    help: ArgumentHelp(
      "The folder that paths of data count from; by default where each run had it.",
      valueName: "dir"))
  var dataRoot: String?

  func run() throws {
    let (folders, experiment) = try named()
    let engine = try EngineChoice.engine()
    if let shortage = ProcessLimits.shortage(for: [], jobs: jobs.count, engine: engine) {
      throw ExitError(.ioError, shortage)
    }
    let scratch: FilePath
    do throws(FileError) {
      let place = FilePath(Environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
      scratch = try place.makeTemporaryFolder(prefix: "nn-run-verify-")
    } catch {
      throw ExitError(.cannotCreate, "\(error)")
    }
    defer { try? scratch.removeTree() }
    let cancellation = Cancellation()
    let signals = SignalWatch(cancellation) {
      Console.background.write("\nstopping at the next batch\n")
    }
    let output = OutputLines(cancellation)
    let report = VerificationReport(count: folders.count) { output.write($0) }
    let dataRoot = dataRoot.map { FilePath($0) }
    let status = Mutex(ExitStatus.success)
    @Sendable func note(_ verdict: Verdict) {
      let found = verdict.status
      status.withLock { $0 = max($0, found) }
    }
    if let experiment {
      let verdict = experiment.verdictOnTables(dataRoot: dataRoot, ResultFiles.all)
      note(verdict)
      report.insert(tables: verdict, name: experiment.name)
    }
    let verification = Verification(
      of: folders, dataRoot: dataRoot, engine: engine, jobs: jobs.count, scratch: scratch,
      context: Machine.context, cancellation: cancellation)
    try ending { () throws(ResultsError) in
      try verification.run { index, verdict in
        note(verdict)
        report.insert(
          verdict, index, name: folders[index].lastComponent?.string ?? folders[index].string)
      }
    }
    if !report.close(isComplete: !cancellation.isCancelled) {
      Console.error.tell("not all runs were verified, as what was found could not be printed")
      status.withLock { $0 = max($0, .ioError) }
    }
    let found = signals.status ?? max(status.withLock { $0 }, output.status)
    if found != .success { throw ExitError(found) }
  }

  /// The folders of the runs that the command names, and the experiment where it names one.
  private func named() throws(ExitError) -> ([FilePath], ExperimentFolder?) {
    let found = try ending { () throws(ResultsError) in try results.folder.experiment(word) }
    guard let experiment = found else {
      return ([try results.run(word)], nil)
    }
    let folders = try ending { () throws(ResultsError) in try experiment.runsEverFinished() }
    guard !folders.isEmpty else {
      throw ExitError(.noInput, "\(experiment.path) has no run that has finished")
    }
    return (folders, experiment)
  }
}

/// Lines of standard output, until one cannot be written: what is left of the work is of no use then.
private final class OutputLines: Sendable {
  private let cancellation: Cancellation
  private let failed = Mutex(ExitStatus.success)

  /// Lines whose reader's end ends the work.
  init(_ cancellation: Cancellation) { self.cancellation = cancellation }

  /// What the program is to exit with because of what could not be written.
  var status: ExitStatus { failed.withLock(\.self) }

  /// Writes a line; answers whether that went well.
  func write(_ line: String) -> Bool {
    do throws(ExitError) {
      try Console.output.deliver(line)
      return true
    } catch {
      failed.withLock { $0 = max($0, error.status) }
      cancellation.cancel()
      return false
    }
  }
}

extension Verdict {
  /// What the program is to exit with because of it; a spec that cannot be read is told of.
  fileprivate var status: ExitStatus {
    switch self {
    case .same: .success
    case .findings, .unknown(.otherRuns): .checkFailed
    case .unknown(.file): .ioError
    case .unknown(.misnamed), .unknown(.otherVersion): .runFailed
    case .unknown(.failed(_, let isOutside)): isOutside ? .ioError : .runFailed
    case .unknown(.spec(let failure)): ExitError(ResultsError.spec(failure)).status
    }
  }
}
