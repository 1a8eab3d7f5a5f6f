import Datasets
import Experiments
import Testing
import Vocabulary

/// The data sets that need no file.
struct BuiltInTests {
  @Test(arguments: [
    (BuiltInDataset.xor, [0.0, 1, 1, 0]), (.and, [0, 0, 0, 1]), (.or, [0, 1, 1, 1]),
  ])
  func `two bits have their truth table`(word: BuiltInDataset, targets: [Double]) {
    let dataset = Dataset(Choice(word))
    #expect(dataset.rows == 4)
    #expect(dataset.inputs.columns == 2)
    #expect(dataset.targets.columns == 1)
    #expect(dataset.inputs.elements == [0, 0, 0, 1, 1, 0, 1, 1])
    #expect(dataset.targets.elements == targets)
  }

  @Test(arguments: 1...16)
  func `parity is 1 where an odd number of bits is`(bits: Int) throws {
    let choice = try #require(
      Choice<BuiltInDataset>(
        .mapping([.init("name", .text("parity")), .init("bits", .integer(bits))])))
    let dataset = Dataset(choice)
    #expect(dataset.rows == 1 << bits)
    #expect(dataset.inputs.columns == bits)
    for row in 0..<dataset.rows {
      let inputs = (0..<bits).map { dataset.inputs[row, $0] }
      #expect(inputs.reduce(0) { $0 * 2 + $1 } == Double(row), "rows count up")
      #expect(dataset.targets[row, 0] == inputs.reduce(0, +).truncatingRemainder(dividingBy: 2))
    }
  }

  @Test func `parity of three bits is the standard`() {
    #expect(Dataset(Choice(.parity)).targets.elements == [0, 1, 1, 0, 1, 0, 0, 1])
  }

  @Test(arguments: [BuiltInDataset.xor, .and, .or, .parity, .twoSpirals, .moons, .circles])
  func `these have one target of 0 or 1`(word: BuiltInDataset) {
    let facts = Dataset(Choice(word)).facts
    #expect(facts.targets.columns == 1)
    #expect(facts.targets.areBinary)
    #expect(facts.targets.areInUnitInterval)
    #expect(facts.targets.classCount == 2)
    #expect(!facts.targets.areOneHot)
    #expect(Task.inferred(from: facts.targets, outputs: nil).task == .binary)
  }
}
