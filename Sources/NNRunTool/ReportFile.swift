internal import Files
internal import SystemPackage

/// A file that the command line names for a report.
struct ReportFile {
  private let file: NamedFile

  /// A file to be, whose folder is made: what cannot be written is told before anything is done.
  ///
  /// - Parameters:
  ///   - start: the letter that every such report begins with; a file that begins otherwise is none, such
  ///     as a spec that was named by mistake.
  ///   - form: what the reports are called.
  init(_ path: FilePath, beginsWith start: Character, form: String) throws(ExitError) {
    file = NamedFile(path)
    do throws(FileError) {
      try file.prepare()
    } catch {
      throw ExitError(.cannotCreate, error.description)
    }
    if let found = file.firstByte, found != start.asciiValue {
      throw ExitError(.cannotCreate, "cannot create \(path): the file of that name is no \(form)")
    }
  }

  /// Writes the file as a whole.
  ///
  /// - Returns: whether that went well; what did not has been told.
  func write(_ bytes: [UInt8]) -> ExitStatus {
    do throws(FileError) {
      try file.write(bytes)
      return .success
    } catch {
      Console.error.tell(error.description)
      return .ioError
    }
  }
}
