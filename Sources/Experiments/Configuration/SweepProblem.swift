public import Vocabulary

/// What can be wrong with what a sweep makes of configurations, or with how it chooses among them.
public enum SweepProblem: Hashable, Sendable {
  /// A sweep gives values to a setting that the field's word has not; nil where there is no word.
  case noSuchSetting(String, word: String?)
  /// A sweep gives a setting a value that the field's word does not take.
  case settingUnfit(SpecValue, word: String, shape: Shape)
  /// The first rung of halving would be the last.
  case halvingOfOneRung(min: Int, epochs: Int)
  /// Configurations that are halved end at other epochs.
  case halvingToOtherEpochs(Int, Int)
  /// Some of a configuration's runs, but not all, are an earlier one's.
  case sharedRuns(Int, of: Int)
  /// Halving would choose by a score of test rows.
  case halvingByTestScore(String)
  /// The runs are ranked by a score that they do not have.
  case unknownScore(String, scores: [String])
}
