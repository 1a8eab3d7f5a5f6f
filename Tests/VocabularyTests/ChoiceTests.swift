import Testing
import Vocabulary

/// Words with the values of their settings.
@Suite struct ChoiceTests {
  private func mapping(_ members: KeyValuePairs<String, SpecValue>) -> SpecValue {
    .mapping(members.map { SpecValue.Member($0.key, $0.value) })
  }

  @Test func standardValuesHoldWhereNothingIsGiven() {
    #expect(Choice(Activation.leakyRelu).number("slope") == 0.2)
    #expect(Choice(Optimizer.sgd).number("momentum") == 0)
    #expect(!Choice(Optimizer.sgd).isOn("nesterov"))
    #expect(Choice(BuiltInDataset.parity).integer("bits") == 3)
    #expect(Choice(BuiltInDataset.parity).number("bits") == 3)
  }

  @Test func givenValuesHold() throws {
    let value = mapping([
      "nesterov": .boolean(true), "name": .text("sgd"), "momentum": .number(0.9),
    ])
    let choice = try #require(Choice<Optimizer>(value))
    #expect(choice.number("momentum") == 0.9)
    #expect(choice.isOn("nesterov"))
    #expect(choice.specValue.text == "{name: sgd, momentum: 0.9, nesterov: true}")
  }

  @Test func spellingsOfOneChoiceAreEqual() {
    let plain = Choice<Activation>(.text("elu"))
    let alone = Choice<Activation>(mapping(["name": .text("elu")]))
    let full = Choice<Activation>(mapping(["name": .text("elu"), "alpha": .number(1)]))
    #expect(plain == alone)
    #expect(plain == full)
    #expect(plain?.specValue.text == "{name: elu, alpha: 1}")
  }

  @Test func settingsThatAreOffAreNotWritten() {
    let value = mapping([
      "name": .text("sgd"), "momentum": .number(0), "nesterov": .boolean(false),
    ])
    #expect(Choice<Optimizer>(value)?.specValue == .text("sgd"))
  }

  @Test func otherValuesAreNoChoice() {
    #expect(Choice<Activation>(.text("rleu")) == nil)
    #expect(Choice<Activation>(.integer(1)) == nil)
    #expect(Choice<Activation>(.list([.text("relu")])) == nil)
    #expect(Choice<Activation>(mapping(["slope": .number(1)])) == nil)
    #expect(Choice<Activation>(mapping(["name": .text("relu"), "slope": .number(1)])) == nil)
    #expect(Choice<Activation>(mapping(["name": .integer(1)])) == nil)
  }

  @Test func requiredSettingsMustBeGiven() throws {
    #expect(Choice<Schedule>(.text("step")) == nil)
    #expect(Choice<Schedule>(mapping(["name": .text("step"), "factor": .number(0.5)])) == nil)
    let step = try #require(
      Choice<Schedule>(mapping(["name": .text("step"), "every": .integer(3)])))
    #expect(step.integer("every") == 3)
    #expect(step.number("every") == 3)
    #expect(step.specValue.text == "{name: step, every: 3, factor: 0.1}")
  }

  @Test func settingsWithoutAStandardHaveNoValue() {
    let cycle = Choice(Schedule.oneCycle)
    #expect(cycle.numberIfGiven("peak") == nil)
    #expect(cycle.specValue.text == "{name: one_cycle, warmup: 0.3}")
    let filled = cycle.setting("peak", to: .number(0.5))
    #expect(filled.number("peak") == 0.5)
    #expect(filled.number("warmup") == 0.3)
    #expect(filled.specValue.text == "{name: one_cycle, peak: 0.5, warmup: 0.3}")
  }

  @Test func textsAreRead() {
    #expect(Choice(Schedule.reduceOnPlateau).text("monitor") == "val_loss")
  }

  @Test func canonicalFormReadsBack() {
    for word in Activation.allCases {
      let choice = Choice(word)
      #expect(Choice<Activation>(choice.specValue) == choice)
    }
  }

  @Test func parameterIsTheOneNumber() {
    #expect(Choice(Activation.leakyRelu).parameter == 0.2)
    #expect(Choice(Activation.elu).parameter == 1)
    #expect(Choice(Activation.tanh).parameter == 0)
  }
}
