import Foundation
import RunRecords
import Testing

/// The tutorial's network, against plain NumPy: `make oracle` runs Tests/Oracle/tutorial.py, which
/// stores what is read here.
@Suite struct TutorialTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func oracle(_ name: String) throws -> [[String]] {
    let file = root.appending(path: "Tests/Oracle/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
  }

  private static func trained() throws -> TrainedRun {
    try TrainedRun(
      String(contentsOf: root.appending(path: "experiments/tutorial.yaml"), encoding: .utf8))
  }

  @Test func lossCurveIsNumPys() throws {
    let rows = try Self.trained().rows
    let expected = try Self.oracle("tutorial.csv")
    #expect(rows.count == 1001 && expected.count == 1001)
    for (row, fields) in zip(rows, expected) {
      let loss = try #require(Double(fields[1]))
      #expect(row.epoch == Int(fields[0]))
      #expect((row.scores[0] - loss).magnitude <= 1e-12 * loss)
    }
  }

  @Test func weightsAreNumPys() throws {
    let outcome = try Self.trained().outcome
    let expected = try Self.oracle("tutorial-weights.csv")
    func flat(_ tensors: [Tensor]) -> [(name: String, value: Double)] {
      tensors.flatMap { tensor in tensor.doubles.map { (tensor.name, $0) } }
    }
    let initial = flat(outcome.initialWeights)
    let final = flat(outcome.weights)
    #expect(initial.count == 17 && final.count == 17 && expected.count == 17)
    for (index, fields) in expected.enumerated() {
      #expect(initial[index].name == fields[0])
      #expect(initial[index].value == Double(fields[2]))
      let weight = try #require(Double(fields[3]))
      #expect((final[index].value - weight).magnitude <= 1e-10)
    }
  }
}
