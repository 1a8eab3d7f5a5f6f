import Foundation
import Testing

/// Several programs at work in one folder.
@Suite struct WriterTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      activation: tanh
      epochs: 2000
      learning_rate: 1
      sweep:
        parameters:
          layers: [[2, 2, 1], [2, 9, 1], [2, 3, 3, 1]]
        seeds: 4
      """, to: "sweep.yaml")
  }

  /// How often each is tried: more often where `NN_RUN_ROUNDS` says so.
  private static let rounds =
    ProcessInfo.processInfo.environment["NN_RUN_ROUNDS"].flatMap(Int.init) ?? 5

  /// Starts a writer that tells nothing.
  private func writer(_ output: String, _ arguments: [String] = []) throws -> Process {
    let process = program.process(
      ["sweep.yaml", "--output", output, "--quiet", "--jobs", "2"] + arguments)
    try process.run()
    return process
  }

  /// Waits until there are so many runs, or a writer has ended.
  private func waitForRuns(_ count: Int, in output: String, of writer: Process) {
    while writer.isRunning, program.runs("\(output)/sweep").count < count { sched_yield() }
  }

  @Test func `three writers leave what one does, even if one is killed`() throws {
    try program.run("sweep.yaml", "--output", "one")
    let expected = try program.results("one")
    let summary = try #require(expected["sweep/summary.csv"])
    for round in 0..<Self.rounds {
      let output = "round\(round)"
      var writers = [try writer(output)]
      // In odd rounds the first one is at work already, and the others wait for it.
      if round % 2 == 1 { waitForRuns(round % 12, in: output, of: writers[0]) }
      writers += try (0..<2).map { _ in try writer(output) }
      // In all rounds but the first, one is killed after so many runs.
      let victim = round == 0 ? nil : round % 2 == 1 ? 0 : round % 3
      if let victim {
        waitForRuns(round % 12, in: output, of: writers[victim])
        kill(writers[victim].processIdentifier, SIGKILL)
      }
      let file = program.folder.appending(path: "\(output)/sweep/summary.csv")
      while writers.contains(where: \.isRunning) {
        if let content = try? Data(contentsOf: file) { #expect(content == summary) }
        sched_yield()
      }
      let survivors = writers.indices.filter { $0 != victim }
      #expect(survivors.allSatisfy { writers[$0].terminationStatus == 0 })
      #expect(try program.results(output) == expected)
      #expect(!program.exists("\(output)/sweep/.partial"))
    }
  }

  /// How many runs a writer says that it has trained.
  private func trained(_ report: String) throws -> Int {
    let counts = try #require(
      report.firstMatch(of: /(?m)^12 runs completed in [^(\n]+?( \((\d+) cached\))?$/))
    return try 12 - (counts.2.map { try #require(Int($0)) } ?? 0)
  }

  @Test func `writers share the runs, and each of these is trained once`() throws {
    try program.run("sweep.yaml", "--output", "one")
    let expected = try program.results("one")
    for round in 0..<Self.rounds {
      let output = "shared\(round)"
      let names = (0..<2 + round % 2).map { "report\(round).\($0)" }
      let writers = try names.map { name in
        let process = program.process(
          ["sweep.yaml", "--output", output, "--progress", "none", "--jobs", "2"])
        try program.write("", to: name)
        process.standardOutput = try FileHandle(
          forWritingTo: program.folder.appending(path: name))
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for writer in writers { writer.waitUntilExit() }
      #expect(writers.allSatisfy { $0.terminationStatus == 0 })
      let counts = try names.map { try trained(program.read($0)) }
      #expect(counts.reduce(0, +) == 12, "\(counts)")
      // The last of them says so too.
      let provenance = try program.read("\(output)/sweep/experiment.json")
      let told = try #require(provenance.firstMatch(of: /"trained": (\d+),/))
      #expect(counts.contains { String($0) == told.1 })
      #expect(try program.results(output) == expected)
      for name in [".partial", ".claims"] { #expect(!program.exists("\(output)/sweep/\(name)")) }
    }
  }

  @Test func `writers of different plans of one name leave the runs of both`() throws {
    try program.run("sweep.yaml", "--output", "one")
    try program.run("sweep.yaml", "--output", "one", "--set", "sweep.seeds=2")
    try program.run("sweep.yaml", "--output", "one", "--set", "epochs=100")
    let expected = try program.results("one").filter { $0.key.split(separator: "/").count == 3 }
    #expect(expected.count == 24 * 4)
    let writers = try [[], ["--set", "sweep.seeds=2"], ["--set", "epochs=100"]]
      .map { try writer("all", $0) }
    for writer in writers { writer.waitUntilExit() }
    #expect(writers.allSatisfy { $0.terminationStatus == 0 })
    #expect(program.plans("all/sweep").count == 3)
    let results = try program.results("all").filter { $0.key.split(separator: "/").count == 3 }
    #expect(results == expected)
  }
}
