import Experiments
import Files
import SystemPackage
import Testing
import Text
import Vocabulary

@testable import RunRecords

/// Runs that have not finished, or not yet.
struct RunInProgressTests {
  @Test func `rows can be read a while after they are known`() throws {
    try withStore { store in
      let run = try run()
      let clock = ScriptedClock()
      var writer = RunWriter(run, in: store, clock: clock.read)
      let curve = store.partialFolder.appending(run.id.description).appending("loss_curve.csv")
      try writer.append(rows[0])
      #expect(!curve.exists)
      clock.advance(by: .milliseconds(200))
      try writer.append(rows[1])
      #expect(try text(curve).split(separator: "\n").count == 3)
      clock.advance(by: .milliseconds(199))
      try writer.append(rows[2])
      #expect(try text(curve).split(separator: "\n").count == 3)
      _ = try writer.finish(outcome(), circumstances: .null)
      #expect(!curve.exists)
    }
  }

  @Test func `a run that is begun is there before any row`() throws {
    try withStore { store in
      let run = try run()
      var writer = RunWriter(run, in: store, clock: { .zero })
      let draft = store.partialFolder.appending(run.id.description)
      #expect(!draft.exists)
      try writer.begin()
      try writer.begin()
      #expect(try names(draft) == ["loss_curve.csv", "spec.yaml"])
      try writer.append(rows[0])
      #expect(try text(draft.appending("loss_curve.csv")) == "")
      try writer.abandon()
      #expect(try text(draft.appending("loss_curve.csv")).split(separator: "\n").count == 2)
    }
  }

  @Test func `many rows are written at once`() throws {
    try withStore { store in
      let run = try run()
      var writer = RunWriter(run, in: store, clock: { .zero })
      let curve = store.partialFolder.appending(run.id.description).appending("loss_curve.csv")
      var count = 0
      while !curve.exists, count < 100_000 {
        try writer.append(CurveRow(epoch: count, scores: [0.25, 0.5], learningRate: 0.5))
        count += 1
      }
      let size = try text(curve).utf8.count
      #expect((1 << 18..<(1 << 18) + 100).contains(size))
      try writer.abandon()
    }
  }

  @Test func `an abandoned run leaves what is known of it, and is not taken for finished`() throws {
    try withStore { store in
      let run = try run()
      try writer(run, store).abandon()
      let draft = store.partialFolder.appending(run.id.description)
      #expect(try names(draft) == ["loss_curve.csv", "spec.yaml"])
      #expect(try text(draft.appending("loss_curve.csv")).split(separator: "\n").count == 4)
      #expect(try store.finished(run) == nil)
      try store.tidy()
      #expect(draft.exists)

      try draft.appending("stray").write([1])
      try record(run, in: store)
      #expect(try store.finished(run) != nil)
      #expect(try !names(store.folder(of: run.id)).contains("stray"))
      #expect(!draft.exists)
      try store.tidy()
      #expect(!store.partialFolder.exists)
    }
  }

  @Test func `a run that cannot be written says why`() throws {
    try withStore { store in
      try store.partialFolder.removeTree()
      try store.partialFolder.write([])
      let run = try run()
      let error = #expect(throws: FileError.self) { try writer(run, store).abandon() }
      #expect(error?.reason == .notDirectory)
    }
  }
}
