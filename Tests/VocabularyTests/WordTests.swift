import Testing
import Vocabulary

/// What holds of every word that a spec may use, whatever its kind.
@Suite struct WordTests {
  static let kinds: [any Keyword.Type] = [
    Activation.self, BiasInitialization.self, BuiltInDataset.self, DivergenceHandling.self,
    Goal.self, Initialization.self, Loss.self, Metric.self, Norm.self, Optimizer.self,
    OutputActivation.self, Precision.self, SavedFile.self, Schedule.self, Task.self,
  ]

  @Test(arguments: kinds.indices)
  func readsBackByName(index: Int) {
    func check<Kind: Keyword>(_ kind: Kind.Type) {
      #expect(!kind.kind.isEmpty)
      #expect(!kind.allCases.isEmpty)
      for word in kind.allCases {
        #expect(Kind(named: word.name) == word)
        #expect(Kind(named: word.name.uppercased()) == nil)
        let choice = Choice<Kind>(.text(word.name))
        #expect(choice?.word == (word.requiredSettings.isEmpty ? word : nil))
      }
      #expect(Set(kind.allCases.map(\.name)).count == kind.allCases.count)
    }
    check(Self.kinds[index])
  }

  @Test(arguments: kinds.indices)
  func isDescribed(index: Int) {
    func check<Kind: Keyword>(_ kind: Kind.Type) {
      for word in kind.allCases {
        #expect(!word.summary.isEmpty)
        #expect(word.settings.allSatisfy { !$0.summary.isEmpty && $0.name != "name" })
      }
    }
    check(Self.kinds[index])
  }

  @Test(arguments: kinds.indices)
  func hasItsSettings(index: Int) {
    func check<Kind: Keyword>(_ kind: Kind.Type) {
      for word in kind.allCases {
        for setting in word.settings {
          #expect(setting.standard != .absent)
          #expect(setting.standard.value.map { setting.shape.admitted($0) == $0 } ?? true)
        }
        guard word.requiredSettings.isEmpty else { continue }
        #expect(Choice(word).values == word.settings.map(\.standard.value))
      }
    }
    check(Self.kinds[index])
  }

  @Test func nameIsSpelledWithUnderscores() {
    #expect(Activation.hardSigmoid.name == "hard_sigmoid")
    #expect(Loss.binaryCrossEntropy.name == "binary_cross_entropy")
    #expect(OutputActivation.elementwise(.leakyRelu).name == "leaky_relu")
    #expect(OutputActivation.softmax.name == "softmax")
  }

  @Test(arguments: Activation.allCases)
  func everyActivationCanBeAnOutput(activation: Activation) {
    let output = OutputActivation(named: activation.name)
    #expect(output == .elementwise(activation))
    #expect(output?.settings == activation.settings)
  }
}
