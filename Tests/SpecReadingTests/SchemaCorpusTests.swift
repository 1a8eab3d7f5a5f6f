import Experiments
import SpecReading
import SpecSyntax
import TestSupport
import Testing

/// The schema and the reader agree on the corpus, as far as a schema can see.
@Suite struct SchemaCorpusTests {
  /// Why the schema accepts a spec that the reader refuses without a look at data or other keys.
  enum Reason {
    /// YAML 1.2 reads a boolean or a number where a spec has none: `True`, `0x10`.
    case scalars
    /// A text has a form of its own that the table of fields does not tell.
    case texts
    /// Parts of one value do not fit each other: rows of several lengths.
    case parts
    /// What a range comes to is not what the key takes.
    case ranges
    /// What a sweep says of a key does not fit what is said elsewhere.
    case sweeps
    /// Parts of an expectation do not fit each other.
    case expectations
  }

  /// The specs that the schema accepts though the reader refuses their text, each with the reason.
  static let accepted: [String: Reason] = [
    "boolean-capitalised.yaml": .scalars,
    "number-hexadecimal.yaml": .scalars,
    "dataset-delimiter-of-two.yaml": .texts,
    "data-with-a-long-target.yaml": .parts,
    "data-with-a-short-row.yaml": .parts,
    "data-with-too-few-targets.yaml": .parts,
    "sweep-range-of-exponents.yaml": .ranges,
    "sweep-range-out-of-bounds.yaml": .ranges,
    "sweep-range-with-fractions-for-integers.yaml": .ranges,
    "exclude-by-a-key-that-is-not-swept.yaml": .sweeps,
    "exclude-by-another-value.yaml": .sweeps,
    "sweep-of-a-key-twice.yaml": .sweeps,
    "sweep-of-schedules-without-their-settings.yaml": .sweeps,
    "random-fractions-for-integers.yaml": .ranges,
    "random-from-the-larger-end.yaml": .ranges,
    "random-of-exponents.yaml": .ranges,
    "random-out-of-bounds.yaml": .ranges,
    "random-of-a-range.yaml": .sweeps,
    "random-of-nothing.yaml": .sweeps,
    "random-without-samples.yaml": .sweeps,
    "random-without-the-excluded-word.yaml": .sweeps,
    "samples-of-a-grid.yaml": .sweeps,
    "include-without-what-is-swept.yaml": .sweeps,
    "zip-of-a-key-in-two-groups.yaml": .sweeps,
    "zip-of-a-key-that-moves-by-itself.yaml": .sweeps,
    "zip-of-draws.yaml": .sweeps,
    "zip-of-nothing.yaml": .sweeps,
    "zip-of-unequal-lengths.yaml": .sweeps,
    "zip-with-one-that-is-odd.yaml": .sweeps,
    "expect-a-digest-that-is-none.yaml": .texts,
    "expect-a-score-exactly.yaml": .expectations,
    "expect-a-statistic-of-one-run.yaml": .expectations,
    "expect-a-test-score-of-the-curve.yaml": .expectations,
    "expect-beyond-the-score.yaml": .expectations,
    "expect-bounds-of-a-digest.yaml": .expectations,
    "expect-of-one-run-over-several.yaml": .expectations,
    "expect-with-crossed-bounds.yaml": .expectations,
    "expect-without-a-bound.yaml": .expectations,
  ]

  /// Whether a spec is valid; nil where it is no YAML.
  private func accepts(_ source: SourceText) throws -> Bool? {
    try SchemaValidator.specs.get().accepts(source)
  }

  @Test(arguments: try AcceptCorpusTests.specs())
  func `a spec that is read is valid`(spec: MarkedSpec) throws {
    #expect(try accepts(spec.source) == true)
  }

  @Test(arguments: try AcceptCorpusTests.specs())
  func `the resolved spec of each run is valid`(spec: MarkedSpec) throws {
    let plan = try ReadSpec(spec.source, stem: "test", facts: facts, weights: weights).plan
    for run in plan.runs {
      let text = run.configuration.canonicalSpec
      #expect(try accepts(SourceText(name: "spec.yaml", text: text)) == true, "\(text)")
    }
  }

  /// A spec whose text is sound is refused for its data, or for keys that do not go together: no
  /// schema sees these. Of the others, those that the schema accepts are listed with the reason.
  @Test(arguments: try RefuseCorpusTests.specs())
  func `a spec that is wrong by itself is not valid`(spec: MarkedSpec) throws {
    let isSoundText = (try? FieldValues(reading: spec.source)) != nil
    let reason = Self.accepted[spec.source.name]
    let isAccepted = isSoundText || reason != nil
    #expect(
      try accepts(spec.source) == isAccepted,
      "list it in SchemaCorpusTests.accepted, or let the schema catch it")
    #expect(!(isSoundText && reason != nil), "needs no reason")
  }

  @Test func `every spec that is listed is in the corpus`() throws {
    let names = try RefuseCorpusTests.specs().map(\.source.name)
    #expect(Set(Self.accepted.keys).isSubset(of: names))
  }

  @Test(arguments: try (AcceptCorpusTests.specs() + RefuseCorpusTests.specs()))
  func `a mutant that is read is valid`(spec: MarkedSpec) throws {
    var random = RandomSpec(seed: UInt64(spec.source.bytes.count) + 1)
    let text = String(decoding: spec.source.bytes, as: UTF8.self)
    for _ in 0..<8 {
      let mutant = SourceText(
        name: "mutant", text: try MutationTests.mutant(of: text, using: &random))
      let isRead = (try? FieldValues(reading: mutant)) != nil
      if isRead {
        #expect(try accepts(mutant) == true, "\(String(decoding: mutant.bytes, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: 0..<200)
  func `a random spec is valid`(seed: Int) throws {
    var random = RandomSpec(seed: UInt64(seed))
    #expect(try accepts(SourceText(name: "random", text: random.text())) == true)
  }

  /// `Tests/Oracle/schema.csv` has what Python's jsonschema says of each spec.
  @Test func `another validator says the same`() throws {
    let rows = try OracleTable("schema").rows
    let verdicts = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        ("\(row.text("folder") ?? "")/\(row.text("spec") ?? "")", row.text("core"))
      })
    let folders = try [
      ("accept", AcceptCorpusTests.specs()), ("refuse", RefuseCorpusTests.specs()),
    ]
    var count = 0
    for (folder, specs) in folders {
      for spec in specs {
        guard let verdict = verdicts["\(folder)/\(spec.source.name)"] else { continue }
        let isValid = try accepts(spec.source) == true
        #expect(verdict == (isValid ? "valid" : "invalid"), "\(spec.source.name)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  /// What a reader of YAML 1.2 that is not ours makes of the specs is as valid.
  @Test func `another reader of YAML gives the same`() throws {
    for row in try OracleTable("schema").rows where row.text("folder") == "accept" {
      #expect(row.text("ruamel") == "valid", "\(row.text("spec") ?? "")")
    }
  }
}
