internal import ArgumentParser
internal import Files
internal import Text

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
    ProcessLimits.shareMemory(coreCount: Machine.coreCount)
    // A reader that goes away, as `| head` does, must end neither a training nor a program with an error.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try NNRun.parseAsRoot()
      try command.run()
    } catch let error as ExitError {
      NNRun.exit(withError: error.status.code)
    } catch {
      guard !NNRun.exitCode(for: error).isSuccess else {
        // Help, the version, or a script of completions.
        NNRun.exit(withError: Console.output.report(NNRun.fullMessage(for: error) + "\n").code)
      }
      for line in lines(error) { Console.error.inform(line) }
      NNRun.exit(withError: ExitStatus.badCommandLine.code)
    }
  }

  /// What is wrong with the command line, and how it is used.
  ///
  /// The argument parser quotes arguments as they are, among line ends of its own: these are told apart by
  /// what it says of arguments without control characters.
  private static func lines(_ error: any Error) -> [String] {
    let arguments = CommandLine.arguments.dropFirst()
    let printable = arguments.map(DisplayText.printable)
    guard !arguments.elementsEqual(printable) else { return lines(NNRun.fullMessage(for: error)) }
    do {
      _ = try NNRun.parseAsRoot(printable)
      return [NNRun.fullMessage(for: error)]
    } catch {
      return lines(NNRun.fullMessage(for: error))
    }
  }

  /// The lines of a text.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
