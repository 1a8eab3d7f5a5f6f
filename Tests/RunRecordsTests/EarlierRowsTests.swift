import Experiments
import Files
import SystemPackage
import Testing
import Text
import Vocabulary

@testable import RunRecords

/// The curve of a run that goes on from where a shorter one stopped.
struct EarlierRowsTests {
  private func curve(_ rows: [CurveRow], of run: RunPlan.Run, in store: RunStore) throws
    -> RunSummary
  {
    var writer = RunWriter(run, in: store, clock: { .zero })
    for row in rows { try writer.append(row) }
    return try writer.finish(outcome(), provenance: Provenance())
  }

  private func row(_ epoch: Int) -> CurveRow {
    CurveRow(epoch: epoch, scores: [1, 0.5], learningRate: 0.5)
  }

  @Test func `it has the rows that it would have by itself`() throws {
    try withStore { store in
      let (shorter, longer) = (try run(), try run("log_every: 2"))
      let summary = try curve([0, 1, 2].map(row), of: shorter, in: store)
      // The row of epoch 1 is passed over, and that of epoch 2 is the longer run's own.
      let earlier = try #require(store.rows(of: summary, before: 2, for: longer.configuration))
      var writer = RunWriter(longer, after: earlier, in: store, clock: { .zero })
      try writer.append(row(2))
      let whole = try writer.finish(outcome(), provenance: Provenance())
      let text = try text(store.folder(of: longer.id).appending("loss_curve.csv"))
      let epochs = text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      #expect(epochs == ["0", "2"])
      // The digest is over all rows.
      try store.folder(of: longer.id).removeTree()
      #expect(try curve([0, 2].map(row), of: longer, in: store).isSame(as: whole))
    }
  }

  @Test func `nothing is said of a curve that is not whole`() throws {
    try withStore { store in
      let run = try run()
      let summary = try curve([0, 1].map(row), of: run, in: store)
      let path = store.folder(of: run.id).appending("loss_curve.csv")
      try path.removeFile()
      #expect(store.rows(of: summary, before: 1, for: run.configuration) == nil)
      try path.write(Array("epoch\n0\n".utf8))
      #expect(store.rows(of: summary, before: 1, for: run.configuration) == nil)
    }
  }
}
