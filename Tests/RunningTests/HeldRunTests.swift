import Experiments
import Files
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// Several processes that run one experiment.
struct HeldRunTests {
  /// Gives `body` an experiment of three runs, the second of which another process trains.
  private func withHeld(
    process: Int = ScriptedMachine.other,
    _ body: (ScriptedExperiment, RunPlan.Run, Claims) throws -> Void
  ) throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(3), in: folder)
      let run = experiment.plan.runs[1]
      let other = experiment.other(process: process)
      try experiment.store.prepare()
      let stop = try other.begin()
      defer { stop() }
      #expect(try other.take(run.id))
      try body(experiment, run, other)
    }
  }

  @Test func `a run that another process finishes is waited for`() throws {
    try withHeld { experiment, run, other in
      let store = experiment.store
      experiment.machine.whenWaiting(
        {},
        {
          #expect(throws: Never.self) { try store.record(run, loss: 1) }
          other.release(run.id)
        })
      let end = try experiment.run()
      #expect(
        experiment.events == [
          "planned 3", "started 0", "finished 0 completed", "held 1", "started 2",
          "finished 2 completed", "waiting for 1", "cached 1 completed", "round ended", "ended",
        ])
      #expect(experiment.launcher.launched == [[0, 1, 2]])
      #expect(end.result.counts.trained == 2 && end.result.counts.cached == 1)
    }
  }

  @Test func `a run that another process gives up is trained`() throws {
    try withHeld { experiment, run, other in
      experiment.machine.whenWaiting({}, { other.release(run.id) })
      let end = try experiment.run()
      #expect(
        experiment.events == [
          "planned 3", "started 0", "finished 0 completed", "held 1", "started 2",
          "finished 2 completed", "waiting for 1", "started 1", "finished 1 completed",
          "round ended", "ended",
        ])
      #expect(experiment.launcher.launched == [[0, 1, 2], [1]])
      #expect(end.result.counts.trained == 3)
    }
  }

  @Test func `a run of a process that has ended is trained at once`() throws {
    try withHeld(process: ScriptedMachine.ended) { experiment, _, _ in
      let end = try experiment.run()
      #expect(!experiment.events.contains("held 1"))
      #expect(end.result.counts.trained == 3)
    }
  }

  @Test func `nothing is left of processes that were killed before or meanwhile`() throws {
    try withHeld(process: ScriptedMachine.ended) { experiment, _, _ in
      let folder = experiment.store.folder
      let context = experiment.machine.context(process: ScriptedMachine.ended + 1)
      let launcher = ScriptedLauncher { _ in
        #expect(throws: Never.self) { try Claims(in: folder, context: context).begin() }
        return .ends(loss: 1)
      }
      let again = ScriptedExperiment(
        experiment.plan, in: folder.removingLastComponent(), by: launcher)
      try again.run()
      #expect(!folder.appending(".claims").exists)
    }
  }

  @Test func `by force a run is trained when another process has done so`() throws {
    try withHeld { experiment, run, other in
      let store = experiment.store
      experiment.machine.whenWaiting(
        { #expect(throws: Never.self) { try store.record(run, loss: 1) } },
        { other.release(run.id) })
      let end = try experiment.run(isForced: true)
      #expect(experiment.launcher.launched == [[0, 1, 2], [1]])
      #expect(end.result.counts.trained == 3)
    }
  }

  @Test func `a wait ends with the experiment's time`() throws {
    try withHeld { experiment, _, _ in
      let machine = experiment.machine
      for _ in 1..<20 { machine.whenWaiting({}) }
      machine.whenWaiting { machine.advance(by: .seconds(60)) }
      let limits = RunLimits(
        run: nil, total: TimeLimit(.seconds(60), option: "--total-time-limit 1m"),
        failures: nil)
      let end = try experiment.run(limits: limits)
      #expect(end.result.records.map(\.status) == [.completed, .interrupted, .completed])
      #expect(end.result.earlyEnd == .timeLimit(option: "--total-time-limit 1m"))
    }
  }

  @Test func `a wait ends with a signal`() throws {
    try withHeld { experiment, _, _ in
      let cancellation = experiment.cancellation
      experiment.machine.whenWaiting { cancellation.cancel() }
      let end = try experiment.run()
      #expect(end.result.records.map(\.status) == [.completed, .interrupted, .completed])
      #expect(end.result.earlyEnd == .signal)
    }
  }

  @Test func `the claims of others outlive an experiment, its own do not`() throws {
    try withHeld { experiment, run, _ in
      let cancellation = experiment.cancellation
      experiment.machine.whenWaiting { cancellation.cancel() }
      try experiment.run()
      let claims = experiment.store.folder.appending(".claims")
      #expect(
        try names(claims).sorted()
          == [run.id.description, "here-\(ScriptedMachine.other)"].sorted())
    }
  }

  @Test func `who writes the tables is waited for`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(1), in: folder)
      try experiment.store.prepare()
      let lock = try #require(try OtherLock(experiment.store.folder))
      // What does not take a second is not told.
      for _ in 1..<20 { experiment.machine.whenWaiting({}) }
      experiment.machine.whenWaiting({ lock.release() })
      let end = try experiment.run()
      #expect(
        experiment.events == [
          "waiting for 0", "planned 1", "started 0", "finished 0 completed", "round ended", "ended",
        ])
      #expect(end.result.counts[.completed] == 1)
    }
  }

  @Test func `an experiment whose time ends before it can begin is not begun`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      try experiment.store.prepare()
      let lock = try #require(try OtherLock(experiment.store.folder))
      defer { lock.release() }
      let machine = experiment.machine
      for _ in 1..<20 { machine.whenWaiting({}) }
      machine.whenWaiting { machine.advance(by: .seconds(60)) }
      let limits = RunLimits(
        run: nil, total: TimeLimit(.seconds(60), option: "--total-time-limit 1m"),
        failures: nil)
      let end = try experiment.run(limits: limits)
      #expect(experiment.events == ["waiting for 0", "ended"])
      #expect(end.result.records.map(\.status) == [.interrupted, .interrupted])
      #expect(end.result.earlyEnd == .timeLimit(option: "--total-time-limit 1m"))
      #expect(end.provenance == nil)
      #expect(!experiment.store.folder.appending("spec.yaml").exists)
    }
  }
}
