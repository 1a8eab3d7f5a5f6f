internal import ArgumentParser
internal import SystemPackage

/// The program `nn-run-bench` from its start to its end.
public enum BenchTool {
  /// Does what the command line says, and ends the process.
  public static func main() {
    do {
      var command = try NNRunBench.parseAsRoot()
      try command.run()
    } catch let failure as BenchFailure {
      _ = try? FileDescriptor.standardError.writeAll("\(failure.text)\n".utf8)
      NNRunBench.exit(withError: failure.code)
    } catch {
      NNRunBench.exit(withError: error)
    }
  }
}

/// The command `nn-run-bench`: what it can measure.
struct NNRunBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nn-run-bench",
    abstract: "Measures how fast nn-run trains and reads, and how fast its kernels are.",
    discussion: "`make bench` and `make bench-kernels` use it; docs/Performance.md says how.",
    subcommands: [
      TrainCommand.self, KernelsCommand.self, ReadCommand.self, PeakCommand.self,
    ])
}
