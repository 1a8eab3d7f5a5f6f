import Foundation
import Testing

/// Where nobody reads what is printed, or it cannot be written.
@Suite struct OutputTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 9\nsweep: {seeds: 2}\n",
      to: "a.yaml")
    try program.run("a.yaml", "--quiet", "-o", "before")
  }

  /// Runs a command that prints to some file.
  private func run(
    _ arguments: [String], printingTo output: Any
  ) throws -> (status: Int32, error: String) {
    let process = program.process(arguments)
    let error = Pipe()
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let told = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: told, as: UTF8.self))
  }

  @Test(arguments: [
    ["a.yaml", "--progress", "none"], ["plan", "a.yaml"], ["check", "a.yaml"],
    ["list", "a", "--runs", "before"], ["show", "best", "--runs", "before"],
    ["expect", "a.yaml", "--runs", "before"], ["merge", "before", "-o", "all"],
    ["clean", "--runs", "before"], ["schema"],
  ])
  func `a reader that goes away is no error`(arguments: [String]) throws {
    let output = Pipe()
    try output.fileHandleForReading.close()
    let (status, error) = try run(arguments, printingTo: output)
    #expect(status == 0)
    #expect(error.isEmpty)
  }

  @Test(arguments: [
    ["a.yaml", "--progress", "none"], ["plan", "a.yaml"], ["merge", "before", "-o", "all"],
    ["verify", "a", "--runs", "before"], ["clean", "--runs", "before"], ["--help"],
    ["plan", "--help"], ["--version"], ["--generate-completion-script", "bash"],
  ])
  func `what cannot be written is told`(arguments: [String]) throws {
    let (status, error) = try run(arguments, printingTo: try full())
    #expect(status == 74)
    #expect(error.contains("nn-run: error: cannot write to standard output\n"))
    if arguments[0] == "a.yaml" { #expect(program.exists("runs/a/summary.csv")) }
  }

  @Test(arguments: ["--help", "--version", "--generate-completion-script=fish"])
  func `what is not of a run goes to standard output too`(argument: String) throws {
    let result = try program.run(argument)
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
    #expect(result.output.hasSuffix("\n") && !result.output.hasSuffix("\n\n"))
  }

  /// Results that were not looked at are not told to be sound.
  @Test func `a verification that nobody reads is not complete`() throws {
    let output = Pipe()
    try output.fileHandleForReading.close()
    let (status, error) = try run(
      ["verify", "a", "--runs", "before", "--jobs", "1"], printingTo: output)
    #expect(status == 74)
    #expect(error.contains("not all runs were verified, as what was found could not be printed"))
  }

  @Test func `runs are removed although nobody reads which`() throws {
    try program.run("a.yaml", "--quiet", "-o", "before", "--set", "epochs=8")
    #expect(program.runs("before/a").count == 4)
    let output = Pipe()
    try output.fileHandleForReading.close()
    let (status, _) = try run(
      ["clean", "--runs", "before", "--plans", "--yes"], printingTo: output)
    #expect(status == 0)
    #expect(program.runs("before/a").count == 2)
  }

  /// A device that takes nothing.
  private func full() throws -> FileHandle {
    try #require(FileHandle(forWritingAtPath: "/dev/full"))
  }
}
