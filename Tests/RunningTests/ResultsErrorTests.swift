import Experiments
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Files
@testable import Running

/// Why results cannot be had.
struct ResultsErrorTests {
  private let machine = ScriptedMachine()

  /// Gives `body` a folder of experiments `first`, with 17 runs, two of which have ids that begin with one
  /// of the 16 letters, and `second`, with one.
  private func withResults(_ body: (ResultsFolder, [RunPlan]) throws -> Void) throws {
    try withFolder { folder in
      let text = "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 2\nsweep: {seeds: "
      let plans = [
        try plan(text + "17}\n", stem: "first"), try plan(text + "1}\nseed: 9\n", stem: "second"),
      ]
      for plan in plans { try ScriptedExperiment(plan, in: folder).run() }
      try body(ResultsFolder(folder, machine.context()), plans)
    }
  }

  private func reference(
    _ word: String, _ results: ResultsFolder, orInProgress: Bool = false
  ) throws(ResultsError) -> FilePath {
    try RunReference(word, in: results, orInProgress: orInProgress, machine.context()).folder
  }

  @Test func `where there is nothing it is said how to come by some`() throws {
    try withFolder { folder in
      let results = ResultsFolder(folder, machine.context())
      let reason =
        "missing: there are no results in \(folder); `nn-run SPEC` makes some, and --runs names "
        + "their folder"
      #expect(error { () throws(ResultsError) in try results.table() } == reason)
      #expect(error { () throws(ResultsError) in try results.experiment(named: nil) } == reason)
      #expect(error { () throws(ResultsError) in try results.experiment(named: "xor") } == reason)
      for word in ["best", "kxv", "xor/best"] {
        #expect(error { () throws(ResultsError) in try reference(word, results) } == reason)
      }
    }
  }

  @Test func `what is not there is missing, with what is there`() throws {
    try withResults { results, _ in
      let path = results.path
      #expect(
        error { () throws(ResultsError) in try results.experiment(named: "third") }
          == "missing: \(path) has no experiment \"third\"; there are the experiments first, second"
      )
      #expect(
        error { () throws(ResultsError) in try reference("third/best", results) }
          == "missing: \(path) has no experiment \"third\"; there are the experiments first, second"
      )
      #expect(
        error { () throws(ResultsError) in try reference("zzzzzzzz", results) }
          == "missing: there is no run whose id begins with \"zzzzzzzz\"; "
          + "there are the experiments first, second")
      #expect(
        error { () throws(ResultsError) in try reference("", results) }?.hasPrefix("missing: ")
          == true)
    }
  }

  @Test func `a word that may mean several things is ambiguous`() throws {
    try withResults { results, plans in
      #expect(
        error { () throws(ResultsError) in try results.experiment(named: nil) }
          == "ambiguous: name an experiment; there are first, second")
      #expect(
        error { () throws(ResultsError) in try reference("best", results) }
          == "ambiguous: \"best\" may mean first/best, second/best")
      // A run that both have is one.
      let all = Set(plans.flatMap(\.runs).map(\.id.description))
      let letters = Dictionary(grouping: all) { $0.prefix(1) }
      let shared = String(try #require(letters.first { $0.value.count > 1 }).key)
      let reason = error { () throws(ResultsError) in try reference(shared, results) }
      #expect(reason?.hasPrefix("ambiguous: \"\(shared)\" may mean ") == true)
    }
  }

  @Test func `every word for a run finds it`() throws {
    try withResults { results, plans in
      let run = results.path.appending("first").appending(plans[0].runs[1].id.description)
      let best = results.path.appending("first").appending(plans[0].runs[0].id.description)
      let id = plans[0].runs[1].id.description
      for word in [id, "first/\(id.prefix(10))", run.string] {
        let found = try reference(word, results)
        #expect(found == run)
      }
      for word in ["first", "first/best", results.path.appending("first").string] {
        let found = try reference(word, results)
        #expect(found == best)
      }
    }
  }

  @Test func `a run in training is found where that is asked for`() throws {
    try withResults { results, plans in
      let run = try plan(
        "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 7\n", stem: "first"
      ).runs[0]
      let store = machine.context().store(results.path.appending("first"))
      try store.abandon(run)
      let id = run.id.description
      #expect(
        error { () throws(ResultsError) in try reference(id, results) }
          == "missing: run \(id) has not finished; it is at epoch 7")
      let found = try reference(id, results, orInProgress: true)
      #expect(found.removingLastComponent() == store.partialFolder)
      #expect(try reference(found.string, results, orInProgress: true) == found)
    }
  }

  @Test func `a run that is not as it was left is altered, and one that is none is missing`() {
    let error = FileError(.read, "runs/x", .ioError)
    #expect(self.error(.file(error)) == "missing: \(error)")
    #expect(self.error(.noRun) == "missing: a is no folder of a run that has finished")
    #expect(
      self.error(.missing("b")) == "missing: a/b is missing; run the spec again to train it anew")
    #expect(
      self.error(.altered("b"))
        == "altered: a/b is not as the run left it; run the spec again to train it anew")
  }

  /// What a fault of a run comes to.
  private func error(_ fault: SavedRun.Fault) -> String? {
    RunningTests.error { () throws(ResultsError) -> Void in throw ResultsError(fault, "a") }
  }

  private func error(_ body: () throws(ResultsError) -> some Any) -> String? {
    RunningTests.error(body)
  }
}
