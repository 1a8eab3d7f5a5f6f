internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with what a sweep makes of configurations, and with how it chooses
// among them.
extension Diagnostic {
  /// What a problem is called, and how it is mended.
  static func text(_ problem: SweepProblem, of path: SettingPath) -> Wording {
    switch problem {
    case .noSuchSetting(let setting, let word):
      (
        "\(word ?? "this") has no setting \(quoted(setting))"
          + " that could be swept", remedy(setting, of: path.field)
      )
    case .settingUnfit(let value, let word, let shape):
      ("\(path.key) of \(word) must be \(shape.phrase), not \(quoted(value.text))", nil)
    case .halvingOfOneRung(let min, let epochs):
      (
        "the first rung of halving ends at epoch \(min), but training ends at epoch \(epochs)",
        "write a smaller `min`, so that configurations are compared before the end"
      )
    case .halvingToOtherEpochs(let first, let other):
      (
        "halving compares configurations at the same epochs, but the sweep trains to \(first) and"
          + " to \(other)", "sweep neither epochs nor stop_at; or give all the same stop_at"
      )
    case .sharedRuns(let shared, let count):
      (
        "\(shared) of the \(count) runs of this configuration"
          + " \(shared == 1 ? "is" : "are") listed before, so its means would be over the other"
          + " \(count - shared)",
        "leave out the earlier configuration that has \(shared == 1 ? "it" : "them"), or give it a"
          + " spec of its own"
      )
    case .halvingByTestScore(let name):
      (
        "halving chooses by \(quoted(name)), but nothing may be chosen by the test rows",
        "rank by a score of the training or the validation rows"
      )
    case .unknownScore(let name, let scores):
      (
        "no run has the score \(quoted(name))",
        suggestion(name, among: scores, otherwise: "scores are").message
      )
    }
  }

  /// How to sweep a setting that not every word has.
  private static func remedy(_ setting: String, of field: Field) -> String? {
    let words = field.declaration.shape.words
    let owner = words.first { $0.settings.contains { $0.name == setting } }
    return owner.map {
      "give \(quoted(field.key)) words with their settings, such as {name: \($0.name), \(setting): …}"
    }
  }
}
