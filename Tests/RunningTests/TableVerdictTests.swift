import Experiments
import Files
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// Whether an experiment's own files are what its runs make.
struct TableVerdictTests {
  private let machine = ScriptedMachine()

  /// The verdict in words: `same`, or the names of files and what is wrong with each.
  private func verdict(_ folder: FilePath) throws -> [String] {
    let experiment = try #require(try ExperimentFolder(folder, machine.context()))
    switch experiment.verdictOnTables(dataRoot: nil, scriptedFiles) {
    case .same: return ["same"]
    case .findings(let findings):
      return findings.map { finding in
        "\(finding.kind) \(finding.name)" + (finding.place.map { ": \($0.name)" } ?? "")
      }
    case .unknown(.spec): return ["unknown spec"]
    case .unknown(.file(let reason)): return ["unknown file: \(reason)"]
    case .unknown(.otherRuns): return ["unknown runs"]
    case .unknown(.misnamed), .unknown(.otherVersion), .unknown(.failed): return ["unknown"]
    }
  }

  /// Gives `body` the folder of an experiment of four runs, one of which failed and one timed out.
  private func withExperiment(_ body: (FilePath, RunPlan, KeptPlan) throws -> Void) throws {
    try withFolder { folder in
      let plan = try seeded(4)
      let experiment = ScriptedExperiment(plan, in: folder, [1: .fails("no room"), 3: .timesOut])
      try experiment.run()
      let kept = try #require(try experiment.store.plans().last)
      try body(experiment.store.folder, plan, kept)
    }
  }

  @Test func `what an experiment has left is the same`() throws {
    try withExperiment { folder, _, _ in
      let found = try verdict(folder)
      #expect(found == ["same"])
    }
  }

  @Test(arguments: ["completed", "failed", "timed_out", "0.0", "2"])
  func `a table that was altered is found`(text old: String) throws {
    try withExperiment { folder, _, kept in
      for (name, path) in [
        ("summary.csv", folder), (".plans/\(kept.id)/summary.csv", kept.folder),
      ] {
        let file = path.appending("summary.csv")
        let bytes = try file.contents()
        let altered = try text(file).replacing(",\(old),", with: ",other,", maxReplacements: 1)
        try file.write(Array(altered.utf8))
        let found = try verdict(folder)
        // How a run ended that left nothing is known from the table alone.
        if ["failed", "timed_out"].contains(old), path == folder {
          #expect(found == ["unknown runs"])
        } else {
          #expect(found.count == 1 && found[0].hasPrefix("altered \(name): line "), "\(found)")
        }
        try file.write(bytes)
        #expect(try verdict(folder) == ["same"])
      }
    }
  }

  @Test func `a table that is gone is found`() throws {
    for name in ["aggregate.csv", "loss_curve.csv"] {
      try withExperiment { folder, _, _ in
        try folder.appending(name).removeFile()
        #expect(try verdict(folder) == ["missing \(name)"])
      }
    }
    try withExperiment { folder, _, kept in
      try kept.folder.removeTree()
      #expect(
        try verdict(folder)
          == ["summary.csv", "aggregate.csv"].map { "missing .plans/\(kept.id)/\($0)" })
    }
  }

  @Test func `a curve that is another's is found`() throws {
    try withExperiment { folder, plan, _ in
      let other = folder.appending(plan.runs[2].id.description).appending("loss_curve.csv")
      try folder.appending("loss_curve.csv").write(try other.contents())
      #expect(try verdict(folder) == ["altered loss_curve.csv: epoch 0, train_loss"])
    }
  }

  @Test func `a spec that was altered is found`() throws {
    try withExperiment { folder, _, _ in
      let spec = folder.appending("spec.yaml")
      let bytes = try spec.contents()
      try spec.write(bytes + Array("# a remark\n".utf8))
      #expect(try verdict(folder) == ["altered spec.yaml"])
      try spec.write(Array("dataset: nothing\n".utf8))
      #expect(try verdict(folder) == ["unknown spec"])
      try spec.removeFile()
      #expect(try verdict(folder) == ["missing spec.yaml"])
    }
  }

  @Test func `a table that is no table has been altered`() throws {
    try withExperiment { folder, _, _ in
      try folder.appending("summary.csv").write([65])
      #expect(try verdict(folder) == ["altered summary.csv"])
    }
  }

  @Test func `the tables of a shard are those of its runs`() throws {
    try withFolder { folder in
      let plan = try seeded(4)
      let part = plan.part(try #require(Shard("2/2")))
      let experiment = ScriptedExperiment(plan, part: part, in: folder)
      try experiment.run()
      #expect(try verdict(experiment.store.folder) == ["same"])
      try experiment.store.folder(of: part.runs[0].id).appending("summary.json").removeFile()
      #expect(try verdict(experiment.store.folder) == ["unknown runs"])
    }
  }

  @Test func `the tables of halving are those of its rungs`() throws {
    try withFolder { folder in
      let launcher = ScriptedLauncher { .ends(loss: Double($0.configurationNumber)) }
      let experiment = ScriptedExperiment(try halving(rates: 9), in: folder, by: launcher)
      try experiment.run()
      #expect(try verdict(experiment.store.folder) == ["same"])
    }
  }

  @Test func `nothing is said of tables that tell of other runs than there are`() throws {
    try withExperiment { folder, plan, _ in
      let store = machine.context().store(folder)
      // One has finished since, as where a later attempt was killed.
      try store.record(plan.runs[1], loss: 1)
      #expect(try verdict(folder) == ["unknown runs"])
      try store.folder(of: plan.runs[1].id).removeTree()
      #expect(try verdict(folder) == ["same"])
      // One is not whole any more.
      try store.folder(of: plan.runs[0].id).appending("loss_curve.csv").append([65])
      #expect(try verdict(folder) == ["unknown runs"])
    }
  }

  @Test func `a plan that was killed has no tables to look at`() throws {
    try withExperiment { folder, _, _ in
      let plan = try seeded(2, epochs: 3)
      let spec = Array(ResolvedSpec.text(of: plan).utf8)
      let store = machine.context().store(folder)
      try store.begin(KeptPlan(spec: spec, in: store), spec: spec)
      try store.record(plan.runs[0], loss: 1)
      #expect(try verdict(folder) == ["same"])
    }
  }
}
