/// An end of the program whose reason has been told.
struct ExitError: Error {
  /// What the program exits with.
  let status: ExitStatus

  /// An end whose reason has been told already.
  init(_ status: ExitStatus) { self.status = status }

  /// An end for a reason, which is told now.
  init(_ status: ExitStatus, _ reason: String) {
    Console.error.tell(reason)
    self.status = status
  }
}
