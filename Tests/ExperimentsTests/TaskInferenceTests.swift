import Experiments
import Testing
import Vocabulary

/// What task targets suggest.
@Suite struct TaskInferenceTests {
  typealias Case = (targets: [Double], columns: Int, outputs: Int?, task: Task)

  static let cases: [Case] = [
    ([0, 1, 1, 0], 1, 1, .binary),
    ([0, 1, 1, 0], 1, nil, .binary),
    ([0, 0, 0], 1, 1, .binary),
    ([0, 1, 1, 0], 1, 2, .multiclass),
    ([0, 1, 2], 1, 3, .multiclass),
    ([0, 1, 2], 1, 5, .multiclass),
    ([0, 2, 2], 1, 3, .multiclass),
    ([0, 1, 2], 1, 1, .regression),
    ([0, 1, 2], 1, nil, .regression),
    ([0, 1, -1], 1, 3, .regression),
    ([0, 0.5], 1, 1, .regression),
    ([0, 0.5], 1, 2, .regression),
    ([1, 0, 0, 1], 2, 2, .multiclass),
    ([1, 0, 0, 1], 2, nil, .multiclass),
    ([1, 1, 0, 1], 2, 2, .multilabel),
    ([0, 0, 0, 1], 2, 2, .multilabel),
    ([1, 0, 0, 2], 2, 2, .regression),
    ([0.5, 0.5, 0, 1], 2, 2, .regression),
  ]

  @Test(arguments: cases)
  func isInferred(_ example: Case) {
    let targets = DataFacts.Targets(example.targets, columns: example.columns)
    let inference = Task.inferred(from: targets, outputs: example.outputs)
    #expect(inference.task == example.task)
    #expect(!inference.reason.isEmpty)
  }

  @Test func reasonSaysWhatWasSeen() {
    func reason(_ targets: [Double], columns: Int = 1, outputs: Int?) -> String {
      Task.inferred(from: DataFacts.Targets(targets, columns: columns), outputs: outputs).reason
    }
    #expect(reason([0, 1], outputs: 1) == "one column of 0 and 1, and one output")
    #expect(reason([0, 3], outputs: 4) == "one column of whole numbers 0 … 3, and 4 outputs")
    #expect(reason([0, 3], outputs: 1) == "one column of whole numbers 0 … 3, and one output")
    #expect(
      reason([0, 3], outputs: nil)
        == "one column of whole numbers 0 … 3, and an `auto` last layer")
    #expect(reason([0.5], outputs: 1) == "one column, not of whole numbers from 0 up")
    #expect(reason([1, 0], columns: 2, outputs: 2) == "2 columns, exactly one 1 in each row")
    #expect(reason([1, 1], columns: 2, outputs: 2) == "2 columns of 0 and 1")
    #expect(reason([1, 2], columns: 2, outputs: 2) == "2 columns, not of 0 and 1 alone")
  }

  @Test func factsTellWhatTargetsAreLike() {
    let bits = DataFacts.Targets([0, 1], columns: 1)
    #expect(bits.areBinary && bits.areInUnitInterval && !bits.areOneHot)
    #expect(bits.classCount == 2)
    let classes = DataFacts.Targets([4, 0], columns: 1)
    #expect(!classes.areBinary && !classes.areInUnitInterval)
    #expect(classes.classCount == 5)
    let columns = DataFacts.Targets([1, 0, 0, 0, 0, 1], columns: 3)
    #expect(columns.areBinary && columns.areOneHot)
    #expect(columns.classCount == nil)
    let shares = DataFacts.Targets([0.25, 1], columns: 1)
    #expect(!shares.areBinary && shares.areInUnitInterval)
    #expect(shares.classCount == nil)
  }
}

@Suite struct TargetFactsTests {
  @Test func theLargestTargetMayComeLate() {
    let targets = (0..<40).map { Double($0) - 0.5 } + [-1e200]
    #expect(DataFacts.Targets(targets, columns: 1).largest == 1e200)
  }

  @Test func classesAreThoseThatOccur() {
    #expect(DataFacts.Targets([0, 5, 2, 5], columns: 1).classes == [0, 2, 5])
    #expect(DataFacts.Targets([0, 1, 0, 1, 0, 0], columns: 3).classes == [0, 1])
    #expect(DataFacts.Targets([0, 1.5], columns: 1).classes == nil)
    #expect(DataFacts.Targets((0..<20_000).map(Double.init), columns: 1).classes == nil)
  }
}
