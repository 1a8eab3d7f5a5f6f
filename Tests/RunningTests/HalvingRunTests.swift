import Experiments
import RunRecords
import TestPlans
import Testing

@testable import Running

/// Experiments that go on rung by rung.
struct HalvingRunTests {
  @Test func `each rung is a round, and its runs are the strategy's`() throws {
    try withFolder { folder in
      let plan = try halving(rates: 3)
      let launcher = ScriptedLauncher { .ends(loss: Double($0.configurationNumber)) }
      let experiment = ScriptedExperiment(plan, in: folder, by: launcher)
      let end = try experiment.run()
      #expect(
        experiment.events == [
          "planned 3, rung 1 of 3 from [0, 0, 0]", "started 0", "finished 0 completed",
          "started 1", "finished 1 completed", "started 2", "finished 2 completed", "round ended",
          "planned 1, rung 2 of 3 from [10]", "started 0", "finished 0 completed", "round ended",
          "planned 1, rung 3 of 3 from [30]", "started 0", "finished 0 completed", "round ended",
          "ended",
        ])
      #expect(launcher.launched == [[0, 1, 2], [0], [0]])
      #expect(end.result.records.map(\.status) == [.completed, .pruned, .pruned])
      #expect(end.result.records.map(\.rung) == [3, 1, 1])
      #expect(end.result.plan.runs[0].id == plan.runs[0].id)
      // Each rung left a folder.
      #expect(try names(experiment.store.folder).count { RunID($0) != nil } == 5)
    }
  }

  @Test func `what has been trained decides as if it were trained now`() throws {
    try withFolder { folder in
      let plan = try halving(rates: 3)
      let launcher = ScriptedLauncher { .ends(loss: Double($0.configurationNumber)) }
      try ScriptedExperiment(plan, in: folder, by: launcher).run()
      let never = ScriptedLauncher { _ in .fails("never asked for") }
      let again = ScriptedExperiment(plan, in: folder, by: never)
      let end = try again.run()
      #expect(never.launched.isEmpty)
      #expect(end.result.counts.cached == 3)
      #expect(end.result.records.map(\.rung) == [3, 1, 1])
    }
  }

  @Test func `a signal in a rung leaves the later ones undecided`() throws {
    try withFolder { folder in
      let plan = try halving(rates: 9)
      let cancellation = Cancellation()
      let launcher = ScriptedLauncher { run in
        if run.configuration.stopAt == 30 { cancellation.cancel() }
        return .ends(loss: Double(run.configurationNumber))
      }
      let experiment = ScriptedExperiment(plan, in: folder, by: launcher, cancellation)
      let end = try experiment.run()
      #expect(launcher.launched.count == 2)
      #expect(end.result.records.map(\.rung) == [2, 2, 2, 1, 1, 1, 1, 1, 1])
      #expect(end.result.records[0].status == .interrupted)
      #expect(end.result.best == nil)
    }
  }
}
