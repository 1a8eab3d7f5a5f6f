import Experiments
import Files
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// What is kept of plans that have begun.
struct KeptPlanTests {
  /// The order in which plans last began, by their places among some specs.
  private func order(_ specs: [String], in store: RunStore) throws -> [Int?] {
    let ids = specs.map { KeptPlan(spec: Array($0.utf8), in: store).id }
    return try store.plans().map { ids.firstIndex(of: $0.id) }
  }

  /// Begins the plan of a spec.
  private func begin(_ spec: String, in store: RunStore) throws {
    try store.begin(KeptPlan(spec: Array(spec.utf8), in: store), spec: Array(spec.utf8))
  }

  private func withStore(_ body: (RunStore) throws -> Void) throws {
    try withFolder { folder in
      let store = ScriptedMachine().context().store(folder.appending("spec"))
      try store.prepare()
      try body(store)
    }
  }

  @Test func `plans are in the order in which they last began`() throws {
    try withStore { store in
      let specs = ["a: 1\n", "b: 1\n", "c: 1\n"]
      #expect(try order(specs, in: store) == [])
      for (index, expected) in [
        (0, [0]), (1, [0, 1]), (2, [0, 1, 2]), (0, [1, 2, 0]), (0, [1, 2, 0]),
      ] {
        try begin(specs[index], in: store)
        #expect(try order(specs, in: store) == expected)
        #expect(try text(store.folder.appending("spec.yaml")) == specs[index])
      }
      let plans = try store.plans()
      #expect(
        try plans.map { try text($0.folder.appending("spec.yaml")) } == [
          "b: 1\n", "c: 1\n", "a: 1\n",
        ])
      try store.remove(plans[1])
      #expect(try order(specs, in: store) == [1, 0])
      try begin(specs[1], in: store)
      #expect(try order(specs, in: store) == [0, 1])
      #expect(try names(store.partialFolder).isEmpty)
    }
  }

  @Test func `an id is made of the spec, as a run's is`() throws {
    try withStore { store in
      let plan = KeptPlan(spec: [65], in: store)
      #expect(plan.id == RunID(canonicalSpec: [65]).description)
      #expect(plan.folder == store.folder.appending(".plans").appending(plan.id))
      #expect(plan == KeptPlan(spec: [65], in: store))
      #expect(plan.id != KeptPlan(spec: [66], in: store).id)
    }
  }

  @Test func `where the order was lost the plan that is known to be the latest is it`() throws {
    try withStore { store in
      let specs = ["a: 1\n", "b: 1\n", "c: 1\n"]
      for spec in specs { try begin(spec, in: store) }
      try store.folder.appending(".plans/order").removeFile()
      #expect(Set(try order(specs, in: store)) == [0, 1, 2])
      try begin(specs[1], in: store)
      #expect(try order(specs, in: store).last == 1)
    }
  }

  @Test(arguments: ["", "\n\n", "kkkkkkkkkkkkkkkk\n", "../..\n", "\u{0}"])
  func `what is no plan is none`(order text: String) throws {
    try withStore { store in
      try begin("a: 1\n", in: store)
      let plans = store.folder.appending(".plans")
      try plans.appending("notes").makeFolder()
      try plans.appending("order").write(Array(text.utf8))
      #expect(try order(["a: 1\n"], in: store) == [0])
    }
  }

  @Test func `the tables of another plan give way to those that are kept of the one that begins`()
    throws
  {
    try withFolder { folder in
      let (first, second) = (try seeded(3), try seeded(2, epochs: 3))
      let one = ScriptedExperiment(first, in: folder)
      try one.run()
      let store = one.store
      func summary() throws -> String? {
        let path = store.folder.appending("summary.csv")
        return path.exists ? try text(path) : nil
      }
      let table = try #require(try summary())
      func spec(_ plan: RunPlan) -> [UInt8] { Array(ResolvedSpec.text(of: plan).utf8) }
      let plans = [first, second].map { KeptPlan(spec: spec($0), in: store) }
      #expect(try text(plans[0].folder.appending("summary.csv")) == table)
      #expect(plans[0].folder.appending("aggregate.csv").exists)
      #expect(!plans[0].folder.appending("loss_curve.csv").exists)
      // The second one begins, and is killed.
      try store.begin(plans[1], spec: spec(second))
      #expect(try summary() == nil)
      for name in ["aggregate.csv", "loss_curve.csv"] {
        #expect(!store.folder.appending(name).exists)
      }
      // The first one begins again.
      try store.begin(plans[0], spec: spec(first))
      #expect(try summary() == table)
      #expect(store.folder.appending("aggregate.csv").exists)
      try store.begin(plans[0], spec: spec(first))
      #expect(try summary() == table)
    }
  }

  @Test func `tables whose plan is not kept, as an older version left them, stay`() throws {
    try withStore { store in
      try store.folder.appending("spec.yaml").write(Array("a: 1\n".utf8))
      try store.folder.appending("summary.csv").write([65])
      try begin("a: 1\n", in: store)
      #expect(try store.folder.appending("summary.csv").contents() == [65])
      try begin("b: 1\n", in: store)
      #expect(!store.folder.appending("summary.csv").exists)
    }
  }

  @Test func `a plan that ends after another has begun leaves it the experiment's files`() throws {
    try withFolder { folder in
      let late = ScriptedExperiment(try seeded(3), in: folder)
      let other = ScriptedExperiment(try seeded(2, epochs: 3), in: folder, process: 1)
      let store = late.store
      let run = late.plan.runs[0]
      let claims = late.other()
      try store.prepare()
      let stop = try claims.begin()
      #expect(try claims.take(run.id))
      late.machine.whenWaiting {
        #expect(throws: Never.self) { try other.run() }
        claims.release(run.id)
      }
      let end = try late.run()
      stop()
      #expect(end.result.counts[.completed] == 3 && end.missingFiles.isEmpty)
      #expect(try text(store.folder.appending("spec.yaml")) == ResolvedSpec.text(of: other.plan))
      let summary = try text(store.folder.appending("summary.csv"))
      #expect(summary.contains(other.plan.runs[1].id.description))
      let plans = try store.plans()
      #expect(plans.count == 2)
      #expect(
        try text(plans[0].folder.appending("summary.csv")).contains(
          late.plan.runs[2].id.description))
      #expect(try text(plans[1].folder.appending("summary.csv")) == summary)
    }
  }
}
