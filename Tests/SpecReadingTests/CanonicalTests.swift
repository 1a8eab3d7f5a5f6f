import Experiments
import SpecReading
import SpecSyntax
import Testing
import Vocabulary

/// The canonical form of a run: its own spec, of which its id is made.
@Suite struct CanonicalTests {
  @Test(arguments: 0..<300)
  func readsBackAsTheSameRun(seed: Int) throws {
    var random = RandomSpec(seed: UInt64(seed))
    let text = random.text()
    let run = try read(text).plan.runs[0]
    let again = try read(run.configuration.canonicalSpec).plan.runs
    #expect(again.map(\.id) == [run.id])
    #expect(again[0].configuration == run.configuration)
    #expect(again[0].configuration.canonicalSpec == run.configuration.canonicalSpec)
  }

  private func id(_ lines: String...) throws -> RunID {
    try id(lines: lines.flatMap { $0.split(separator: "\n").map(String.init) })
  }

  private func id(lines: [String]) throws -> RunID {
    let base = ["dataset: xor", "layers: [2, 4, 1]", "activation: elu", "epochs: 9"]
    let keys = lines.map { $0.prefix { $0 != ":" } }
    let kept = base.filter { line in !keys.contains(line.prefix { $0 != ":" }) }
    let rate = keys.contains("learning_rate") ? [] : ["learning_rate: 0.1"]
    return try read((kept + rate + lines).joined(separator: "\n")).plan.runs[0].id
  }

  @Test(arguments: [
    "learning_rate: 0.10", "learning_rate: 1e-1", "learning_rate: +.1", "epochs: 9.0",
    "activation: {name: elu}", "activation: {name: elu, alpha: 1}", "bias_init: 0",
    "bias_init: -0.0", "bias_init: zeros", "batch_size: full", "batch_size: 4", "batch_size: 32",
    "batch_size: 1e3", "shuffle: false", "shuffle: true", "optimizer: {name: sgd, momentum: 0}",
    "task: binary", "loss: auto", "loss: binary_cross_entropy", "output_activation: sigmoid",
    "init: he_uniform", "layers: [auto, 4, auto]", "metrics: [accuracy]", "log_every: 1",
    "save: [model]", "precision: float32", "seed: 0", "name: other", "description: other",
    "schedule: constant", "schedule: {name: constant}", "stop_at: 9", "l1: 0", "l2: 0",
    "dropout: 0",
    "clip_norm: none", "early_stopping: none", "early_stopping: false",
    "optimizer: {name: sgd, weight_decay: 0}", "layers: [2, {units: 4}, 1]",
    "layers: [2, {units: 4, activation: elu, dropout: 0, norm: none}, 1]",
    "activation: tanh\nlayers: [2, {units: 4, activation: elu}, 1]",
    "dropout: 0.5\nlayers: [2, {units: 4, dropout: 0}, 1]",
    "on_divergence: record", "x-note: other", "sweep: {}", "sweep: {rank_by: {metric: train_loss}}",
  ])
  func isOfTheMeaning(line: String) throws { #expect(try id(line) == id()) }

  @Test(arguments: [
    "learning_rate: 0.2", "epochs: 10", "activation: {name: elu, alpha: 2}", "bias_init: 1",
    "batch_size: 2", "optimizer: {name: sgd, momentum: 0.5}", "loss: mse",
    "output_activation: tanh", "init: zeros", "layers: [2, 5, 1]", "metrics: []", "log_every: 2",
    "save: []", "precision: float64", "seed: 1", "dataset: or",
    "dataset: {inputs: [[0, 0]], targets: [1]}", "optimizer: adam", "schedule: cosine",
    "schedule: {name: one_cycle, peak: 0.1}", "stop_at: 8", "l1: 1", "l2: 1", "dropout: 0.5",
    "clip_norm: 1", "early_stopping: {monitor: train_loss}",
    "layers: [2, {units: 4, norm: layer}, 1]",
    "layers: [2, {units: 4, activation: tanh}, 1]", "init: {file: 2-4-1.safetensors}",
    "save: [model, best]", "save: [model, predictions]",
  ])
  func dependsOnWhatDecidesTheRun(line: String) throws { #expect(try id(line) != id()) }

  @Test(arguments: [
    ("schedule: one_cycle", "schedule: {name: one_cycle, peak: 0.1, start: 0.004, warmup: 0.3}"),
    ("schedule: {name: one_cycle, peak: 0.5}", "schedule: one_cycle\nlearning_rate: 0.5"),
    ("optimizer: adam", "optimizer: {name: adam, beta1: 0.9, epsilon: 1e-8, weight_decay: 0}"),
    ("optimizer: adamw", "optimizer: {name: adamw, weight_decay: 0.01}"),
    (
      "early_stopping: {monitor: train_accuracy}",
      "early_stopping: {monitor: train_accuracy, mode: maximize, patience: 20, restore_best: true}"
    ),
    (
      "loss: huber\noutput_activation: tanh",
      "loss: {name: huber, delta: 1}\noutput_activation: tanh"
    ),
    (
      "layers: [2, {units: 4, activation: relu}, 4, 1]",
      "activation: relu\nlayers: [2, 4, {units: 4, activation: elu}, 1]"
    ),
    (
      "layers: [2, 4, {units: 4, dropout: 0.5}, 1]",
      "dropout: 0.5\nlayers: [2, {units: 4, dropout: 0}, 4, 1]"
    ),
    (
      "layers: [2, {units: 4, norm: batch}, 1]",
      "layers: [2, {units: 4, norm: {name: batch, momentum: 0.1, epsilon: 1e-5}}, 1]"
    ),
    ("init: {file: 2-4-1.safetensors}", "init: {file: 2-4-1.safetensors}\nbias_init: normal"),
    ("init: he_uniform\nlayers: [2, 4, 4, 1]", "init: auto\nlayers: [2, 4, 4, 1]"),
  ])
  func spellingsAreOneRun(first: String, second: String) throws {
    let lines = [first, second].map { $0.split(separator: "\n").map(String.init) }
    #expect(try id(lines: lines[0]) == id(lines: lines[1]))
  }

  @Test func orderOfSavedFilesIsNothing() throws {
    #expect(try id("save: [model, initial]") == id("save: [initial, model]"))
  }

  @Test func shuffleCountsWhereThereAreBatches() throws {
    #expect(try id("batch_size: 2", "shuffle: false") != id("batch_size: 2"))
  }

  @Test(arguments: [
    "", "xor", "two words", "1", "1e3", "true", "null", "~", "no", "- a", "a: b", "a #b", "#", "[a",
    "{a", "*a", "&a", "!a", "%a", "@a", "`a`", "'a'", "\"a\"", "\\", "a\nb", "a\r\nb", "\t", " a ",
    "\u{0}\u{1F}\u{7F}\u{85}\u{A0}", "\u{2028}\u{2029}", "\u{FEFF}a", "\u{FFFE}\u{FFFF}",
    "größe 日本 🧠 e\u{301}", "…", "? a", "<<", "a,b", "a]", "---", "...",
  ])
  func textIsReadBackBySyntax(text: String) throws {
    var log = DiagnosticLog()
    let value = SpecValue.mapping([SpecValue.Member(text, .list([.text(text), .text("end")]))])
    let source = SourceText(name: "text", text: "key: \(value.text)\n")
    let tree = try SyntaxTree(parsing: source, reportingTo: &log)
    let entry = tree.root["key"]?.entries?.first
    #expect(entry?.key.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    let scalar = entry?.value.items?.first?.scalar
    #expect(scalar?.text.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }
}
