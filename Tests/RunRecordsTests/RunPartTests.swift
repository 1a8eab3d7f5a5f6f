import Files
import SystemPackage
import TestPlans
import TestSupport
import Testing
import Text
import Vocabulary

@testable import Experiments
@testable import RunRecords

/// Runs whose data has more than one part, and whose best epoch need not be the last.
struct RunPartTests {
  /// A run with validation and test rows, and the gradient's norm.
  private func validatedRun(_ lines: String = "") throws -> RunPlan.Run {
    let run = try run("metrics: [gradient_norm, accuracy]\n" + lines)
    var bases = run.table.bases
    bases.all[0].rows = RowCounts(train: 4, validation: 2, test: 1)
    let table = ConfigurationTable(
      experiment: run.table.experiment, points: run.table.points, bases: bases, groups: [])
    return RunPlan.Run(
      id: run.id, configurationNumber: 1, seed: run.seed, number: 0, foldIndex: 0, table: table)
  }

  private let rows = [
    CurveRow(epoch: 0, scores: [0.75, 0.875, 0.5, 0.5], learningRate: nil),
    CurveRow(
      epoch: 2, scores: [0.25, 0.125, 0.75, 1], learningRate: 0.5, gradientNorm: 1.0 / 3),
    CurveRow(epoch: 8, scores: [0.1, 0.5, 1, 0.5], learningRate: 0.5, gradientNorm: 0.125),
  ]
  private let between = CurveRow(
    epoch: 7, scores: [0.2, 0.0625, 1, 1], learningRate: 0.25, gradientNorm: 0.5)

  private let heldBack = PredictionTable(
    task: .binary,
    parts: [.init(.validation, sourceRows: [1, 4], targets: [1, 0], outputs: [0.75, 1])])

  private func outcome(
    best: Int, _ scores: [Double], row: CurveRow? = nil, predictions: PredictionTable? = nil,
    encoding: DataEncoding = DataEncoding()
  ) -> RunOutcome {
    let weights = [Tensor("layers.0.weight", shape: [1, 2], .float32([1, 2]))]
    return RunOutcome(
      status: .stoppedEarly, epochsRun: 8, bestEpoch: best, bestRow: row, scores: scores,
      weights: weights, bestWeights: weights, predictions: predictions ?? heldBack,
      encoding: encoding)
  }

  /// Writes a run, all rows at once or with some written before the others.
  private func record(
    _ run: RunPlan.Run, in store: RunStore, _ outcome: RunOutcome, split: Int = 0
  ) throws -> RunSummary {
    let clock = ScriptedClock()
    var writer = RunWriter(run, in: store, clock: clock.read)
    for row in rows.prefix(split) { try writer.append(row) }
    clock.advance(by: .seconds(split > 0 ? 1 : 0))
    // The run is the second of three.
    var others = CurveRows(scoreCount: 4, lanes: 3, hasGradientNorms: true)
    for row in rows.dropFirst(split) {
      others.append(
        epochs: [-1, row.epoch, 3], scores: row.scores.flatMap { [7, $0, -7] },
        learningRates: [7, row.learningRate ?? 0, -7],
        gradientNorms: [7, row.gradientNorm ?? 0, -7])
      #expect(others.last(lane: 1) == row)
    }
    #expect(others.rows(ofLane: 1) == Array(rows.dropFirst(split)))
    #expect(others.last(lane: 0) == nil)
    try writer.append(others, lane: 1)
    let isBegun = store.draft(of: run).exists
    #expect(isBegun == (split > 0))
    return try writer.finish(outcome, provenance: Provenance())
  }

  private let curve = """
    epoch,train_loss,val_loss,train_accuracy,val_accuracy,learning_rate,gradient_norm
    0,0.75,0.875,0.5,0.5,,
    2,0.25,0.125,0.75,1.0,0.5,0.3333333333333333
    8,0.1,0.5,1.0,0.5,0.5,0.125

    """

