internal import Vocabulary

/// A data set as the configurations of a plan share it: rows that stand in a spec are read and
/// written once, however many runs they are for.
struct PlannedDataset {
  /// Where the data comes from.
  let source: DatasetSource
  /// The canonical value of the field `dataset`.
  let text: String
  /// What is known of the data.
  let facts: DataFacts

  /// The data set of some settings.
  ///
  /// - Precondition: the field `dataset` is given and sound.
  init(of settings: Settings, facts: (DatasetSource) -> DataFacts) {
    guard let source = settings[.dataset].flatMap(DatasetSource.init) else {
      preconditionFailure("the data set was not validated")
    }
    self.source = source
    self.facts = facts(source)
    text = source.specValue.text
  }
}
