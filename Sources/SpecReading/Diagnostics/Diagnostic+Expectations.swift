internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with an expectation.
extension Diagnostic {
  /// A condition that names no key, or is no mapping.
  static func emptyCondition(_ node: SyntaxNode) -> Diagnostic {
    .error(
      "expect.where must be \(Shape.configuration.phrase), not "
        + (node.entries == nil ? node.phrase : "an empty one"), at: node.site,
      notes: [Note("such as {learning_rate: 1}; without `where` all runs are looked at")])
  }

  /// A condition of a key that there is not, or that all runs share.
  static func conditionOfNoKey(_ key: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(key)) cannot be swept, so no run is known by it", at: site,
      notes: [suggestion(key, among: Field.sweepable.map(\.key), otherwise: "the keys are")])
  }

  /// A condition of a key that has one value.
  static func conditionOfNoAxis(_ key: String, axes: [String], at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(key)) is not swept, so it tells no runs apart", at: site,
      notes: [
        axes.isEmpty
          ? Note("the sweep has no parameters; without `where` all runs are looked at")
          : suggestion(key, among: axes, otherwise: "swept keys are")
      ])
  }

  /// A condition by a value that the key does not take.
  static func conditionOfNoValue(
    _ key: String, _ values: [SpecValue], at site: SourceSite
  ) -> Diagnostic {
    .error(
      "no run has this value of \(quoted(key))", at: site,
      notes: [Note("its values are \(listed(values))")])
  }

  /// Conditions that no run meets all of.
  static func nothingSelected(at site: SourceSite) -> Diagnostic {
    .error("no run has all of these values", at: site)
  }

  /// Runs are compared by what their repetitions come to, and one of them is chosen.
  static func bestOfRepetitions(at site: SourceSite) -> Diagnostic {
    .error(
      "`of` cannot stand beside `over`", at: site,
      notes: [Note("`of` looks at one run, `over` at several together")])
  }

  /// A statistic of runs that are measured one by one.
  static func statisticOfOneRun(at site: SourceSite) -> Diagnostic {
    .error(
      "`stat` needs `over`, as each run is measured by itself", at: site,
      notes: [Note("such as over: seeds, or over: all")])
  }

  /// A score that must be exactly something.
  static func exactScore(_ score: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(score) cannot be expected exactly: `is` goes with the metric \"digest\"", at: site,
      notes: [Note("write `min`, `max` or both")])
  }

  /// A score without a bound.
  static func nothingExpected(_ score: String, at site: SourceSite) -> Diagnostic {
    .error(
      "nothing is expected of \(score)", at: site, notes: [Note("write `min`, `max` or both")])
  }

  /// Bounds that no number lies between.
  static func boundsCrossed(
    _ minimum: Double, _ maximum: Double, at site: SourceSite
  ) -> Diagnostic {
    let (minimum, maximum) = (SpecValue.number(minimum).text, SpecValue.number(maximum).text)
    return .error("min \(minimum) is above max \(maximum), so nothing meets both", at: site)
  }

  /// A bound that the score, or the statistic of it, never meets.
  static func beyondScore(
    _ score: String, _ key: String, _ bound: Double, _ range: ClosedRange<Double>,
    at site: SourceSite
  ) -> Diagnostic {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let isPercent = lower == 0 && upper <= 1 && bound >= 1 && bound / 100 <= upper
    let extreme = bound > upper ? "above \(SpecValue.number(upper).text)" : "below 0"
    let text = SpecValue.number(bound).text
    return .error(
      "\(score) is never \(extreme), so it cannot meet \(key) \(text)", at: site,
      notes: isPercent ? [Note("\(text) % are \(SpecValue.number(bound / 100).text)")] : [])
  }

  /// A score of the test rows that the loss curve would have to have.
  static func testScoreOfTheCurve(
    _ score: String, _ moment: Expectation.Moment, at site: SourceSite
  ) -> Diagnostic {
    .error(
      "\(score) is not measured \(quoted(moment.name)), but only of the saved weights", at: site,
      notes: [Note("leave out `at`; test rows are looked at once, when a run has ended")])
  }

  /// A key that means nothing for a digest.
  static func keyOfScores(_ key: String, at site: SourceSite) -> Diagnostic {
    .error(
      "`\(key)` goes with scores, and a digest is no number", at: site,
      notes: [Note("write is: and its 16 letters")])
  }

  /// A digest that is not said.
  static func noDigest(at site: SourceSite) -> Diagnostic {
    .error(
      "nothing is expected of the digest", at: site,
      notes: [Note("write is: and its 16 letters, which `nn-run expect` prints")])
  }

  /// A digest that is none.
  static func badDigest(_ digest: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(digest)) is no digest", at: site,
      notes: [Note("it has 16 letters from \"k\" to \"z\", and `nn-run expect` prints it")])
  }

  /// A score that no run has that is looked at.
  static func notMeasured(_ score: Score, has scores: [String], at site: SourceSite) -> Diagnostic {
    let remedy =
      switch score.part {
      case .train: ""
      case .validation, .test: "`split` may hold rows back; "
      }
    return .error(
      "no run measures \(quoted(score.name))", at: site,
      notes: [Note("\(remedy)measured are " + scores.joined(separator: ", "))])
  }

  /// Runs do not repeat each other in the way that is asked for.
  static func notRepeated(_ repetition: Expectation.Repetition, at site: SourceSite) -> Diagnostic {
    let (message, note) =
      switch repetition {
      case .seeds: ("every run has one seed", "`seeds: 5` in the sweep repeats it with 5")
      case .folds: ("no run holds back a fold", "`split: {folds: 5}` deals the rows out to 5")
      case .all:
        ("no run is repeated", "`seeds` in the sweep and `folds` in the split repeat runs")
      }
    return .error("\(message), so there is nothing to measure over", at: site, notes: [Note(note)])
  }

  /// The first values of a key, long ones cut.
  static func listed(_ values: [SpecValue]) -> String {
    let texts = values.prefix(10).map(\.text)
    let shown = texts.map { $0.count > 60 ? $0.prefix(60) + "…" : $0 }.joined(separator: ", ")
    return shown + (values.count > 10 ? ", …" : "")
  }
}
