internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

extension RunStore {
  /// Makes the folder, and waits until no other process works in it.
  ///
  /// - Returns: nil where the wait was cancelled.
  func locked(
    isQuiet: Bool, unless isCancelled: () -> Bool = { false }
  ) throws(FileError) -> FolderLock? {
    try folder.makeFolder()
    var lock = try FolderLock.acquire(folder)
    if lock == nil, !isQuiet {
      Console.error.print("waiting for another nn-run that works in \(folder)")
    }
    while lock == nil, !isCancelled() {
      Machine.pause(.milliseconds(50))
      lock = try FolderLock.acquire(folder)
    }
    if lock != nil { try prepare() }
    return lock
  }

  /// Writes the spec of a batch that begins, so that it is known also where the batch never ends.
  ///
  /// - Returns: whether that went well; what did not has been told.
  func begin(spec: [UInt8]) -> ExitStatus {
    do throws(FileError) {
      try setBatchFile(BatchFile.spec, to: spec)
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }

  /// Writes the other files of a batch that has ended, each replaced as a whole, and removes those that
  /// it has not.
  ///
  /// - Returns: whether that went well; what did not has been told.
  func write(_ result: BatchResult, _ circumstances: BatchCircumstances) -> ExitStatus {
    do throws(FileError) {
      try setBatchFile(BatchFile.summary, to: result.summaryCSV)
      try setBatchFile(BatchFile.aggregate, to: result.aggregateCSV)
      try setBatchFile(
        BatchFile.lossCurve,
        to: try result.best.map { (run) throws(FileError) in
          try folder(of: result.plan.runs[run].id).appending(RunFile.lossCurve).contents()
        })
      try setBatchFile(BatchFile.circumstances, to: result.batchJSON(circumstances))
      try tidy()
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }
}
