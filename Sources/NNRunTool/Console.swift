internal import Files
internal import SystemPackage
internal import Text

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where the program's texts go: results to standard output, everything else to standard error.
struct Console: Sendable {
  /// Standard output.
  static let output = Console(.standardOutput)
  /// Standard error.
  static let error = Console(.standardError)
  /// Standard error, for what is told while runs are trained.
  static let background = BackgroundWriter { error.write($0) }

  private let file: FileDescriptor

  private init(_ file: FileDescriptor) { self.file = file }

  /// Writes a text as it is, if that can be: for what is told beside the results.
  func write(_ text: String) { _ = try? file.writeAll(text.utf8) }

  /// Writes a text and ends the line, likewise.
  func print(_ text: String) { write(text + "\n") }

  /// Writes what the program was asked for.
  ///
  /// - Throws: the exit status, where it cannot be written.
  func deliver(_ text: String) throws(ExitError) { try deliver(Array(text.utf8)) }

  /// Writes bytes of what the program was asked for.
  ///
  /// - Throws: the exit status, where they cannot be written: that of success where the reader has
  ///   gone away, as `| head` does, and nothing more is asked for.
  func deliver(_ bytes: [UInt8]) throws(ExitError) {
    do {
      try file.writeAll(bytes)
    } catch Errno.brokenPipe {
      throw ExitError(.success)
    } catch {
      throw ExitError(.ioError, "cannot write to standard output")
    }
  }

  /// Writes what the program tells of something that it has done.
  ///
  /// - Returns: what the program is to exit with because of it; that a reader has gone away is no error.
  func report(_ text: String) -> ExitStatus {
    do throws(ExitError) {
      try deliver(text)
      return .success
    } catch {
      return error.status
    }
  }

  /// Writes an error of the program.
  func tell(_ error: String) { inform("nn-run: error: \(error)") }

  /// Writes a warning of the program.
  func warn(_ warning: String) { inform("nn-run: warning: \(warning)") }

  /// Writes what is worth knowing.
  func note(_ note: String) { inform("nn-run: note: \(note)") }

  /// Writes one line of its own, whatever is in the text: nothing of data, names and arguments reaches a
  /// terminal or a log as a control character.
  func inform(_ text: String) { print(DisplayText.printable(text)) }

  /// Whether a person reads along, rather than a file or another program.
  var isTerminal: Bool { isatty(file.rawValue) == 1 }

  /// How many columns a line has: the terminal's, or any number for a file.
  var width: Int {
    var size = winsize()
    guard ioctl(file.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return .max }
    return Int(size.ws_col)
  }

  /// Whether a line can be drawn again: on a terminal that knows more than lines.
  var canRedraw: Bool { isTerminal && Environment["TERM"] != "dumb" }

  /// Whether texts may be coloured: on such a terminal, unless `NO_COLOR` says otherwise.
  ///
  /// Source: https://no-color.org.
  var mayColour: Bool { canRedraw && (Environment["NO_COLOR"] ?? "").isEmpty }
}
