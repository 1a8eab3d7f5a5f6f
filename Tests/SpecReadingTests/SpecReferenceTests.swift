import Experiments
import Foundation
import SpecReading
import SpecSyntax
import TestSupport
import Testing
import Vocabulary

/// The reference that is made from the table of fields.
@Suite struct SpecReferenceTests {
  static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/Spec.md")

  /// With `NN_RUN_RECORD` set, as `make docs` does, the document is written anew.
  @Test func documentIsUpToDate() throws {
    let text = SpecReference.markdown
    if ProcessInfo.processInfo.environment["NN_RUN_RECORD"] != nil {
      try text.write(to: Self.document, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.document, encoding: .utf8)
    #expect(written == text, "docs/Spec.md is stale: run `make docs`")
  }

  @Test func examplesOfTheDocumentAreSound() throws {
    let blocks = SpecReference.markdown.matches(of: /```yaml\n((?:.*\n)*?)```/).map(\.1)
    #expect(blocks.count == 4)
    let counts = try blocks.map { try read(String($0)).plan.runs.count }
    #expect(counts == [1, 1, 27, 6])
  }

  @Test func everyKeyHasASection() {
    let lines = SpecReference.markdown.split(separator: "\n")
    for field in Field.allCases { #expect(lines.contains("## \(field.key)")) }
  }

  @Test func tablesAreWhole() {
    let rows = SpecReference.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    let widths = Set(rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } - 1 })
    #expect(widths == [2, 3, 4])
  }

  @Test(arguments: Field.allCases)
  func keyIsExplained(field: Field) throws {
    let text = try #require(SpecReference.explanation(of: field.key))
    #expect(text.hasPrefix("\(field.key): \(field.declaration.summary)\n"))
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("takes \(field.declaration.shape.phrase) default"))
    #expect(text.contains("\(field.key): \(field.declaration.example.text)"))
    #expect(SpecReference.overview.contains("\n\(field.key) "))
    for word in field.declaration.shape.words { #expect(text.contains("\n  \(word.name) ")) }
  }

  @Test(arguments: [
    ("optimizer.momentum", "optimizer.momentum: how much"), ("nesterov", "optimizer.nesterov: "),
    ("dataset.bits", "dataset.bits: how many bits"), ("relu", "relu: max(x, 0)"),
    ("sweep.rank_by.goal", "sweep.rank_by.goal: which way"), ("inputs", "dataset.inputs: one list"),
    ("softmax", "softmax: e^x"), ("full", "full: all rows"),
    ("maximize", "maximize: larger is better"),
    ("log_uniform", "sweep.parameters.KEY.log_uniform: in a sweep with `samples`, any number"),
    ("sweep.parameters.KEY.linear", "sweep.parameters.KEY.linear: numbers with equal differences"),
    ("choice", "sweep.parameters.KEY.choice: in a sweep with `samples`, any value of a list"),
    ("expect.where", "expect.where: which runs"), ("halving.factor", "sweep.halving.factor: one"),
  ])
  func settingOrWordIsExplained(name: String, beginning: String) {
    #expect(SpecReference.explanation(of: name)?.hasPrefix(beginning) == true)
  }

  /// Every word that a sweep's values can be written with.
  @Test(arguments: [
    "linear", "log", "count", "uniform", "log_uniform", "int_uniform", "choice",
  ])
  func `a way to write the values of a sweep is explained`(name: String) throws {
    let text = try #require(SpecReference.explanation(of: name))
    #expect(text.contains("sweep.parameters.KEY.\(name): "))
    #expect(text.contains("\n  takes    "))
    #expect(SpecReference.markdown.contains("\n| `parameters.KEY.\(name)` | "))
  }

  @Test func wordOfSeveralKeysIsExplainedForEach() throws {
    let relu = try #require(SpecReference.explanation(of: "relu"))
    #expect(relu.contains("activation, output_activation"))
    let mae = try #require(SpecReference.explanation(of: "mae"))
    #expect(mae.contains("loss") && mae.contains("metrics"))
  }

  @Test(arguments: [
    ("optimiser", "optimizer"), ("lerning_rate", "learning_rate"), ("rleu", "relu"),
    ("optimizer.momentun", "optimizer.momentum"), ("lr", "learning_rate"), ("swish", "silu"),
    ("acc", "accuracy"), ("Xavier-Normal", "glorot_normal"),
  ])
  func misspeltNameHasASuggestion(name: String, meant: String) {
    #expect(SpecReference.explanation(of: name) == nil)
    #expect(SpecReference.suggestion(for: name) == meant)
  }

  @Test func unknownNameHasNone() {
    #expect(SpecReference.explanation(of: "photosynthesis") == nil)
    #expect(SpecReference.suggestion(for: "photosynthesis") == nil)
  }

  @Test(arguments: Field.allCases)
  func linesAreShort(field: Field) throws {
    let text = try #require(SpecReference.explanation(of: field.key))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
