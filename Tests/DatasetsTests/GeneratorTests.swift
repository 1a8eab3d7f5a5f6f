import Datasets
import Experiments
import Testing
import Vocabulary

/// The data sets that are made up.
struct GeneratorTests {
  static let words: [BuiltInDataset] = [
    .twoSpirals, .moons, .circles, .blobs, .sine, .friedman1,
  ]

  @Test(arguments: GeneratorValues.cases.indices)
  func `they are as defined`(index: Int) throws {
    let expected = GeneratorValues.cases[index]
    let dataset = try made(expected.name, expected.settings)
    #expect(dataset.inputs.elements.count == expected.inputs.count)
    for (number, value) in zip(dataset.inputs.elements, expected.inputs) {
      #expect(abs(number - value) <= 2e-14)
    }
    #expect(dataset.targets.elements.count == expected.targets.count)
    for (number, value) in zip(dataset.targets.elements, expected.targets) {
      #expect(abs(number - value) <= 4e-14)
    }
  }

  @Test func `every one of them has values to be held to`() {
    #expect(Set(GeneratorValues.cases.map(\.name)) == Set(Self.words.map(\.name)))
  }

  @Test func `two spirals of 194 rows and three turns are the benchmark`() throws {
    let dataset = try made(
      "two_spirals", [("rows", .integer(194)), ("turns", .number(3)), ("noise", .number(0))])
    #expect(dataset.rows == 194)
    for (number, value) in zip(dataset.inputs.elements, GeneratorValues.benchmark) {
      #expect(abs(number - value) <= 2e-14)
    }
  }

  @Test(arguments: words)
  func `the seed decides what is drawn`(word: BuiltInDataset) throws {
    let noise: [(String, SpecValue)] = word == .blobs ? [] : [("noise", .number(0.5))]
    func inputs(seed: Int) throws -> [Double] {
      let dataset = try made(word.name, noise + [("seed", .integer(seed))])
      return dataset.inputs.elements + dataset.targets.elements
    }
    #expect(try inputs(seed: 1) == inputs(seed: 1))
    #expect(try inputs(seed: 1) != inputs(seed: 2))
  }

  @Test(arguments: words, [2, 3, 5, 64])
  func `they have the rows that are asked for`(word: BuiltInDataset, rows: Int) throws {
    let dataset = try made(word.name, [("rows", .integer(rows))])
    #expect(dataset.rows == rows)
    #expect(dataset.inputs.elements.count { !$0.isFinite } == 0)
    #expect(dataset.targets.elements.count { !$0.isFinite } == 0)
  }

  @Test(arguments: [
    ("two_spirals", nil as Int?, Task.binary), ("moons", 1, .binary), ("circles", nil, .binary),
    ("moons", 2, .multiclass), ("blobs", 3, .multiclass), ("blobs", nil, .multiclass),
    ("sine", nil, .regression), ("friedman1", 1, .regression),
  ])
  func `the task is what one expects`(name: String, outputs: Int?, task: Task) throws {
    let facts = try made(name).facts
    #expect(Task.inferred(from: facts.targets, outputs: outputs).task == task)
  }

  @Test func `two blobs are binary`() throws {
    let facts = try made("blobs", [("centers", .integer(2))]).facts
    #expect(Task.inferred(from: facts.targets, outputs: nil).task == .binary)
  }

  @Test func `spread and noise of 0 leave nothing to chance`() throws {
    let blobs = try made("blobs", [("spread", .number(0)), ("rows", .integer(6))])
    for column in 0..<2 { #expect(blobs.inputs[0, column] == blobs.inputs[1, column]) }
    let first = try made("moons", [("noise", .number(0)), ("seed", .integer(1))])
    let second = try made("moons", [("noise", .number(0)), ("seed", .integer(2))])
    #expect(first.inputs.elements == second.inputs.elements)
  }
}
