import Foundation
import Testing

/// What the program leaves on disk: the same bytes in every circumstance.
@Suite struct ResultTests {
  private let program: Program
  private static let sweep = """
    dataset: xor
    activation: tanh
    epochs: 40
    sweep:
      parameters:
        learning_rate: [0.1, 1]
        layers: [[2, 2, 1], [2, 17, 1]]
        precision: [float32, float64]
      seeds: 2
    """

  init() throws {
    program = try Program()
    try program.write(Self.sweep, to: "sweep.yaml")
  }

  @Test func jobsAndInstructionSetsLeaveTheSameBytes() throws {
    let first = try program.run("sweep.yaml", "--output", "jobs1", "--jobs", "1")
    #expect(first.status == 0)
    let expected = try program.results("jobs1")
    #expect(expected.count == 16 * 4 + 4)
    for jobs in ["2", "8"] {
      try program.run("sweep.yaml", "--output", "jobs" + jobs, "--jobs", jobs)
      #expect(try program.results("jobs" + jobs) == expected)
    }
    for set in ["baseline", "avx2", "avx512"] {
      let result = try program.run(
        "sweep.yaml", "--output", set, environment: ["NN_RUN_CPU": set])
      if result.status == 64, result.error.contains("not available") {
        print("skipped: this processor lacks \(set)")
        continue
      }
      #expect(result.status == 0)
      #expect(try program.results(set) == expected)
    }
  }

  @Test func finishedRunsAreCached() throws {
    try program.run("sweep.yaml")
    let before = try program.results("runs")
    let again = try program.run("sweep.yaml")
    #expect(again.status == 0)
    #expect(again.output.contains("16 cached"))
    #expect(try program.results("runs") == before)
    let forced = try program.run("sweep.yaml", "--force")
    #expect(forced.status == 0)
    #expect(!forced.output.contains("cached"))
    #expect(try program.results("runs") == before)
  }

  @Test func tornRunsAreTrainedAgain() throws {
    try program.run("sweep.yaml")
    let before = try program.results("runs")
    let curve = try #require(before.keys.first { $0.hasSuffix("/loss_curve.csv") && $0.count > 30 })
    try program.write("epoch,train_loss\n", to: "runs/\(curve)")
    let again = try program.run("sweep.yaml")
    #expect(again.output.contains("15 cached"))
    #expect(try program.results("runs") == before)
  }

  @Test func aRunsOwnSpecComesToItsId() throws {
    try program.run("sweep.yaml")
    let ids = program.runs("runs/sweep")
    #expect(ids.count == 16)
    for id in ids.prefix(4) {
      #expect(try program.run("plan", "runs/sweep/\(id)/spec.yaml").output.contains(id))
    }
    let plan = try program.run("plan", "sweep.yaml").output
    #expect(try program.run("plan", "runs/sweep/spec.yaml").output == plan)
  }

  @Test func aKilledBatchGoesOn() throws {
    try program.write(Self.sweep.replacing("epochs: 40", with: "epochs: 20000"), to: "long.yaml")
    try program.run("long.yaml", "--output", "whole", "--jobs", "1")
    let expected = try program.results("whole")
    var kills = 0
    for count in [1, 4, 9] {
      let process = program.process(["long.yaml", "--output", "cut", "--quiet"])
      try process.run()
      while process.isRunning, program.runs("cut/long").count < count { sched_yield() }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 }
    }
    #expect(kills > 0)
    #expect(try program.run("long.yaml", "--output", "cut").status == 0)
    #expect(try program.results("cut") == expected)
  }

  @Test func divergedRunsFailUnlessRecorded() throws {
    let spec = """
      dataset: {inputs: [[1], [2]], targets: [1, 3]}
      layers: [1, 4, 1]
      activation: relu
      epochs: 500
      sweep: {parameters: {learning_rate: [0.01, 1e30]}}
      """
    try program.write(spec, to: "fail.yaml")
    try program.write(spec + "\non_divergence: record", to: "record.yaml")
    let failed = try program.run("fail.yaml")
    #expect(failed.status == 2)
    #expect(failed.output.contains("diverged"))
    #expect(try program.run("record.yaml").status == 0)
    let summary = try program.read("runs/fail/summary.csv")
    #expect(try summary == program.read("runs/record/summary.csv"))
    let rows = summary.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].contains(",completed,1,") && rows[2].contains(",diverged,2,"))
    let diverged = try #require(rows[2].split(separator: ",").first)
    #expect(!program.exists("runs/fail/\(diverged)/model.safetensors"))
    #expect(try program.run("fail.yaml").status == 2)
  }

  @Test func oneSpecMayFailWithoutTheOthers() throws {
    try program.write("dataset: or\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 2", to: "or.yaml")
    try program.write("", to: "runs/sweep")
    let result = try program.run("sweep.yaml", "or.yaml")
    #expect(result.status == 73)
    #expect(result.error.contains("cannot create runs/sweep"))
    #expect(program.runs("runs/or").count == 1)
  }

  @Test func resultsThatCannotBeToldAreAnError() throws {
    let process = program.process(["plan", "sweep.yaml"])
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  /// Two at once: one trains, the other waits and finds everything done.
  @Test func twoProcessesDoNotHarmEachOther() throws {
    try program.run("sweep.yaml", "--output", "one")
    let processes = (0..<2).map { _ in program.process(["sweep.yaml", "--quiet"]) }
    for process in processes { try process.run() }
    for process in processes { process.waitUntilExit() }
    #expect(processes.allSatisfy { $0.terminationStatus == 0 })
    #expect(try program.results("runs") == program.results("one"))
  }
}
