import Foundation
import Testing

/// What a person sees who stops the program.
@Suite struct SignalTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      layers: [2, 16, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 1000000000
      log_every: 100000000
      sweep: {seeds: 3}
      """, to: "endless.yaml")
  }

  /// Starts the endless experiment, and waits until it has begun two runs.
  private func started(_ arguments: String...) throws -> Process {
    let process = program.process(["endless.yaml", "--jobs", "2", "--quiet"] + arguments)
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, program.drafts("runs/endless").count < 2 { sched_yield() }
    return process
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func theFirstSignalStopsAtAnEpoch(signal: Int32, status: Int32) throws {
    let process = try started()
    defer { kill(process.processIdentifier, SIGKILL) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == status)
    let summary = try program.read("runs/endless/summary.csv")
    let rows = summary.split(separator: "\n").dropFirst()
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.contains(",interrupted,") })
  }

  /// One that waits for another's runs is told apart by its signal too.
  @Test func waitingEndsByASignal() throws {
    let first = try started("--set", "sweep.seeds=2")
    defer { kill(first.processIdentifier, SIGKILL) }
    let second = program.process(
      ["endless.yaml", "--set", "sweep.seeds=2", "--progress", "none"])
    let pipe = Pipe()
    second.standardError = pipe
    try second.run()
    defer { kill(second.processIdentifier, SIGKILL) }
    let told = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    #expect(told == "waiting for 2 runs that another nn-run trains in runs/endless\n")
    kill(second.processIdentifier, SIGTERM)
    second.waitUntilExit()
    #expect(second.terminationStatus == 143)
    #expect(first.isRunning)
  }

  /// A reader of standard error that has stopped reading holds up neither runs nor signals.
  @Test func aStalledReaderHoldsUpNothing() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 9\n",
      to: "short.yaml")
    let process = program.process(["short.yaml", "--progress", "plain"])
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
    let filler = [UInt8](repeating: 0, count: 4096)
    while write(writing, filler, filler.count) > 0 {}
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) & ~O_NONBLOCK)
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(program.runs("runs/short").count == 1)
  }
}
