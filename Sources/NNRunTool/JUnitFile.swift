internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// A file of results in the form of JUnit, written when all batches have ended.
struct JUnitFile {
  private let path: FilePath
  private var suites: [JUnitSuite] = []

  /// How many rows of a loss curve a failure shows.
  private static let shownRows = 5

  /// A file to be; its folder is made, so that what cannot be written is told before anything is
  /// trained.
  init(_ path: FilePath) throws(ExitError) {
    self.path = path
    if (try? path.entries()) != nil {
      throw ExitError(.cannotCreate, "cannot create \(path): there is a folder of that name")
    }
    // A spec is easily named here by mistake.
    if let start = try? path.contents(upTo: 1), !start.isEmpty, start != [UInt8(ascii: "<")] {
      throw ExitError(.cannotCreate, "cannot create \(path): the file of that name is no XML")
    }
    do throws(FileError) {
      let folder = path.removingLastComponent()
      if !folder.isEmpty { try folder.makeFolder() }
      try draft.write([])
      try draft.removeFile()
    } catch {
      throw ExitError(.cannotCreate, error.description)
    }
  }

  /// Where the file is written before it gets its name.
  private var draft: FilePath {
    path.removingLastComponent().appending(".\(path.lastComponent?.string ?? "junit").partial")
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
  func write() -> ExitStatus {
    do throws(FileError) {
      try path.replace(with: JUnitReport.content(suites), draft: draft)
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }
}
