internal import ArgumentParser

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
  public static func main() {
    StandardDescriptors.open()
    // A reader that goes away, as `| head` does, must end neither a training nor a program with an error.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try NNRun.parseAsRoot()
      try command.run()
    } catch let error as ExitError {
      NNRun.exit(withError: error.status.code)
    } catch {
      let message = NNRun.fullMessage(for: error)
      guard !NNRun.exitCode(for: error).isSuccess else {
        // Help, the version, or a script of completions.
        NNRun.exit(withError: Console.output.report(message + "\n").code)
      }
      Console.error.print(message)
      NNRun.exit(withError: ExitStatus.badCommandLine.code)
    }
  }
}
