import Experiments
import Files
import Foundation
import RunRecords
import Synchronization
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// What happens while an experiment is run, whoever trains its runs.
struct ExperimentRunnerTests {
  private func limits(
    total: TimeLimit? = nil, failures: FailureCount? = nil
  ) -> RunLimits {
    RunLimits(run: nil, total: total, failures: failures)
  }

  private static let minute = TimeLimit(.seconds(60), option: "--total-time-limit 1m")

  @Test func `events tell what becomes of each run, and files are made in the end`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(
        try seeded(4), in: folder, [2: .fails("no room"), 3: .ends(loss: .nan)])
      try experiment.store.record(experiment.plan.runs[1], loss: 1)
      experiment.machine.advance(by: .seconds(3))
      let end = try experiment.run()
      #expect(
        experiment.events == [
          "planned 4", "cached 1 completed", "started 0", "finished 0 completed", "started 2",
          "finished 2 failed", "started 3", "finished 3 diverged", "round ended", "ended",
        ])
      #expect(experiment.launcher.launched == [[0, 2, 3]])
      #expect(end.result.records.map(\.status) == [.completed, .completed, .failed, .diverged])
      #expect(end.result.records.map(\.isCached) == [false, true, false, false])
      #expect(end.result.records[2].message == "no room")
      #expect(end.result.counts.trained == 2 && end.result.counts.cached == 1)
      #expect(end.result.earlyEnd == nil && end.obstacle == nil && end.missingFiles.isEmpty)
      #expect(end.provenance?.started == "at 3" && end.provenance?.finished == "at 3")
      #expect(end.provenance?.host == "here" && end.provenance?.version == "1.2.3")
      #expect(end.provenance?.arguments == ["spec.yaml"])

      let runs = experiment.plan.runs.map(\.id.description)
      let found = try names(experiment.store.folder)
      #expect(
        found.sorted()
          == ([
            ".lock", ".plans", "aggregate.csv", "experiment.json", "loss_curve.csv", "spec.yaml",
            "summary.csv", runs[0], runs[1], runs[3],
          ]).sorted())
      #expect(
        try text(experiment.store.folder.appending("spec.yaml"))
          == ResolvedSpec.text(of: experiment.plan))
      #expect(experiment.machine.timerCount == 0)
    }
  }

  @Test func `files are made in the order of the plan, whatever came first`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(3), in: folder)
      try experiment.store.record(experiment.plan.runs[2], loss: 2)
      try experiment.run()
      let rows = try text(experiment.store.folder.appending("summary.csv")).split(separator: "\n")
      #expect(
        rows.dropFirst().map { $0.prefix(16) }
          == experiment.plan.runs.map { Substring($0.id.description) })
    }
  }

  @Test func `nothing is trained where everything is there`() throws {
    try withFolder { folder in
      let first = ScriptedExperiment(try seeded(3), in: folder)
      try first.run()
      let files = try names(first.store.folder)
      let second = ScriptedExperiment(try seeded(3), in: folder)
      let end = try second.run()
      #expect(second.launcher.launched.isEmpty)
      #expect(
        second.events == ["planned 3"] + (0..<3).map { "cached \($0) completed" }
          + ["round ended", "ended"])
      #expect(end.result.counts.cached == 3)
      #expect(try names(second.store.folder) == files)
    }
  }

  @Test func `all runs are trained again by force`() throws {
    try withFolder { folder in
      try ScriptedExperiment(try seeded(2), in: folder).run()
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      let end = try experiment.run(isForced: true)
      #expect(experiment.launcher.launched == [[0, 1]])
      #expect(end.result.counts.trained == 2 && end.result.counts.cached == 0)
    }
  }

  @Test func `a run that comes out with other bytes has failed`() throws {
    try withFolder { folder in
      try ScriptedExperiment(try seeded(2), in: folder).run()
      let other = ScriptedExperiment(try seeded(2), in: folder, [1: .ends(loss: 7)])
      let end = try other.run(isForced: true)
      #expect(end.result.records.map(\.status) == [.completed, .failed])
    }
  }

  @Test func `an interrupted experiment goes on where it was`() throws {
    try withFolder { folder in
      let first = ScriptedExperiment(
        try seeded(3), in: folder, [1: .timesOut, 2: .fails("no room")])
      try first.store.prepare()
      try first.store.abandon(first.plan.runs[1])
      try first.run()
      // What an earlier attempt had left of a run of the plan is of no more use.
      #expect(!first.store.partialFolder.exists)
      let second = ScriptedExperiment(try seeded(3), in: folder)
      let end = try second.run()
      #expect(second.launcher.launched == [[1, 2]])
      #expect(end.result.counts[.completed] == 3)
    }
  }

  @Test func `events come one at a time`() throws {
    try withFolder { folder in
      let isTold = Atomic(false)
      let overlaps = Atomic(0)
      let count = Atomic(0)
      let plan = try seeded(40)
      let launcher = CrowdedLauncher()
      let machine = ScriptedMachine()
      let runner = ExperimentRunner(
        plan, strategy: plan.strategy, launcher: launcher,
        store: machine.context().store(folder.appending("spec")), spec: "", files: [],
        options: ExperimentRunner.Options(
          jobs: 2, isForced: false, limits: limits(), instructionSet: "", dataRoot: nil),
        context: machine.context(), cancellation: Cancellation())
      runner.run { _ in
        if isTold.exchange(true, ordering: .sequentiallyConsistent) {
          overlaps.wrappingAdd(1, ordering: .relaxed)
        }
        count.wrappingAdd(1, ordering: .relaxed)
        sched_yield()
        isTold.store(false, ordering: .sequentiallyConsistent)
      }
      #expect(overlaps.load(ordering: .relaxed) == 0)
      #expect(count.load(ordering: .relaxed) == 43)
    }
  }

  /// Reports on all runs at once.
  private struct CrowdedLauncher: Launcher {
    func firstEpochs(of round: SearchRound) -> [Int] { round.plan.runs.map { _ in 0 } }

    func launch(_ order: LaunchOrder, report: @escaping @Sendable (RunEvent) -> Void) {
      DispatchQueue.concurrentPerform(iterations: order.pending.count) { run in
        report(.finished(run, RunRecord(failure: "no room")))
      }
    }
  }

  @Test func `too many failures end the experiment, and all that come after it`() throws {
    try withFolder { folder in
      let failures = FailureCount(2, option: "--max-failures 2")
      let experiment = ScriptedExperiment(
        try seeded(5), in: folder, [0: .fails("no room"), 2: .timesOut])
      let end = try experiment.run(limits: limits(failures: failures))
      #expect(
        end.result.records.map(\.status)
          == [.failed, .completed, .timedOut, .interrupted, .interrupted])
      #expect(end.result.earlyEnd == .failures(option: "--max-failures 2"))
      #expect(experiment.cancellation.isCancelled)
    }
  }

  @Test(arguments: [("fail", 1), ("record", 3)])
  func `a run that diverged before counts as a failure where divergence is one`(
    handling: String, trained: Int
  ) throws {
    try withFolder { folder in
      let plan = try seeded(3, "on_divergence: \(handling)")
      let experiment = ScriptedExperiment(plan, in: folder)
      try experiment.store.record(plan.runs[1], loss: .nan)
      let end = try experiment.run(
        limits: limits(failures: FailureCount(1, option: "--fail-fast")))
      #expect(end.result.records.count { $0.summary != nil } == trained)
      #expect((end.result.earlyEnd == nil) == (handling == "record"))
    }
  }

  @Test func `an experiment over its time is interrupted, and others are not`() throws {
    try withFolder { folder in
      let plan = try seeded(4)
      let machine = Mutex<ScriptedMachine?>(nil)
      let launcher = ScriptedLauncher { run in
        machine.withLock { $0 }?.advance(by: .seconds(run.seed == 1 ? 60 : 0))
        return .ends(loss: 1)
      }
      let experiment = ScriptedExperiment(plan, in: folder, by: launcher)
      machine.withLock { $0 = experiment.machine }
      let end = try experiment.run(limits: limits(total: Self.minute))
      #expect(
        end.result.records.map(\.status) == [.completed, .interrupted, .interrupted, .interrupted])
      #expect(end.result.earlyEnd == .timeLimit(option: "--total-time-limit 1m"))
      #expect(!experiment.cancellation.isCancelled)
      #expect(experiment.machine.timerCount == 0)
      // The files tell of it all the same.
      let summary = try text(experiment.store.folder.appending("summary.csv"))
      #expect(summary.split(separator: "\n").count { $0.contains(",interrupted,") } == 3)
      #expect(end.provenance?.seconds == 60)
    }
  }

  @Test func `an experiment within its time is not interrupted`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      experiment.machine.advance(by: .seconds(600))
      let end = try experiment.run(limits: limits(total: Self.minute))
      #expect(end.result.earlyEnd == nil)
      experiment.machine.advance(by: .seconds(600))
      #expect(end.result.counts[.completed] == 2)
    }
  }

  @Test func `a signal stops what has not begun`() throws {
    try withFolder { folder in
      let plan = try seeded(3)
      let cancellation = Cancellation()
      let launcher = ScriptedLauncher { run in
        if run.seed == 1 { cancellation.cancel() }
        return .ends(loss: 1)
      }
      let experiment = ScriptedExperiment(plan, in: folder, by: launcher, cancellation)
      let end = try experiment.run()
      #expect(end.result.records.map(\.status) == [.completed, .interrupted, .interrupted])
      #expect(end.result.earlyEnd == .signal)
      #expect(experiment.events.last == "ended")
      #expect(experiment.store.folder.appending("summary.csv").exists)
    }
  }

  @Test func `an experiment that is not begun has interrupted runs alone`() throws {
    try withFolder { folder in
      let plan = try seeded(2, "expect: [{metric: train_loss, max: 1}]")
      let experiment = ScriptedExperiment(plan, in: folder)
      experiment.cancellation.cancel()
      let end = experiment.runner().unbegun()
      #expect(end.result.records.map(\.status) == [.interrupted, .interrupted])
      #expect(end.result.earlyEnd == .signal)
      #expect(end.provenance == nil && end.obstacle == nil)
      #expect(end.expectations.map(\.verdict) == [.undecided])
      #expect(try names(folder).isEmpty)
    }
  }
}
