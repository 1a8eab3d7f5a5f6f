internal import Files
internal import SystemPackage

/// A file that the command line names for something that the program writes.
struct ReportFile {
  private let file: NamedFile

  /// A file to be, whose folder is made: what cannot be written is told before anything is done.
  ///
  /// - Parameters:
  ///   - start: what every such file begins with; one that begins otherwise is none, such as a spec that
  ///     was named by mistake, and is left alone.
  ///   - form: what such files are called.
  init(_ path: FilePath, beginsWith start: String, form: String) throws(ExitError) {
    file = NamedFile(path)
    do throws(FileError) {
      try file.prepare()
    } catch {
      throw ExitError(.cannotCreate, error.description)
    }
    let found = file.beginning(start.utf8.count)
    if !found.isEmpty, found != Array(start.utf8) {
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
