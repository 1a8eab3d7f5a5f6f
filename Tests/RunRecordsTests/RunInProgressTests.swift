import Experiments
import Files
import Foundation
import SystemPackage
import TestSupport
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
      let curve = store.draft(of: run).appending("loss_curve.csv")
      try writer.append(rows[0])
      #expect(!curve.exists)
      clock.advance(by: .milliseconds(200))
      try writer.append(rows[1])
      #expect(try text(curve).split(separator: "\n").count == 3)
      clock.advance(by: .milliseconds(199))
      try writer.append(rows[2])
      #expect(try text(curve).split(separator: "\n").count == 3)
      _ = try writer.finish(outcome(), provenance: Provenance())
      #expect(!curve.exists)
    }
  }

  @Test func `a run that is begun is there before any row`() throws {
    try withStore { store in
      let run = try run()
      var writer = RunWriter(run, in: store, clock: { .zero })
      let draft = store.draft(of: run)
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
      let curve = store.draft(of: run).appending("loss_curve.csv")
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
      let draft = store.draft(of: run)
      #expect(try names(draft) == ["loss_curve.csv", "spec.yaml"])
      #expect(try text(draft.appending("loss_curve.csv")).split(separator: "\n").count == 4)
      #expect(try store.finished(run) == nil)
      try store.tidy()
      #expect(draft.exists)

      try record(run, in: store)
      #expect(try store.finished(run) != nil)
      #expect(try names(store.partialFolder) == ["\(run.id).here-1-1"])
    }
  }

  @Test func `a new attempt removes what is left of earlier ones, and nothing else`() throws {
    try withStore { store in
      let (run, other) = (try run(), try run("seed: 1\n"))
      /// A number that no process has, and that of this one.
      let (ended, alive) = (1 << 22 + 1, getpid())
      let gone = ["\(run.id).here-1-1", "\(run.id).here-\(ended)-1"]
      let kept = [
        "\(run.id).here-\(alive)-1", "\(run.id).there-\(ended)-1", "\(other.id).here-1-1",
        "\(run.id).torn", "spec.yaml.here-1-1",
      ]
      for name in gone + kept {
        try store.partialFolder.appending(name).makeFolder()
        try store.partialFolder.appending(name).appending(RunFile.lossCurve).write([65])
      }
      /// One with a file that is none of a run's.
      let foreign = "\(run.id).here-1-3"
      try store.partialFolder.appending(foreign).makeFolder()
      try store.partialFolder.appending(foreign).appending("thesis.txt").write([65])
      try store.removeAttempts { _ in false }
      #expect(try names(store.partialFolder).count == 8)
      try store.removeAttempts { $0 == run.id }
      #expect(try names(store.partialFolder).sorted() == (kept + [foreign]).sorted())
      try store.partialFolder.removeTree()
      try store.removeAttempts { _ in true }
    }
  }

  /// Who was killed before a run got its name has left all of it.
  @Test func `an attempt that was whole stays only where it came out with other bytes`() throws {
    try withStore { store in
      let run = try run()
      let draft = store.draft(of: run, 9)
      func leave(_ summary: [UInt8]) throws {
        try draft.makeFolder()
        try draft.appending(RunFile.summary).write(summary)
        try store.removeAttempts { _ in true }
      }
      try leave([65])
      #expect(!draft.exists)
      try record(run, in: store)
      try leave(try store.folder(of: run.id).appending(RunFile.summary).contents())
      #expect(!draft.exists)
      try leave([65])
      #expect(draft.exists)
    }
  }

  @Test func `the folder for runs in progress goes when nothing is in it`() throws {
    try withStore { store in
      try store.draft(of: try run()).makeFolder()
      try store.tidy()
      #expect(store.draft(of: try run()).exists)
      try store.draft(of: try run()).removeTree()
      try store.tidy()
      #expect(try names(store.folder).isEmpty)
      try store.tidy()
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
