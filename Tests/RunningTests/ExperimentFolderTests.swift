import Experiments
import Files
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// What is read of an experiment's folder in which several plans have begun.
struct ExperimentFolderTests {
  private let machine = ScriptedMachine()

  private func folder(_ path: FilePath) throws -> ExperimentFolder {
    try #require(try ExperimentFolder(path, machine.context()))
  }

  /// A folder as a process writes to it.
  private func store(of process: Int, _ path: FilePath) -> RunStore {
    machine.context(process: process).store(path)
  }

  /// The ids of a table's runs with the cells of a column.
  private func cells(_ column: String, of table: ResultTable) throws -> [String: String] {
    let ids = try #require(table["run_id"])
    return Dictionary(uniqueKeysWithValues: zip(ids, try #require(table[column])))
  }

  @Test func `a folder without results is no experiment`() throws {
    try withFolder { folder in
      #expect(try ExperimentFolder(folder, machine.context()) == nil)
      #expect(try ExperimentFolder(folder.appending("nothing"), machine.context()) == nil)
      try folder.appending("notes.txt").write([65])
      #expect(try ExperimentFolder(folder, machine.context()) == nil)
      let experiment = ScriptedExperiment(try seeded(1), in: folder)
      try experiment.run()
      let run = experiment.store.folder(of: experiment.plan.runs[0].id)
      #expect(try ExperimentFolder(run, machine.context()) == nil)
      #expect(try self.folder(experiment.store.folder).name == "spec")
      #expect(try ResultsFolder(folder, machine.context()).experiments().map(\.name) == ["spec"])
    }
  }

  @Test func `one plan has the runs of its table, and no column that says so`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(3), in: folder, [1: .fails("no room")])
      try experiment.run()
      let table = try self.folder(experiment.store.folder).runs()
      #expect(table["plan"] == nil)
      let ids = experiment.plan.runs.map(\.id.description)
      // What has no result comes last.
      #expect(table["run_id"] == [ids[0], ids[2], ids[1]])
      #expect(table["rank"] == ["1", "2", ""])
    }
  }

  @Test func `every finished run is listed, and which plan it is of`() throws {
    try withFolder { folder in
      let first = ScriptedExperiment(try seeded(3), in: folder, [2: .fails("no room")])
      try first.run()
      let second = ScriptedExperiment(try seeded(2, epochs: 3), in: folder, [1: .timesOut])
      try second.run()
      let experiment = try self.folder(first.store.folder)
      let table = try experiment.runs()
      let (old, new) = (
        first.plan.runs.map(\.id.description), second.plan.runs.map(\.id.description)
      )
      // The latest plan's first, then those of earlier ones, then what the latest has not finished.
      #expect(table["run_id"] == [new[0], old[0], old[1], new[1]])
      let plans = try experiment.plans().map(\.id)
      #expect(table["plan"] == [plans[0], plans[1], plans[1], plans[0]])
      // Ranks and numbers of configurations are the latest plan's alone.
      #expect(table["rank"] == ["1", "", "", ""])
      #expect(table["configuration"] == ["1", "", "", "1"])
      #expect(table["train_loss"] == ["0.0", "0.0", "1.0", ""])
      #expect(table["status"]?.last == "timed_out")
    }
  }

  @Test func `a run that two plans have is listed once, as the latest plan's`() throws {
    try withFolder { folder in
      let first = ScriptedExperiment(try seeded(3), in: folder)
      try first.run()
      let second = ScriptedExperiment(try seeded(2), in: folder)
      try second.run()
      let experiment = try self.folder(first.store.folder)
      let table = try experiment.runs()
      #expect(table["run_id"] == first.plan.runs.map(\.id.description))
      let plans = try experiment.plans().map(\.id)
      #expect(table["plan"] == [plans[0], plans[0], plans[1]])
      #expect(table["rank"] == ["1", "2", ""])
    }
  }

  @Test func `runs of earlier plans that are gone are not listed`() throws {
    try withFolder { folder in
      let first = ScriptedExperiment(try seeded(2), in: folder)
      try first.run()
      try ScriptedExperiment(try seeded(1, epochs: 3), in: folder).run()
      try first.store.folder(of: first.plan.runs[0].id).removeTree()
      let table = try self.folder(first.store.folder).runs()
      #expect(table["run_id"]?.count == 2)
      #expect(table["run_id"]?.contains(first.plan.runs[0].id.description) == false)
    }
  }

  @Test func `a plan that was killed has the runs that it had, and those of earlier plans`() throws
  {
    try withFolder { folder in
      let first = ScriptedExperiment(try seeded(2), in: folder)
      try first.run()
      let plan = try seeded(3, epochs: 3)
      let spec = Array(ResolvedSpec.text(of: plan).utf8)
      let store = first.store
      try store.begin(KeptPlan(spec: spec, in: store), spec: spec)
      try store.record(plan.runs[0], loss: 0.5)
      try self.store(of: ScriptedMachine.ended, store.folder).abandon(plan.runs[1])
      let experiment = try self.folder(store.folder)
      let table = try experiment.runs()
      #expect(
        Set(table["run_id"] ?? [])
          == Set((first.plan.runs + plan.runs.prefix(2)).map(\.id.description)))
      let status = try cells("status", of: table)
      #expect(status[plan.runs[1].id.description] == "interrupted")
      #expect(status[plan.runs[0].id.description] == "completed")
      #expect(try cells("epochs_run", of: table)[plan.runs[1].id.description] == "3")
      let best = try experiment.best()
      #expect(best.folder == store.folder(of: first.plan.runs[0].id))
      #expect(best.note?.contains(try experiment.plans()[1].id) == true)
    }
  }

  @Test func `a run that timed out is told by the table, whatever it has left`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(2), in: folder, [1: .timesOut])
      try experiment.run()
      let path = experiment.store.folder
      func leave(_ process: Int) throws {
        let store = store(of: process, path)
        try store.abandon(experiment.plan.runs[1])
        try store.abandon(try seeded(1, epochs: 7).runs[0])
      }
      try leave(ScriptedMachine.ended)
      #expect(try self.folder(path).runs()["status"] == ["completed", "timed_out"])
      // What others are at work on is told too.
      try leave(ScriptedMachine.other)
      #expect(try self.folder(path).runs()["status"] == ["completed", "running", "running"])
    }
  }

  @Test func `of several attempts at a run the longest is told`() throws {
    try withFolder { folder in
      let run = try seeded(1, epochs: 4).runs[0]
      for (process, text) in [(9, "0,1,\n"), (10, "0,1,\n3,1,\n"), (11, "0,1,\n1,1,\n")] {
        let draft = folder.appending("spec/.partial/\(run.id).there-\(process)-1")
        try draft.makeFolder()
        try draft.appending("loss_curve.csv").write(
          Array(("epoch,train_loss,learning_rate\n" + text).utf8))
      }
      try folder.appending("spec/spec.yaml").write(Array(ResolvedSpec.text(of: try seeded(1)).utf8))
      let table = try self.folder(folder.appending("spec")).runs()
      #expect(table["epochs_run"] == ["3"] && table["status"] == ["interrupted"])
    }
  }

  @Test func `the best run is the latest plan's`() throws {
    try withFolder { folder in
      try ScriptedExperiment(try seeded(3), in: folder).run()
      let second = ScriptedExperiment(
        try seeded(2, epochs: 3), in: folder, [0: .ends(loss: 9), 1: .ends(loss: 8)])
      try second.run()
      let best = try self.folder(second.store.folder).best()
      #expect(best.folder == second.store.folder(of: second.plan.runs[1].id))
      #expect(best.table.rows.count == 1 && best.table["train_loss"] == ["8.0"])
      #expect(best.note == nil)
    }
  }

  @Test func `where the latest plan has no best run that of an earlier one is told`() throws {
    try withFolder { folder in
      try ScriptedExperiment(try seeded(1, epochs: 1), in: folder).run()
      let first = ScriptedExperiment(try seeded(2), in: folder)
      try first.run()
      let second = ScriptedExperiment(
        try seeded(1, epochs: 3), in: folder, [0: .fails("no room")])
      try second.run()
      let experiment = try self.folder(first.store.folder)
      let best = try experiment.best()
      #expect(best.folder == first.store.folder(of: first.plan.runs[0].id))
      let plans = try experiment.plans().map(\.id)
      #expect(
        best.note == "the plan of spec that began last has no best run yet; this is of plan "
          + "\(plans[1]), which began before it")
    }
  }

  @Test func `where no plan has a best run it is said why`() throws {
    try withFolder { folder in
      let failed = ScriptedExperiment(try seeded(2), in: folder, [0: .fails("x"), 1: .fails("x")])
      try failed.run()
      let experiment = try self.folder(failed.store.folder)
      #expect(
        reason { try experiment.best() }?.hasSuffix("no run that has finished with a score") == true
      )
      let cut = ScriptedExperiment(try seeded(1, epochs: 3), in: folder)
      cut.cancellation.cancel()
      try cut.run()
      #expect(
        reason { try experiment.best() }?.contains("it was cut short; the same command") == true)
      try cut.store.folder.appending("summary.csv").removeFile()
      #expect(reason { try experiment.best() }?.contains("its experiment has not ended") == true)
    }
  }

  @Test func `a shard has no best run`() throws {
    try withFolder { folder in
      let plan = try seeded(4)
      let part = plan.part(try #require(Shard("1/2")))
      let experiment = ScriptedExperiment(plan, part: part, in: folder)
      try experiment.run()
      let found = try self.folder(experiment.store.folder)
      #expect(reason { try found.best() }?.contains("is a shard, whose runs have no ranks") == true)
    }
  }

  @Test func `a table that is none of ours is no table`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(1), in: folder)
      try experiment.run()
      for content in ["", "a,b\n1,2\n", "run_id,status\nx\n"] {
        try experiment.store.folder.appending("summary.csv").write(Array(content.utf8))
        let found = try self.folder(experiment.store.folder)
        for read in [{ try found.runs() }, { try found.best().table }] {
          #expect { try read() } throws: { error in
            if case ResultsError.altered = error { true } else { false }
          }
        }
      }
    }
  }

  @Test func `who is at work is told, and how far they are`() throws {
    try withFolder { folder in
      let plan = try seeded(2, epochs: 4)
      let store = machine.context().store(folder.appending("spec"))
      try store.prepare()
      try store.record(plan.runs[0], loss: 1)
      try store.abandon(plan.runs[1])
      #expect(try self.folder(store.folder).progress == nil)
      let claims = Claims(
        in: store.folder, context: machine.context(process: ScriptedMachine.other))
      let stop = try claims.begin()
      let progress = try #require(try self.folder(store.folder).progress)
      #expect(progress.finished == 1 && progress.inFlight == 1)
      #expect(progress.shares == [1])
      #expect(try self.folder(store.folder).runs()["status"] == ["completed", "running"])
      stop()
      let lock = try #require(try OtherLock(store.folder))
      #expect(try self.folder(store.folder).isInProgress)
      lock.release()
      #expect(try !self.folder(store.folder).isInProgress)
    }
  }

  /// The sentence of what is missing; nil where another error comes, or none.
  private func reason(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
    } catch ResultsError.missing(let reason) {
      return reason
    } catch {}
    return nil
  }
}
