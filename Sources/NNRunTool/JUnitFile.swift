internal import Experiments
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// A file of results in the form of JUnit, written when all batches have ended.
struct JUnitFile {
  private let file: ReportFile
  private var suites: [JUnitSuite] = []

  /// How many rows of a loss curve a failure shows.
  private static let shownRows = 5

  /// A file to be.
  init(_ path: FilePath) throws(ExitError) {
    file = try ReportFile(path, beginsWith: "<", form: "XML")
  }

  /// Adds what came of a batch.
  mutating func add(_ ending: Batch.Ending, of batch: Batch) {
    let (runs, store) = (ending.result.plan.runs, batch.store)
    suites.append(
      JUnitSuite(
        ending.result, expectations: ending.expectations, obstacle: ending.obstacle,
        circumstances: ending.circumstances,
        sources: JUnitSuite.Sources(
          seconds: { store.seconds(of: runs[$0]) },
          curve: { store.endOfCurve(of: runs[$0], rows: Self.shownRows) })))
  }

  /// Writes the file as a whole.
  ///
  /// - Returns: whether that went well; what did not has been told.
  func write() -> ExitStatus { file.write(JUnitReport.content(suites)) }
}
