internal import ArgumentParser
internal import Files
internal import RunRecords
internal import SystemPackage

/// Which run of which batch a word of the command line means.
///
/// `best`, or the beginning of a run's id, in the only batch that has it; `xor/best` or `xor/kxvz` in
/// the batch `xor`; or a batch, by its name or its folder, for its best run; or the folder of a run.
struct RunReference {
  /// The folder of the run.
  let folder: FilePath

  /// What the command line says of arguments that mean runs.
  static let help = ArgumentHelp(
    "best, the beginning of a run's id, either behind a batch's name and a slash, or a folder.",
    valueName: "run")

  /// Finds a run.
  ///
  /// - Parameters:
  ///   - results: the folder of the batches.
  ///   - orInProgress: whether it may be one that has not finished, where no finished one is meant.
  /// - Throws: the exit status, when it has been said why there is no such run, or that there are several.
  init(
    _ word: String, in results: ResultsFolder, orInProgress: Bool = false
  ) throws(ExitError) {
    let path = FilePath(word)
    if path.appending(RunFile.summary).exists
      || (orInProgress && RunInProgress(in: path) != nil)
    {
      folder = path
      return
    }
    if let batch = results.batch(word) {
      folder = try batch.bestRun()
      return
    }
    if let run = path.lastComponent?.string, word.contains("/"), !word.hasSuffix("/") {
      let parent = path.removingLastComponent()
      let inResults = SavedBatch(results.path.pushing(parent))
      guard let batch = inResults ?? SavedBatch(parent) else {
        throw results.missing("\(results.path) has no batch \"\(parent)\"")
      }
      folder = try Self.run(run, in: [batch], of: results, orInProgress)
      return
    }
    let batches = results.batches
    guard !batches.isEmpty else { throw results.empty }
    folder = try Self.run(word, in: batches, of: results, orInProgress)
  }

  /// The run of some batches that a word means.
  private static func run(
    _ word: String, in batches: [SavedBatch], of results: ResultsFolder, _ orInProgress: Bool
  ) throws(ExitError) -> FilePath {
    if word == "best" {
      guard batches.count == 1 else {
        throw ambiguous("best", batches.map { "\($0.name)/best" })
      }
      return try batches[0].bestRun()
    }
    let finished = batches.flatMap(\.finishedRuns).filter { Self.name($0).hasPrefix(word) }
    let running = batches.flatMap(\.runsInProgress).filter { $0.id.hasPrefix(word) }
    let found = finished.isEmpty && orInProgress ? running.map(\.folder) : finished
    guard !word.isEmpty, let first = found.first else {
      if !word.isEmpty, let run = running.first {
        throw ExitError(
          .noInput, "run \(run.id) has not finished; it is at epoch \(run.epochsRun)")
      }
      throw results.missing("there is no run whose id begins with \"\(word)\"")
    }
    // A run that several batches have is the same in each.
    guard Set(found.map(Self.name)).count == 1 else { throw ambiguous(word, found.map(Self.name)) }
    return first
  }

  /// The name of a run's folder.
  private static func name(_ folder: FilePath) -> String { folder.lastComponent?.string ?? "" }

  private static func ambiguous(_ word: String, _ meanings: [String]) -> ExitError {
    ExitError(.badCommandLine, "\"\(word)\" may mean \(ResultsFolder.list(meanings))")
  }
}
