internal import ArgumentParser

/// What the exit codes of the program mean; where several hold, the later case counts.
enum ExitStatus: Int32, Comparable {
  /// Everything ran.
  case success = 0
  /// An expectation, or what was to be verified, does not hold.
  case checkFailed = 1
  /// A run failed, timed out or diverged, or there was no time for it.
  case runFailed = 2
  /// The command line makes no sense.
  case badCommandLine = 64
  /// A spec or its data makes no sense.
  case badSpec = 65
  /// A named file cannot be read.
  case noInput = 66
  /// A file or folder cannot be made where it is to be, or another nn-run works there.
  case cannotCreate = 73
  /// Reading or writing failed.
  case ioError = 74
  /// A signal came: the terminal was closed.
  case hangup = 129
  /// A signal came: Ctrl-C.
  case interrupt = 130
  /// A signal came: the program was asked to end.
  case terminate = 143

  /// Orders by precedence.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The code as the argument parser has it.
  var code: ExitCode { ExitCode(rawValue) }
}
