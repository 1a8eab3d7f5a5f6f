import Experiments
import Foundation
import SpecReading
import SpecSyntax
import TestSupport
import Testing
import Vocabulary

/// The schema that is made from the table of fields.
@Suite struct SpecSchemaTests {
  static let document = SpecReferenceTests.document.deletingLastPathComponent()
    .appending(path: "nn-run.schema.json")

  private let validator: SchemaValidator
  private var schema: SchemaValue { validator.document }

  init() throws { validator = try SchemaValidator.specs.get() }

  /// With `NN_RUN_RECORD` set, as `make docs` does, the document is written anew.
  @Test func `the document is up to date`() throws {
    if ProcessInfo.processInfo.environment["NN_RUN_RECORD"] != nil {
      try SpecSchema.text.write(to: Self.document, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.document, encoding: .utf8)
    let isUpToDate = written == SpecSchema.text
    #expect(isUpToDate, "docs/nn-run.schema.json is stale: run `make docs`")
  }

  @Test func `the text is the same each time`() {
    #expect(SpecSchema.text == SpecSchema.text)
    #expect(SpecSchema.text.hasSuffix("}\n"))
  }

  @Test func `the version of JSON Schema is named`() {
    #expect(schema["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"))
  }

  @Test func `keys are those of the table`() {
    let keys = schema["properties"]?.members.keys.sorted()
    #expect(keys == Field.allCases.map(\.key).sorted())
  }

  /// What the schema says of a key's value, behind a reference.
  private func property(_ key: String) throws -> SchemaValue {
    let property = try #require(schema["properties"]?[key])
    guard let name = property["$ref"]?.asText?.split(separator: "/").last else { return property }
    return try #require(schema["$defs"]?[String(name)])
  }

  @Test(arguments: Field.allCases)
  func `an editor is told what a key means`(field: Field) throws {
    let property = try property(field.key)
    #expect(property["title"] == .text(field.key))
    let text = try #require(property["markdownDescription"]?.asText)
    let details = field.declaration.details
    #expect(text.hasPrefix(sentence(field.declaration.summary)))
    #expect(details.isEmpty || text.contains(details))
    #expect((property["default"] != nil) == (field.declaration.standard.value != nil))
  }

  @Test(arguments: Field.allCases)
  func `words come with what they mean`(field: Field) throws {
    let text = SpecSchema.text
    for word in field.declaration.shape.words {
      #expect(text.contains("\"\(word.name)\""))
      #expect(text.contains(word.summary))
      for setting in word.settings { #expect(text.contains(sentence(setting.summary))) }
    }
  }

  /// A summary as an editor shows it.
  private func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  /// Whether a sound spec of one run is valid with other lines.
  private func accepts(_ lines: String...) throws -> Bool {
    let five = [
      "dataset: xor", "layers: [2, 4, 1]", "activation: tanh", "learning_rate: 1", "epochs: 9",
    ]
    let keys = lines.map { $0.prefix { $0 != ":" } }
    return try acceptsWhole(
      five.filter { line in !keys.contains(line.prefix { $0 != ":" }) } + lines)
  }

  /// Whether a spec of these lines is valid.
  private func acceptsWhole(_ lines: [String]) throws -> Bool {
    let source = SourceText(name: "spec.yaml", text: lines.joined(separator: "\n"))
    return try validator.accepts(source) == true
  }

  @Test(arguments: [
    "x-mine: {any: [thing]}", "learning_rate: 1e-3", "description: no", "name: 2026",
    "optimizer: adamw", "optimizer: {name: adamw, beta1: 0.8}", "activation: {name: relu}",
    "schedule: {name: step, every: 5}", "class_weight: {no: 2}", "clip_norm: none",
    "dataset: data/X.CSV", "dataset: {csv: x.txt, target: 3}", "split: {test: {name: moons}}",
    "sweep: {parameters: {optimizer: {momentum: [0, 0.9]}}}",
    "sweep: {parameters: {l2: {log: [1e-6, 1], count: 3}}}",
    "sweep: {method: random, samples: 3, parameters: {l2: {log_uniform: [1e-6, 1]}}}",
    "sweep: {method: random, samples: 3, parameters: {loss: {choice: [mse, sse]}}}",
    "sweep: {zip: [{l1: [0, 1], l2: [1, 0]}], include: [{l1: 2}]}",
    "sweep: {parameters: {clip_norm: [none, 1]}, exclude: [{clip_norm: none}]}",
  ])
  func `sound lines are valid`(line: String) throws { #expect(try accepts(line)) }

  @Test(arguments: [
    "lerning_rate: 1", "learning_rate: \"1\"", "learning_rate: 0", "epochs: 1.5", "epochs: ~",
    "optimizer: sdg", "optimizer: {name: sgd, beta1: 0.8}", "optimizer: {momentum: 0.9}",
    "schedule: step", "schedule: {name: step}", "dataset: data/x.txt", "shuffle: yes",
    "dataset: {csv: x.csv, target: -1}", "layers: [1]", "class_weight: {no: 0}",
    "sweep: {parameters: {learning_rate: [0]}}", "sweep: {parameters: {learning_rate: []}}",
    "sweep: {parameters: {seed: [1]}}",
    "sweep: {parameters: {activation: {log: [1, 2], count: 3}}}",
    "sweep: {parameters: {l2: {log: [1, 2], linear: [1, 2], count: 3}}}",
    "sweep: {parameters: {loss: {uniform: [1, 2]}}}",
    "sweep: {parameters: {l2: {uniform: [1, 2], choice: [1]}}}", "sweep: {zip: [{l1: []}]}",
    "sweep: {parameters: {optimizer: {beta1: [2]}}}", "sweep: {exclude: [{}]}", "name: a/b",
  ])
  func `lines that are wrong by themselves are not`(line: String) throws {
    #expect(try !accepts(line))
  }

  @Test(arguments: ["dataset", "layers", "learning_rate", "epochs"])
  func `a required key may be given by a sweep`(key: String) throws {
    let spec = ["dataset": "xor", "layers": "[2, 1]", "learning_rate": "1", "epochs": "9"]
    let lines = spec.filter { $0.key != key }.map { "\($0): \($1)" }
    #expect(try acceptsWhole(lines + ["sweep: {parameters: {\(key): [\(spec[key] ?? "")]}}"]))
    #expect(try acceptsWhole(lines + ["sweep: {zip: [{\(key): [\(spec[key] ?? "")]}]}"]))
    #expect(try !acceptsWhole(lines + ["sweep: {seeds: 2}"]))
    #expect(try !acceptsWhole(lines + ["sweep: none"]))
    #expect(try !acceptsWhole(lines))
  }

  @Test func `a required setting may be given by a sweep`() throws {
    #expect(try accepts("schedule: step", "sweep: {parameters: {schedule.every: [1, 2]}}"))
  }
}
