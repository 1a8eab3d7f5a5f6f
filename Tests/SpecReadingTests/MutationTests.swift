import Foundation
import Experiments
import SpecReading
import SpecSyntax
import TestSupport
import Testing

/// Whatever is written, reading ends in a plan or in diagnostics that point into the text.
@Suite struct MutationTests {
  static let scraps = [
    "0", "-1", "0.5", "3", "1e3", "x", "none", "auto", "true", "xor", "sgd", "relu", "[]", "{}",
    "[2, 4, 1]", "{name: sgd}", "{name: parity, bits: 2}", "{linear: [0, 1], count: 3}",
    "{inputs: [[0]], targets: [1]}", "\"0.5\"", "~", "", "[[1], [2]]", "layers", "dataset.bits",
    "activation.slope", "sweep", "seeds", "name", "[mse, sse]", "[auto]",
    "step", "{name: step, every: 2}", "one_cycle", "schedule.every", "early_stopping", "train_loss",
    "{monitor: train_loss}", "[none, 1]", "[2, {units: 4, norm: batch}, 1]", "units", "adamw",
    "{file: 2-4-1.safetensors}", "early_stopping.patience", "huber",
  ]

  @Test(arguments: try (AcceptCorpusTests.specs() + RefuseCorpusTests.specs()))
  func mutantIsReadOrRefused(spec: MarkedSpec) throws {
    var random = RandomSpec(seed: UInt64(spec.source.bytes.count))
    let text = String(decoding: spec.source.bytes, as: UTF8.self)
    for _ in 0..<8 {
      let mutant = try Self.mutant(of: text, using: &random)
      let source = SourceText(name: "mutant", text: mutant)
      do throws(DiagnosticError) {
        let plan = try ReadSpec(source, stem: "test", facts: facts, weights: weights).plan
        #expect(!plan.runs.isEmpty)
      } catch {
        #expect(error.diagnostics.contains { $0.severity == .error })
        for site in error.diagnostics.compactMap(\.site) {
          #expect(site.bytes.upperBound <= source.bytes.count)
        }
      }
    }
  }

  /// Words, lists and mappings of a line. (Swift's own expressions would take ten times as long.)
  private static let words = Result {
    try NSRegularExpression(pattern: #"[A-Za-z0-9_.+-]+|\[[^\[\]\n]*\]|\{[^{}\n]*\}"#)
  }

  /// The text with some of its words replaced by scraps.
  static func mutant(of text: String, using random: inout RandomSpec) throws -> String {
    var pieces: [Substring] = []
    var rest = text[...]
    for match in try words.get().matches(in: text, range: NSRange(text.startIndex..., in: text)) {
      guard let range = Range(match.range, in: text) else { continue }
      pieces.append(rest[..<range.lowerBound])
      pieces.append(text[range])
      rest = rest[range.upperBound...]
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) where pieces.count > 1 {
      let place = Int.random(in: 0..<pieces.count / 2, using: &random) * 2 + 1
      pieces[place] = Self.scraps.randomElement(using: &random).map { $0[...] } ?? ""
    }
    return pieces.joined() + rest
  }
}
