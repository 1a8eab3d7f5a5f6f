internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// A file of results in the form of JUnit, written when all experiments have ended.
struct JUnitFile {
  private let file: ReportFile
  private var suites: [JUnitSuite] = []

  /// How many rows of a loss curve a failure shows.
  private static let shownRows = 5

  /// A file to be.
  init(_ path: FilePath) throws(ExitError) {
    file = try ReportFile(path, beginsWith: "<", form: "XML")
  }

  /// Adds what came of an experiment.
  mutating func add(_ end: ExperimentEnd, in store: RunStore) {
    let runs = end.result.plan.runs
    suites.append(
      JUnitSuite(
        end.result, expectations: end.expectations, obstacle: end.obstacle?.description,
        provenance: end.provenance,
        sources: JUnitSuite.Sources(
          seconds: { store.seconds(of: runs[$0]) },
          curve: { store.endOfCurve(of: runs[$0], rows: Self.shownRows) })))
  }

  /// Writes the file as a whole.
  ///
  /// - Returns: whether that went well; what did not has been told.
  func write() -> ExitStatus { file.write(JUnitReport.content(suites)) }
}
