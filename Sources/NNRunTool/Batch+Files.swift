internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

extension Batch {
  /// Writes the files of the batch, each replaced as a whole, and removes those that it has not.
  ///
  /// - Returns: whether that went well; what did not has been told.
  func write(_ result: BatchResult, _ circumstances: BatchCircumstances) -> ExitStatus {
    do throws(FileError) {
      try store.setBatchFile(BatchFile.spec, to: Array(BatchSpec.text(of: plan).utf8))
      try store.setBatchFile(BatchFile.summary, to: result.summaryCSV)
      try store.setBatchFile(BatchFile.aggregate, to: result.aggregateCSV)
      try store.setBatchFile(BatchFile.lossCurve, to: try bestCurve(result))
      try store.setBatchFile(BatchFile.circumstances, to: result.batchJSON(circumstances))
      try store.tidy()
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }

  /// The loss curve of the best run; nil where no run has finished.
  private func bestCurve(_ result: BatchResult) throws(FileError) -> [UInt8]? {
    guard let best = result.best else { return nil }
    return try store.folder(of: result.plan.runs[best].id).appending(RunFile.lossCurve).contents()
  }
}
