import Experiments
import SpecReading
import SpecSyntax
import TestSupport
import Testing
import Vocabulary

/// Every spec of the corpus that is sound is read, and makes the runs that its first line counts.
@Suite struct AcceptCorpusTests {
  static func specs() throws -> [MarkedSpec] { try MarkedSpec.corpus("accept") }

  private func plan(of spec: MarkedSpec) throws -> RunPlan {
    try ReadSpec(spec.source, stem: "test", facts: facts, weights: weights).plan
  }

  @Test(arguments: try specs())
  func makesItsRuns(spec: MarkedSpec) throws {
    let text = String(decoding: spec.source.bytes, as: UTF8.self)
    let count = try #require(text.firstMatch(of: /# runs: (\d+)/)?.1)
    #expect(try plan(of: spec).runs.count == Int(count))
  }

  @Test(arguments: try specs())
  func isWarnedOfAsMarked(spec: MarkedSpec) throws {
    let read = try ReadSpec(spec.source, stem: "test", facts: facts, weights: weights)
    #expect(spec.differences(from: read.warnings) == [])
  }

  @Test(arguments: try specs())
  func runsAreDistinct(spec: MarkedSpec) throws {
    let runs = try plan(of: spec).runs
    #expect(Set(runs.map(\.id)).count == runs.count)
  }

  @Test(arguments: try specs())
  func canonicalSpecIsTheSameRun(spec: MarkedSpec) throws {
    for run in try plan(of: spec).runs {
      let again = try read(run.configuration.canonicalSpec).plan
      #expect(again.runs.map(\.id) == [run.id])
      #expect(again.runs.map(\.configuration) == [run.configuration])
    }
  }

  @Test func corpusIsFound() throws { #expect(try Self.specs().count >= 25) }

  @Test(arguments: Field.allCases)
  func everyKeyIsThere(field: Field) throws {
    let key = try Regex("(?m)^\(field.key): ")
    let texts = try Self.specs().map { String(decoding: $0.source.bytes, as: UTF8.self) }
    #expect(texts.contains { $0.contains(key) })
  }

  @Test func everyWordIsThere() throws {
    let runs = try Self.specs().flatMap { try plan(of: $0).runs.map(\.configuration) }
    func check<Kind: Keyword>(_ words: [Kind]) {
      #expect(Set(words) == Set(Kind.allCases))
    }
    check(runs.flatMap(\.hidden).map(\.activation.word))
    check(runs.flatMap(\.hidden).compactMap(\.norm?.word))
    check(runs.map(\.outputActivation.word))
    check(
      runs.flatMap { run -> [Initialization] in
        guard case .drawn(let words) = run.initialization else { return [] }
        return words
      })
    check(runs.map(\.loss.word))
    check(runs.map(\.schedule.word))
    check(runs.map(\.optimizer.word))
    check(runs.map(\.task))
    check(runs.map(\.precision))
    check(runs.flatMap(\.metrics))
    check(runs.flatMap(\.save))
    check(
      runs.compactMap { run -> BuiltInDataset? in
        guard case .builtIn(let choice) = run.dataset else { return nil }
        return choice.word
      })
    check(
      runs.compactMap { run -> BiasInitialization? in
        guard case .word(let word) = run.biasInitialization else { return nil }
        return word
      })
  }
}
