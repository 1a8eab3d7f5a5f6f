internal import ArgumentParser
internal import Engine
internal import Text

/// `nn-run-bench peak`: what no training can exceed on the cores that the program may use.
struct PeakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peak",
    abstract: "Measure the multiply-adds in float32 of all cores, as a line of JSON.")

  func run() throws {
    let instructionSet = try BenchMachine.engine().instructionSet
    let peak = Peak.ofCores(BenchMachine.coreCount, instructionSet)
    print(JSON.object([("gflops", .number(peak / 1e9))]).text)
  }
}
