public import Files
public import RunRecords

/// Something that happens while an experiment is run.
///
/// Events come one at a time. Those of runs come in any order of the runs, which go by their indices in
/// the plan of the round that was planned last.
public enum RunEvent: Sendable {
  /// Runs are to be looked for, and those that have not finished to be trained; `firstEpochs` has for
  /// each the epoch that it would go on from.
  case planned(SearchRound, firstEpochs: [Int])
  /// The runs that are trained at once may take more memory than there is.
  case memoryShort(MemoryNeed)
  /// A run had been finished before, or something of it could not be read.
  case cached(Int, RunRecord)
  /// The training of a run begins.
  case started(Int)
  /// A run has got as far as a row of its loss curve.
  case advanced(Int, CurveRow)
  /// Another process trains a run, which is looked for again.
  case held(Int)
  /// A run has ended, or was stopped.
  case finished(Int, RunRecord)
  /// All runs of a round have ended, or were stopped.
  case roundEnded
  /// Some runs, so many, are in training by other processes, which are waited for; none where another
  /// process writes the experiment's tables.
  case waiting(runs: Int)
  /// A file of the experiment could not be read or written.
  case fileFailed(FileError)
  /// Nothing was begun, for this reason.
  case obstructed(FileError)
  /// Everything has ended.
  case ended(ExperimentEnd)
}

/// What an experiment has come to.
public struct ExperimentEnd: Sendable {
  /// What became of each run.
  public let result: ExperimentResult
  /// What came of the expectations.
  public let expectations: [ExpectationResult]
  /// When, where and how it was done; nil where it did not begin.
  public let provenance: Provenance?
  /// What kept it from beginning; nil where nothing did.
  public let obstacle: FileError?
  /// The names of the files of the experiment that are not as they should be, as they could not be written.
  public let missingFiles: Set<String>

  /// Joins what is known.
  public init(
    _ result: ExperimentResult, _ expectations: [ExpectationResult], provenance: Provenance? = nil,
    obstacle: FileError? = nil, missingFiles: Set<String> = []
  ) {
    self.result = result
    self.expectations = expectations
    self.provenance = provenance
    self.obstacle = obstacle
    self.missingFiles = missingFiles
  }
}
