internal import Vocabulary

/// A data set as the configurations of a plan share it: rows are read and written once, however many
/// runs they are for.
struct PlannedDataset {
  /// Where the data comes from, with the digest of its files.
  let source: DatasetSource
  /// The canonical value of the field `dataset`.
  let text: String
  /// What is known of the data.
  let facts: DataFacts

  /// The data set of some settings.
  ///
  /// - Precondition: the field `dataset` is given and sound.
  /// - Throws: what `facts` throws.
  init<Failure: Error>(
    of settings: Settings, facts: (DatasetSource) throws(Failure) -> DataFacts
  ) throws(Failure) {
    guard let source = settings[.dataset].flatMap(DatasetSource.init) else {
      preconditionFailure("the data set was not validated")
    }
    self.facts = try facts(source)
    self.source = self.facts.source ?? source
    text = self.source.specValue.text
  }
}
