internal import ArgumentParser
internal import Files
internal import RunRecords
internal import Scheduling
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
      "A batch, by its name or its folder, for all its finished runs; or a run.",
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
    let folders = try folders()
    let engine = try EngineChoice.engine()
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
      BackgroundWriter.standardError.write("\nstopping at the next batch\n")
    }
    let verification = Verification(
      folders: folders, dataRoot: dataRoot.map { FilePath($0) }, engine: engine, jobs: jobs.count,
      scratch: RunStore(folder: scratch), cancellation: cancellation)
    var status = verification.run()
    status = signals.status ?? status
    if status != .success { throw ExitError(status) }
  }

  /// The folders of the runs that the command names.
  private func folders() throws(ExitError) -> [FilePath] {
    guard let batch = results.folder.batch(word) else {
      return [try RunReference(word, in: results.folder).folder]
    }
    let folders = try batch.runsEverFinished()
    guard !folders.isEmpty else {
      throw ExitError(.noInput, "\(batch.path) has no run that has finished")
    }
    return folders
  }
}
