import Experiments
import Files
import SystemPackage
import Testing
import Vocabulary

@testable import RunRecords

/// Runs that are trained though there is a folder of their name.
struct RunAgainTests {
  @Test func `the same bytes leave the earlier folder as it is`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store, host: "first")
      let summary = try record(run, in: store, host: "second")
      #expect(summary.status == .completed)
      let provenance = store.folder(of: run.id).appending(RunFile.provenance)
      #expect(
        try text(provenance) == """
          {
            "host": "first",
            "numerics_version": \(Numerics.version)
          }

          """)
      #expect(try names(store.partialFolder) == [])
    }
  }

  @Test func `a diverged run comes out the same`() throws {
    try withStore { store in
      let run = try run()
      let diverged = outcome(.diverged, scores: [.nan, 0.5])
      try record(run, in: store, diverged)
      try record(run, in: store, diverged)
      #expect(try names(store.partialFolder) == [])
    }
  }

  @Test(arguments: [
    outcome(weight: 1.25), outcome(scores: [2e-7, 1]), outcome(.diverged, scores: [.nan, 0.5]),
  ])
  func `other bytes are refused, and both are kept`(other: RunOutcome) throws {
    try withStore { store in
      let run = try run()
      let earlier = try record(run, in: store)
      let (draft, final) = (store.draft(of: run, 2), store.folder(of: run.id))
      let error = #expect(throws: RunWriteError.self) { try record(run, in: store, other) }
      #expect(error == .differs(run.id, draft: draft, earlier: final))
      #expect(error?.isOutside == false)
      #expect(
        error?.description == "run \(run.id) came out with other bytes than before; "
          + "compare \(draft) with \(final)")
      #expect(try store.finished(run)?.isSame(as: earlier) == true)
      #expect(try names(draft).contains("summary.json"))
    }
  }

  @Test func `other weights are refused though no file has them`() throws {
    try withStore { store in
      let run = try run("save: []\n")
      try record(run, in: store)
      try record(run, in: store)
      #expect(throws: RunWriteError.self) { try record(run, in: store, outcome(weight: 1.25)) }
    }
  }

  @Test(arguments: RunStoreTests.files.filter { $0 != "initial.safetensors" })
  func `a torn folder is replaced`(file: String) throws {
    try withStore { store in
      let run = try run()
      let earlier = try record(run, in: store)
      try store.folder(of: run.id).appending(file).write([0])
      try store.folder(of: run.id).appending("more").makeFolder()
      try record(run, in: store)
      #expect(try store.finished(run)?.isSame(as: earlier) == true)
      #expect(try !names(store.folder(of: run.id)).contains("more"))
    }
  }

  @Test func `a file in place of the folder is replaced`() throws {
    try withStore { store in
      let run = try run()
      try store.folder(of: run.id).write([1])
      try record(run, in: store)
      #expect(try store.finished(run) != nil)
    }
  }

  @Test func `of two that finish the same run the first one stays`() throws {
    try withStore { store in
      let run = try run()
      let late = RunRecordsTests.store(store.folder.appending("elsewhere"))
      try record(run, in: late, host: "late")
      try record(run, in: store, host: "early")
      let summary = try store.publish(
        late.folder(of: run.id), as: run, try #require(try late.finished(run)))
      #expect(summary.status == .completed)
      #expect(try text(store.folder(of: run.id).appending("run.json")).contains("early"))
      #expect(!late.folder(of: run.id).exists)
    }
  }
}
