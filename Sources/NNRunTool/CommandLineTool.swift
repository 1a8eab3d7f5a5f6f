internal import ArgumentParser

/// The program from its start to its end.
public enum CommandLineTool {
  /// Does what the command line says, and ends the process.
  public static func main() {
    StandardDescriptors.open()
    do {
      var command = try NNRun.parseAsRoot()
      try command.run()
    } catch let error as ExitError {
      NNRun.exit(withError: error.status.code)
    } catch {
      guard !NNRun.exitCode(for: error).isSuccess else { NNRun.exit(withError: error) }
      Console.error.print(NNRun.fullMessage(for: error))
      NNRun.exit(withError: ExitStatus.badCommandLine.code)
    }
  }
}
