import Experiments
import Files
import SystemPackage
import TestPlans
import Testing
import Text
import Vocabulary

@testable import RunRecords

/// What a run leaves.
struct RunWriterTests {
  @Test func `a finished run leaves its files, and nothing in progress`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      #expect(try names(store.folder) == [".partial", run.id.description])
      #expect(try names(store.partialFolder) == [])
      #expect(
        try names(store.folder(of: run.id)) == [
          "loss_curve.csv", "model.safetensors", "run.json", "spec.yaml", "summary.json",
        ])
    }
  }

  @Test func `the spec is the run's own`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let spec = try text(store.folder(of: run.id).appending("spec.yaml"))
      #expect(spec == run.configuration.canonicalSpec)
      #expect(try RunPlan(spec: spec).runs.map(\.id) == [run.id])
    }
  }

  @Test func `the loss curve has every digit`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      #expect(
        try text(store.folder(of: run.id).appending("loss_curve.csv")) == """
          epoch,train_loss,train_accuracy,learning_rate
          0,0.75,0.5,
          1,0.30000000000000004,0.5,0.5
          2,1e-07,1.0,0.5

          """)
    }
  }

  @Test func `every learning rate is the row's own`() throws {
    try withStore { store in
      let run = try run()
      var writer = RunWriter(run, in: store, clock: { .zero })
      for (epoch, rate) in [nil, 0.5, 0.5, 0.25, 0.5, nil].enumerated() {
        try writer.append(CurveRow(epoch: epoch, scores: [1, 1], learningRate: rate))
      }
      _ = try writer.finish(outcome(), provenance: Provenance())
      let curve = try text(store.folder(of: run.id).appending("loss_curve.csv"))
      #expect(
        curve.split(separator: "\n").dropFirst().map { $0.dropFirst(10) }
          == ["", "0.5", "0.5", "0.25", "0.5", ""])
    }
  }

  /// The last digest: `head -n -2 summary.json | sha256sum`.
  @Test func `the summary says what the run came to`() throws {
    try withStore { store in
      let run = try run()
      let summary = try record(run, in: store)
      let digests = Dictionary(uniqueKeysWithValues: summary.files.map { ($0.name, $0.sha256) })
      #expect(
        try text(store.folder(of: run.id).appending("summary.json")) == """
          {
            "run_id": "\(run.id)",
            "status": "completed",
            "seed": 0,
            "parameters": {
              "seed": 0,
              "dataset": "xor",
              "task": "binary",
              "layers": [2, 1],
              "output_activation": "sigmoid",
              "init": "glorot_uniform",
              "bias_init": "zeros",
              "loss": "binary_cross_entropy",
              "optimizer": "sgd",
              "learning_rate": 0.5,
              "epochs": 2,
              "batch_size": "full",
              "precision": "float32",
              "metrics": ["accuracy"],
              "log_every": 1,
              "save": ["model"]
            },
            "epochs": 2,
            "epochs_run": 2,
            "best_epoch": 2,
            "train_loss": 1e-07,
            "val_loss": null,
            "test_loss": null,
            "train_accuracy": 1.0,
            "val_accuracy": null,
            "test_accuracy": null,
            "parameter_count": 3,
            "rows": {
              "train": 4,
              "validation": 0,
              "test": 0
            },
            "digest": "\(summary.digest)",
            "files": {
              "loss_curve.csv": "\(try #require(digests["loss_curve.csv"]))",
              "model.safetensors": "\(try #require(digests["model.safetensors"]))",
              "spec.yaml": "\(try #require(digests["spec.yaml"]))"
            },
            "sha256": "ae02f9cdf5bb3bef10bf64aab952a93742404547d8aaf29a7bc958c8d55eff4b"
          }

          """)
    }
  }

  /// The expected letters: `cat loss_curve.csv <(tail -c 12 model.safetensors) | sha256sum`, the
  /// first 16 digits written from z (0) to k (f).
  @Test func `the digest is of the curve and the weights`() throws {
    try withStore { store in
      let summary = try record(try run(), in: store)
      #expect(summary.digest == "ovnryurvnttlolys")
      let unsaved = try record(try run("save: []\n"), in: store)
      #expect(unsaved.digest == summary.digest)
      let other = try record(try run("seed: 1\n"), in: store, outcome(weight: 1.25))
      #expect(other.digest != summary.digest)
    }
  }

  @Test func `weights that are no numbers have one digest whatever their bits`() throws {
    try withStore { store in
      let quiet = try record(try run("seed: 1\n"), in: store, outcome(weight: .nan))
      let signalling = Float(bitPattern: 0xFFC0_1234)
      let other = try record(try run("seed: 2\n"), in: store, outcome(weight: signalling))
      #expect(quiet.digest == other.digest)
    }
  }

  @Test func `a run that diverged leaves no model`() throws {
    try withStore { store in
      let run = try run("save: [model, initial]\n")
      let summary = try record(run, in: store, outcome(.diverged, scores: [.infinity, 0.5]))
      #expect(summary.status == .diverged)
      #expect(summary.score(Score(.train, .loss))?.isNaN == true)
      #expect(
        try names(store.folder(of: run.id)) == [
          "initial.safetensors", "loss_curve.csv", "run.json", "spec.yaml", "summary.json",
        ])
      let document = try text(store.folder(of: run.id).appending("summary.json"))
      #expect(document.contains("\"train_loss\": null,"))
      #expect(document.contains("\"train_accuracy\": 0.5,"))
    }
  }

  @Test func `the curve of a diverged run says how`() throws {
    try withStore { store in
      let run = try run()
      var writer = RunWriter(run, in: store, clock: { .zero })
      try writer.append(CurveRow(epoch: 0, scores: [.infinity, 0.5], learningRate: nil))
      try writer.append(CurveRow(epoch: 1, scores: [-.infinity, -0.0], learningRate: 0.5))
      try writer.append(CurveRow(epoch: 2, scores: [-.nan, .nan], learningRate: 0.5))
      let outcome = outcome(.diverged, scores: [.nan, .nan])
      _ = try writer.finish(outcome, provenance: Provenance())
      let curve = try text(store.folder(of: run.id).appending("loss_curve.csv"))
      #expect(
        curve.split(separator: "\n").dropFirst() == [
          "0,inf,0.5,", "1,-inf,-0.0,0.5", "2,nan,nan,0.5",
        ])
    }
  }
}
