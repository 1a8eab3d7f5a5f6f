import Experiments
import Files
import SystemPackage
import Testing
import Text
import Vocabulary

@testable import RunRecords

/// What is read back of runs beside their summaries.
struct RunReadingTests {
  @Test func `the scores of an epoch are those of its row`() throws {
    try withStore { store in
      let run = try run()
      #expect(throws: FileError.self) { try store.scores(of: run, atEpoch: 1) }
      try record(run, in: store)
      let accuracy = Score(.train, .metric(.accuracy))
      #expect(
        try store.scores(of: run, atEpoch: 1) == [Score(.train, .loss): 0.1 + 0.2, accuracy: 0.5])
      #expect(try store.scores(of: run, atEpoch: 2) == [Score(.train, .loss): 1e-7, accuracy: 1])
      #expect(try store.scores(of: run, atEpoch: 3) == nil)
    }
  }

  @Test func `numbers that are not finite are read as such`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store, outcome(.diverged, scores: [.nan, .infinity]))
      let scores = try #require(try store.scores(of: run, atEpoch: 2))
      #expect(scores[Score(.train, .loss)]?.isNaN == true)
      #expect(scores[Score(.train, .metric(.accuracy))] == .infinity)
    }
  }

  @Test func `the end of a curve has its header`() throws {
    try withStore { store in
      let run = try run()
      #expect(store.endOfCurve(of: run, rows: 2).isEmpty)
      try record(run, in: store)
      let end = store.endOfCurve(of: run, rows: 2)
      #expect(end.count == 3)
      #expect(end.first == "epoch,train_loss,train_accuracy,learning_rate")
      #expect(end.dropFirst().map { $0.prefix(2) } == ["1,", "2,"])
      #expect(store.endOfCurve(of: run, rows: 9).count == 4)
    }
  }

  @Test func `the end of a curve that was cut short is found where it was left`() throws {
    try withStore { store in
      let run = try run()
      var writer = RunWriter(run, in: store, clock: { .zero })
      try writer.begin()
      try writer.append(rows[0])
      try writer.abandon()
      #expect(store.endOfCurve(of: run, rows: 5).map { $0.prefix(2) } == ["ep", "0,"])
      // A row that was torn is none.
      let curve = store.draft(of: run).appending("loss_curve.csv")
      try curve.append(Array("1,0.".utf8))
      #expect(store.endOfCurve(of: run, rows: 5).map { $0.prefix(2) } == ["ep", "0,"])
    }
  }

  @Test func `seconds are those of the provenance`() throws {
    try withStore { store in
      let run = try run()
      #expect(store.seconds(of: run) == nil)
      var provenance = Provenance()
      provenance.seconds = 1.5
      _ = try writer(run, store).finish(outcome(), provenance: provenance)
      #expect(store.seconds(of: run) == 1.5)
      try store.folder(of: run.id).appending("run.json").write(Array("{}".utf8))
      #expect(store.seconds(of: run) == nil)
    }
  }
}
