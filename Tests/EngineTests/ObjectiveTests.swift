import Testing
import Vocabulary

import Engine

/// Which losses go with which outputs, and what is reported of their sums.
@Suite struct ObjectiveTests {
  @Test(arguments: Loss.allCases, OutputActivation.allCases)
  func onlySensiblePairsExist(loss: Loss, output: OutputActivation) {
    let objective = Objective(Choice(loss), output: Choice(output))
    switch loss {
    case .mse, .sse, .mae, .huber: #expect((objective == nil) == (output == .softmax))
    case .binaryCrossEntropy: #expect((objective != nil) == (output == .elementwise(.sigmoid)))
    case .crossEntropy: #expect((objective != nil) == (output == .softmax))
    }
    if let objective, loss != .huber { #expect(objective.loss == loss) }
  }

  @Test func settingsOfTheOutputAreKept() throws {
    let slope = SpecValue.mapping([
      SpecValue.Member("name", .text("leaky_relu")), SpecValue.Member("slope", .number(0.5)),
    ])
    let output = try #require(Choice<OutputActivation>(slope))
    let activation = try #require(Choice<Activation>(slope))
    #expect(Objective(Choice(.sse), output: output) == .sumOfSquaredErrors(activation))
    #expect(activation.parameter == 0.5)
    let huber = Choice(Loss.huber).setting("delta", to: .number(2))
    #expect(Objective(huber, output: output) == .huberLoss(activation, delta: 2))
  }

  @Test func reportedLosses() {
    let linear = Choice(Activation.linear)
    #expect(Objective.meanSquaredError(linear).lossDivisor(rows: 2, outputs: 3) == 6)
    #expect(Objective.meanAbsoluteError(linear).lossDivisor(rows: 2, outputs: 3) == 6)
    #expect(Objective.huberLoss(linear, delta: 1).lossDivisor(rows: 2, outputs: 3) == 6)
    #expect(Objective.binaryCrossEntropy.lossDivisor(rows: 2, outputs: 3) == 6)
    #expect(Objective.crossEntropy.lossDivisor(rows: 2, outputs: 3) == 2)
    #expect(Objective.sumOfSquaredErrors(linear).lossDivisor(rows: 2, outputs: 3) == 1)
  }
}
