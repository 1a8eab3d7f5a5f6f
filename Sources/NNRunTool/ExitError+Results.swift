internal import Files
internal import Running

extension ExitError {
  /// An end because results cannot be had or changed; told now.
  init(_ error: ResultsError) {
    switch error {
    case .missing(let reason): self.init(.noInput, reason)
    case .altered(let reason): self.init(.badSpec, reason)
    case .ambiguous(let reason): self.init(.badCommandLine, reason)
    case .occupied(let reason): self.init(.cannotCreate, reason)
    case .file(let error): self.init(.ioError, error.description)
    case .spec(let failure):
      // Specs that experiments and runs have left are no files of a checkout, and their warnings were told
      // when they were written.
      var output = DiagnosticOutput()
      self.init(output.tell(failure))
    }
  }
}

/// What `body` gives; that results cannot be had or changed is told, and ends the program.
func ending<Result>(
  _ body: () throws(ResultsError) -> Result
) throws(ExitError) -> Result {
  do throws(ResultsError) { return try body() } catch { throw ExitError(error) }
}
