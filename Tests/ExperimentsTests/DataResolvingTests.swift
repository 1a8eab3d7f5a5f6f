import Experiments
import Testing
import Vocabulary

/// What splits and normalizations of a configuration come to.
@Suite struct DataResolvingTests {
  /// The facts of so many rows of two classes.
  private func facts(rows: Int, largestInput: Double = 1) -> DataFacts {
    DataFacts(
      rows: rows, inputs: 2,
      targets: DataFacts.Targets((0..<rows).map { Double($0 % 2) }, columns: 1),
      largestInput: largestInput)
  }

  private func split(_ members: KeyValuePairs<String, SpecValue>) -> SpecValue {
    .mapping(members.map { SpecValue.Member($0.key, $0.value) })
  }

  private func resolve(
    _ changes: [Field: SpecValue], rows: Int = 100
  ) throws -> RunConfiguration {
    try RunConfiguration(resolving: settings(changes), facts: facts(rows: rows))
  }

  @Test func withoutASplitAllRowsAreForTraining() throws {
    let run = try resolve([:])
    #expect(run.split == nil)
    #expect(run.rows == RowCounts(train: 100))
    #expect(run.normalization == nil)
    #expect(!run.canonicalSpec.contains("split"))
    #expect(!run.canonicalSpec.contains("normalize"))
  }

  @Test func standardsOfASplit() throws {
    let run = try resolve([.split: split(["validation": .number(0.25)])])
    #expect(run.split == Split(validation: .share(0.25), isStratified: true))
    #expect(run.rows == RowCounts(train: 75, validation: 25))
    #expect(run.canonicalSpec.contains("split: {validation: 0.25, stratify: true, seed: 0}\n"))
  }

  @Test(arguments: [
    (Task.regression, nil as Bool?, false), (.regression, false, false), (.multilabel, nil, false),
    (.binary, nil, true), (.binary, false, false), (.multiclass, true, true),
  ])
  func classesAreStratified(task: Task, written: Bool?, isStratified: Bool) throws {
    let run = try resolve([
      .task: .text(task.name), .layers: layers(2, 4, task == .multiclass ? 2 : 1),
      .split: .mapping(
        [SpecValue.Member("test", .number(0.5))]
          + (written.map { [SpecValue.Member("stratify", .boolean($0))] } ?? [])),
    ])
    #expect(run.split?.isStratified == isStratified)
  }

  @Test(arguments: [
    (nil as SpecValue?, RunConfiguration.BatchSize.rows(32)), (.integer(60), .full),
    (.integer(59), .rows(59)), (.integer(100), .full),
  ])
  func batchesAreOfTrainingRows(
    written: SpecValue?, resolved: RunConfiguration.BatchSize
  ) throws {
    var changes: [Field: SpecValue] = [.split: split(["validation": .number(0.4)])]
    changes[.batchSize] = written
    #expect(try resolve(changes).batchSize == resolved)
  }

  @Test func fewTrainingRowsAreAFullBatch() throws {
    let run = try resolve([.split: split(["validation": .number(0.2)])], rows: 40)
    #expect(run.rows.train == 32)
    #expect(run.batchSize == .full)
  }

  @Test(arguments: [
    (SpecValue.text("none"), nil as InputNormalization?), (.text("standard"), .standard),
    (.text("minmax"), .minmax),
    (.mapping([SpecValue.Member("divide", .number(255))]), .divide(255)),
  ])
  func normalizations(written: SpecValue, resolved: InputNormalization?) throws {
    let run = try resolve([.normalize: written])
    #expect(run.normalization == resolved)
    #expect(run.normalization.map(\.specValue) == (resolved == nil ? nil : written))
    #expect(run.dataSelection == DataSelection(run.dataset, normalization: resolved))
  }

  @Test func digestOfTheDataIsPartOfTheRun() throws {
    func run(_ digest: String) throws -> RunConfiguration {
      let facts = DataFacts(
        rows: 4, inputs: 2, targets: DataFacts.Targets([0, 1, 1, 0], columns: 1),
        source: .arrays(ArrayFiles(.npy, .table("data/x.npy"), digest: digest)))
      return try RunConfiguration(
        resolving: settings([.dataset: .text("data/x.npy")]), facts: facts)
    }
    let first = try run("kkkkkkkkkkkkkkkk").canonicalSpec
    #expect(first.contains("dataset: {npy: data/x.npy, digest: kkkkkkkkkkkkkkkk}\n"))
    #expect(try run("llllllllllllllll").canonicalSpec != first)
  }

  @Test func problemOfTheDataIsFoundOncePerDataSet() throws {
    var asked = 0
    let experiment = experiment(axes: [
      axis(.learningRate, nil, 1, 2, 3), axis(.dataset, words: "x.npy", "xor"),
    ])
    #expect(throws: RunPlan.Failure.self) {
      try RunPlan(expanding: experiment) { (source) throws(DataProblem) in
        asked += 1
        if source == .arrays(ArrayFiles(.npy, .table("x.npy"))) {
          throw DataProblem(of: "x.npy", "is bad")
        }
        return facts(rows: 10)
      }
    }
    #expect(asked == 2)
  }
}
