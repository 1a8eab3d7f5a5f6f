internal import Files
internal import RunRecords
public import SystemPackage

/// Which run of which experiment a word means.
///
/// `best`, or the beginning of a run's id, in the only experiment that has it; `xor/best` or `xor/kxvz` in
/// the experiment `xor`; or an experiment, by its name or its folder, for its best run; or the folder of a
/// run.
public struct RunReference: Sendable {
  /// The folder of the run.
  public let folder: FilePath
  /// What is worth knowing of how it was found; nil for nothing.
  public let note: String?

  private init(_ folder: FilePath, note: String? = nil) {
    self.folder = folder
    self.note = note
  }

  private init(_ best: ExperimentFolder.Best) { self.init(best.folder, note: best.note) }

  /// Finds a run.
  ///
  /// - Parameters:
  ///   - results: the folder of the experiments.
  ///   - orInProgress: whether it may be one that has not finished, where no finished one is meant.
  public init(
    _ word: String, in results: ResultsFolder, orInProgress: Bool = false, _ context: RunContext
  ) throws(ResultsError) {
    let path = FilePath(word)
    if path.appending(RunFile.summary).exists
      || (orInProgress && RunInProgress(in: path) != nil)
    {
      self.init(path)
      return
    }
    if let experiment = try results.experiment(word) {
      self.init(try experiment.best())
      return
    }
    if let run = path.lastComponent?.string, word.contains("/"), !word.hasSuffix("/") {
      let parent = path.removingLastComponent()
      var found = try ExperimentFolder(results.path.pushing(parent), context)
      if found == nil { found = try ExperimentFolder(parent, context) }
      guard let experiment = found else {
        throw try results.missing("\(results.path) has no experiment \"\(parent)\"")
      }
      self = try Self.run(run, in: [experiment], of: results, orInProgress)
      return
    }
    let experiments = try results.experiments()
    guard !experiments.isEmpty else { throw results.empty }
    self = try Self.run(word, in: experiments, of: results, orInProgress)
  }

  /// The run of some experiments that a word means.
  private static func run(
    _ word: String, in experiments: [ExperimentFolder], of results: ResultsFolder,
    _ orInProgress: Bool
  ) throws(ResultsError) -> RunReference {
    if word == "best" {
      guard experiments.count == 1 else {
        throw ambiguous("best", experiments.map { "\($0.name)/best" })
      }
      return RunReference(try experiments[0].best())
    }
    var finished: [FilePath] = []
    for experiment in experiments {
      finished += try experiment.finishedRuns().filter { name($0).hasPrefix(word) }
    }
    let running = experiments.flatMap(\.runsInProgress).filter { $0.id.hasPrefix(word) }
    let found =
      finished.isEmpty && orInProgress
      ? running.map { (id: $0.id, folder: $0.folder) }
      : finished.map { (id: name($0), folder: $0) }
    guard !word.isEmpty, let first = found.first else {
      if !word.isEmpty, let run = running.first {
        throw .missing("run \(run.id) has not finished; it is at epoch \(run.epochsRun)")
      }
      throw try results.missing("there is no run whose id begins with \"\(word)\"")
    }
    // A run that several experiments have is the same in each.
    guard Set(found.map(\.id)).count == 1 else { throw ambiguous(word, found.map(\.id)) }
    return RunReference(first.folder)
  }

  /// The name of a run's folder.
  private static func name(_ folder: FilePath) -> String { folder.lastComponent?.string ?? "" }

  private static func ambiguous(_ word: String, _ meanings: [String]) -> ResultsError {
    .ambiguous("\"\(word)\" may mean \(ResultsFolder.list(meanings))")
  }
}
