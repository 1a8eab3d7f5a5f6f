package import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The program from its start to its end.
public enum CommandLineTool {
  /// Does what the command line says, and ends the process.
  public static func main() { run(NNRun.self) }

  /// Does what the command line asks of a command, and ends the process.
  package static func run(_ root: (some ParsableCommand).Type) {
    StandardDescriptors.open()
    // A reader that goes away, as `| head` does, must end neither a training nor a program with an error.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try root.parseAsRoot()
      try command.run()
    } catch let error as ExitError {
      root.exit(withError: error.status.code)
    } catch {
      let message = root.fullMessage(for: error)
      guard !root.exitCode(for: error).isSuccess else {
        // Help, the version, or a script of completions.
        root.exit(withError: Console.output.report(message + "\n").code)
      }
      Console.error.print(message)
      root.exit(withError: ExitStatus.badCommandLine.code)
    }
  }
}
