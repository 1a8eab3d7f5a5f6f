import Experiments
import Files
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// What goes of an experiment's folder when it is cleaned.
struct CleaningTests {
  private let machine = ScriptedMachine()

  /// Gives `body` an experiment in which a plan of three runs began, and then one of two others.
  private func withPlans(
    _ body: (ExperimentFolder, _ earlier: RunPlan, _ latest: RunPlan) throws -> Void
  ) throws {
    try withFolder { folder in
      let (earlier, latest) = (try seeded(3), try seeded(2, epochs: 3))
      try ScriptedExperiment(earlier, in: folder).run()
      try ScriptedExperiment(latest, in: folder).run()
      let path = folder.appending("spec")
      try body(try #require(try ExperimentFolder(path, machine.context())), earlier, latest)
    }
  }

  private func cleaning(
    _ experiment: ExperimentFolder, givingUpPlans: Bool = false
  ) throws(ResultsError) -> Cleaning {
    try Cleaning(
      of: experiment, dataRoot: nil, givingUpPlans: givingUpPlans, machine.context())
  }

  private func paths(_ runs: [RunPlan.Run], _ experiment: ExperimentFolder) -> Set<FilePath> {
    Set(runs.map { experiment.store.folder(of: $0.id) })
  }

  @Test func `the runs of all plans that began stay`() throws {
    try withPlans { experiment, earlier, latest in
      let orphan = try seeded(1, epochs: 4).runs[0]
      try experiment.store.record(orphan, loss: 1)
      let cleaning = try cleaning(experiment)
      let found = try cleaning.look()
      #expect(found.orphans.map(\.path) == [experiment.store.folder(of: orphan.id)])
      #expect(found.leftovers.isEmpty && found.plans.isEmpty)
      #expect(experiment.store.folder(of: orphan.id).exists)
      let removed = try cleaning.remove { Issue.record("\($0)") }
      #expect(removed.orphans == found.orphans)
      #expect(!experiment.store.folder(of: orphan.id).exists)
      #expect(paths(earlier.runs + latest.runs, experiment).allSatisfy { $0.exists })
      #expect(!experiment.store.partialFolder.exists)
      #expect(try cleaning.look().all.isEmpty)
    }
  }

  @Test func `earlier plans are given up with the runs that only they name`() throws {
    try withPlans { experiment, earlier, latest in
      let cleaning = try cleaning(experiment, givingUpPlans: true)
      let found = try cleaning.look()
      #expect(Set(found.orphans.map(\.path)) == paths(earlier.runs, experiment))
      let plans = try experiment.plans()
      #expect(found.plans.map(\.path) == [plans[1].folder])
      #expect(found.plans.allSatisfy { $0.size > 0 })
      let removed = try cleaning.remove { Issue.record("\($0)") }
      #expect(removed.all.count == 4)
      #expect(try experiment.plans() == [plans[0]])
      #expect(paths(latest.runs, experiment).allSatisfy { $0.exists })
      #expect(try experiment.runs()["plan"] == nil)
    }
  }

  @Test func `specs say which plans stay`() throws {
    try withPlans { experiment, earlier, latest in
      let cleaning = try Cleaning(of: experiment, keeping: [earlier], machine.context())
      let found = try cleaning.look()
      #expect(Set(found.orphans.map(\.path)) == paths(latest.runs, experiment))
      #expect(found.plans.map(\.path) == [try experiment.plans()[0].folder])
      let both = try Cleaning(of: experiment, keeping: [earlier, latest], machine.context())
      #expect(try both.look().all.isEmpty)
    }
  }

  @Test func `what runs cut short have left goes too`() throws {
    try withPlans { experiment, earlier, _ in
      try experiment.store.abandon(earlier.runs[0])
      let draft = try #require(try names(experiment.store.partialFolder).first)
      let cleaning = try cleaning(experiment)
      #expect(
        try cleaning.look().leftovers.map(\.path) == [
          experiment.store.partialFolder.appending(draft)
        ])
      let removed = try cleaning.remove { Issue.record("\($0)") }
      #expect(removed.leftovers.count == 1)
      #expect(!experiment.store.partialFolder.exists)
    }
  }

  @Test func `a folder in which others work is left alone`() throws {
    try withPlans { experiment, _, _ in
      let cleaning = try cleaning(experiment, givingUpPlans: true)
      let before = try names(experiment.path)
      func expectOccupied() throws {
        let reason = "occupied: another nn-run works in \(experiment.path), which is left alone"
        #expect(error { () throws(ResultsError) in try cleaning.look() } == reason)
        #expect(
          error { () throws(ResultsError) in
            try cleaning.remove { Issue.record("\($0)") }
          } == reason)
      }
      let lock = try #require(try OtherLock(experiment.path))
      try expectOccupied()
      lock.release()
      #expect(try names(experiment.path) == before)
      let claims = Claims(
        in: experiment.path, context: machine.context(process: ScriptedMachine.other))
      let stop = try claims.begin()
      try expectOccupied()
      stop()
      #expect(try names(experiment.path) == before)
      #expect(try cleaning.remove { Issue.record("\($0)") }.all.count == 4)
    }
  }

  @Test func `the claims of processes that have ended are nobody's`() throws {
    try withPlans { experiment, _, _ in
      _ = try Claims(
        in: experiment.path, context: machine.context(process: ScriptedMachine.ended)
      ).begin()
      _ = try cleaning(experiment, givingUpPlans: true).remove { Issue.record("\($0)") }
      #expect(!experiment.path.appending(".claims").exists)
    }
  }

  @Test func `a plan whose spec cannot be read keeps all`() throws {
    try withPlans { experiment, _, _ in
      let plan = try experiment.plans()[1]
      try plan.folder.appending("spec.yaml").write(Array("dataset: nothing\n".utf8))
      let reason = error { () throws(ResultsError) in try cleaning(experiment) }
      #expect(reason?.hasPrefix("spec: mistakes") == true)
      // One that is given up need not be read.
      #expect(
        try cleaning(experiment, givingUpPlans: true).look().plans.map(\.path) == [plan.folder])
    }
  }
}