  @Test(arguments: [0, 2])
  func `the scores are those of the best epoch`(split: Int) throws {
    try withStore { store in
      let run = try validatedRun()
      let outcome = outcome(best: 2, [0.25, 0.125, 0.75, 1, 2, 0])
      let summary = try record(run, in: store, outcome, split: split)
      #expect(try text(store.folder(of: run.id).appending("loss_curve.csv")) == curve)
      let document = try text(store.folder(of: run.id).appending("summary.json"))
      #expect(
        document.contains(
          """
            "status": "stopped_early",

          """))
      #expect(
        document.contains(
          """
            "epochs_run": 8,
            "best_epoch": 2,
            "train_loss": 0.25,
            "val_loss": 0.125,
            "test_loss": 2.0,
            "train_accuracy": 0.75,
            "val_accuracy": 1.0,
            "test_accuracy": 0.0,
            "parameter_count": 3,
            "rows": {
              "train": 4,
              "validation": 2,
              "test": 1
            },

          """))
      let read = try #require(try store.finished(run))
      #expect(read.isSame(as: summary))
      #expect(read.score(Score(.test, .loss)) == 2)
    }
  }

  @Test(arguments: [
    ("\"val_loss\": 0.125", "\"val_loss\": 0.25"), ("\"best_epoch\": 2", "\"best_epoch\": 1"),
    ("\"epochs_run\": 8", "\"epochs_run\": 2"), ("\"validation\": 2", "\"validation\": 3"),
    ("\"test_loss\": 2.0", "\"test_loss\": \"2.0\""),
  ])
  func `a summary that says other than the curve is not trusted`(old: String, new: String) throws {
    try withStore { store in
      let run = try validatedRun()
      _ = try record(run, in: store, outcome(best: 2, [0.25, 0.125, 0.75, 1, 2, 0]))
      let summary = store.folder(of: run.id).appending("summary.json")
      let document = try text(summary)
      #expect(document.contains(old))
      try summary.write(Array(sealed(document.replacing(old, with: new)).utf8))
      #expect(try store.finished(run) == nil)
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func `the row of the best epoch is put where it belongs`(split: Int) throws {
    try withStore { store in
      let run = try validatedRun()
      let best = outcome(best: 7, between.scores + [2, 0], row: between)
      let summary = try record(run, in: store, best, split: split)
      let lines = curve.split(separator: "\n")
      let whole =
        lines.prefix(3) + ["7,0.2,0.0625,1.0,1.0,0.25,0.5"] + lines.suffix(1)
      let folder = store.folder(of: run.id)
      #expect(
        try text(folder.appending("loss_curve.csv")) == whole.map { $0 + "\n" }.joined())
      #expect(try store.finished(run)?.isSame(as: summary) == true)
      // Elsewhere it was written in one go: the digest is of the file, not of how it came about.
      let other = RunRecordsTests.store(store.folder.appending("other"))
      try other.prepare()
      #expect(try record(run, in: other, best).digest == summary.digest)
    }
  }

  @Test func `a row that is there already is not put there again`() throws {
    try withStore { store in
      let run = try validatedRun()
      for (row, scores) in [(rows[1], [0.25, 0.125, 0.75, 1, 2, 0])] {
        _ = try record(run, in: store, outcome(best: row.epoch, scores, row: row))
        #expect(try text(store.folder(of: run.id).appending("loss_curve.csv")) == curve)
      }
    }
  }

  @Test func `answers and the best weights are saved, and checked`() throws {
    try withStore { store in
      let run = try validatedRun("save: [predictions, best]\n")
      let table = PredictionTable(
        task: .binary,
        parts: [
          .init(.train, sourceRows: [10, 2], targets: [1, 0], outputs: [0.5, 0.75]),
          .init(.validation, sourceRows: [0], targets: [1], outputs: [.nan]),
          .init(.test, sourceRows: [], targets: [], outputs: []),
        ])
      let outcome = outcome(best: 2, [0.25, 0.125, 0.75, 1, 2, 0], predictions: table)
      let summary = try record(run, in: store, outcome)
      let folder = store.folder(of: run.id)
      #expect(
        summary.files.map(\.name) == [
          "best.safetensors", "confusion.csv", "loss_curve.csv", "per_class.csv",
          "predictions.csv", "spec.yaml",
        ])
      #expect(
        try text(folder.appending("predictions.csv")) == """
          split,row,target,output,predicted
          train,10,1,0.5,0
          train,2,0,0.75,1
          validation,0,1,nan,

          """)
      let best = try Safetensors.decode(folder.appending("best.safetensors").contents())
      #expect(best == outcome.bestWeights)
      #expect(try store.finished(run) != nil)
      try folder.appending("predictions.csv").write([1])
      #expect(try store.finished(run) == nil)
    }
  }

  @Test func `what is held back is reported on, and checked`() throws {
    try withStore { store in
      let run = try validatedRun("save: []\n")
      let outcome = outcome(best: 2, [0.25, 0.125, 0.75, 1, 2, 0])
      let summary = try record(run, in: store, outcome)
      let folder = store.folder(of: run.id)
      #expect(
        summary.files.map(\.name) == [
          "confusion.csv", "loss_curve.csv", "per_class.csv", "spec.yaml",
        ])
      #expect(
        try text(folder.appending("confusion.csv")) == """
          split,actual,predicted,count
          validation,0,1,1
          validation,1,1,1

          """)
      for name in ["confusion.csv", "per_class.csv"] {
        let bytes = try folder.appending(name).contents()
        #expect(try store.finished(run) != nil)
        try folder.appending(name).write(bytes.dropLast() + [UInt8(ascii: " ")])
        #expect(try store.finished(run) == nil)
        try folder.appending(name).write(bytes)
      }
    }
  }

  @Test(arguments: [
    ("", ["confusion.csv", "per_class.csv"]), ("task: multilabel\n", ["per_class.csv"]),
    ("task: regression\n", ["per_target.csv"]),
  ])
  func `reports go by the task`(line: String, reports: [String]) throws {
    let usual = ["loss_curve.csv", "spec.yaml"]
    let lines = "metrics: []\nsave: []\n" + line
    var configuration = try run(lines).configuration
    #expect(configuration.fileNames(after: .completed) == usual)
    for rows in [RowCounts(train: 2, validation: 2), RowCounts(train: 3, test: 1)] {
      configuration.rows = rows
      #expect(configuration.fileNames(after: .completed) == (usual + reports).sorted())
      #expect(configuration.fileNames(after: .stoppedEarly) == (usual + reports).sorted())
      #expect(configuration.fileNames(after: .diverged) == usual)
    }
  }

  @Test func `weights say what inputs have to go through`() throws {
    try withStore { store in
      let run = try validatedRun("save: [best]\n")
      let outcome = outcome(
        best: 2, [0.25, 0.125, 0.75, 1, 2, 0],
        encoding: DataEncoding(
          inputs: NormalizationConstants(shift: [0.1, -3], scale: [2, 1e-9])))
      _ = try record(run, in: store, outcome)
      let file = try store.folder(of: run.id).appending("best.safetensors").contents()
      let header = String(decoding: file.dropFirst(8).prefix { $0 != 0 }, as: UTF8.self)
      #expect(
        header.contains(#""input_shift": "[0.1, -3.0]", "input_scale": "[2.0, 1e-09]""#),
        "\(header)")
      #expect(try Safetensors.decode(file) == outcome.bestWeights)
    }
  }

  @Test func `after divergence nothing trained is saved`() throws {
    try withStore { store in
      let run = try run("save: [model, best, predictions]\n")
      let summary = try RunRecordsTests.record(
        run, in: store, RunRecordsTests.outcome(.diverged, scores: [.nan, 0.5]))
      #expect(summary.files.map(\.name) == ["loss_curve.csv", "spec.yaml"])
      #expect(try store.finished(run) != nil)
    }
  }

  @Test func `a run in progress has the header from the first`() throws {
    try withStore { store in
      let run = try validatedRun()
      try RunWriter(run, in: store, clock: { .zero }).abandon()
      let draft = store.draft(of: run)
      #expect(
        try text(draft.appending("loss_curve.csv")) == curve.prefix { $0 != "\n" } + "\n")
    }
  }
}
