internal import Vocabulary

/// The data of configurations as those of a plan share it: rows are read and written once, however
/// many runs they are for.
struct PlannedDataset {
  /// Why data cannot be had, and which key names it.
  struct Problem: Error {
    /// Why.
    let problem: DataProblem
    /// The key.
    let path: SettingPath
  }

  /// Where the data comes from, with the digest of its files.
  let source: DatasetSource
  /// The canonical value of the field `dataset`.
  let text: String
  /// What is known of the data.
  let facts: DataFacts
  /// Where data of its own for validation comes from, and what is known of it; nil where there is none.
  let validation: (source: DatasetSource, facts: DataFacts)?
  /// The same for the test.
  let test: (source: DatasetSource, facts: DataFacts)?

  /// The data of some settings, where no part of it is held back in files of its own.
  init(of settings: FieldValues, facts: DataFacts) {
    self.init(source: Self.source(of: settings), facts, validation: nil, test: nil)
  }

  /// The data of some settings.
  ///
  /// - Precondition: the field `dataset` is given and sound.
  init(
    of settings: FieldValues, reading facts: (DatasetSource) throws(DataProblem) -> DataFacts
  ) throws(Problem) {
    func known(_ source: DatasetSource, _ path: SettingPath) throws(Problem) -> DataFacts {
      do throws(DataProblem) {
        return try facts(source)
      } catch {
        throw Problem(problem: error, path: path)
      }
    }
    let source = Self.source(of: settings)
    let whole = try known(source, SettingPath(.dataset))
    func held(_ key: String) throws(Problem) -> (source: DatasetSource, facts: DataFacts)? {
      let holding = settings.value(of: .split)?[key].flatMap(Split.Holding.init)
      guard let source = holding?.source else { return nil }
      let facts = try known(source.readAs(whole), SettingPath(.split, key))
      return (facts.source ?? source, facts)
    }
    self.init(
      source: source, whole, validation: try held("validation"), test: try held("test"))
  }

  /// Joins what is known.
  private init(
    source: DatasetSource, _ facts: DataFacts,
    validation: (source: DatasetSource, facts: DataFacts)?,
    test: (source: DatasetSource, facts: DataFacts)?
  ) {
    self.facts = facts
    self.source = facts.source ?? source
    text = self.source.specValue.text
    self.validation = validation
    self.test = test
  }

  /// Where the data of some settings comes from.
  private static func source(of settings: FieldValues) -> DatasetSource {
    guard let source = settings[.dataset].flatMap(DatasetSource.init) else {
      preconditionFailure("the data set was not validated")
    }
    return source
  }
}
