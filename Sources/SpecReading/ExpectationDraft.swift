internal import Experiments
internal import SpecSyntax
internal import Vocabulary

/// An expectation whose keys have been read one by one, and may not go together.
struct ExpectationDraft {
  /// Where it is written.
  private let node: SyntaxNode
  /// Its keys with their values; `where` left aside.
  private let value: SpecValue

  /// Looks at an expectation that is written at `node` and was read as `value`.
  init(_ node: SyntaxNode, _ value: SpecValue) {
    self.node = node
    self.value = value
  }

  private subscript(key: Expectation.Key) -> SpecValue? { value[key.rawValue] }

  /// The word of a key; nil where it is not given.
  private func word<Kind: Keyword>(_ key: Expectation.Key, _ kind: Kind.Type) -> Kind? {
    self[key].flatMap(Choice<Kind>.init)?.word
  }

  /// Where a key's value is written.
  private func site(_ key: Expectation.Key) -> SourceSite {
    node[key.rawValue]?.site ?? node.site
  }

  /// The score that is measured; nil for a digest.
  private var score: Score? {
    let name = self[.metric]?.asText
    return Expectation.scores.first { $0.name == name }
  }

  /// The numbers that the score may be.
  private var bounds: Expectation.Bounds {
    Expectation.Bounds(minimum: self[.min]?.asNumber, maximum: self[.max]?.asNumber)
  }

  /// What its keys come to.
  ///
  /// - Precondition: there are no mistakes.
  func expectation(where conditions: [Expectation.Condition]) -> Expectation {
    let demand: Expectation.Demand =
      if let score {
        .score(score, word(.at, Expectation.Moment.self) ?? .saved, bounds)
      } else {
        .digest(self[.is]?.asText ?? "")
      }
    let subject: Expectation.Subject =
      if let repetition = word(.over, Expectation.Repetition.self) {
        .repetitions(repetition, word(.stat, Expectation.Statistic.self) ?? .mean)
      } else {
        self[.of] == nil ? .everyRun : .bestRun
      }
    return Expectation(demand, of: subject, where: conditions)
  }

  /// What does not go together.
  var mistakes: [Diagnostic] {
    var mistakes = score.map(mistakes) ?? digestMistakes
    if self[.over] != nil, self[.of] != nil {
      mistakes.append(.bestOfRepetitions(at: site(.of)))
    }
    if self[.over] == nil, self[.stat] != nil {
      mistakes.append(.statisticOfOneRun(at: site(.stat)))
    }
    return mistakes
  }

  /// What does not go together with a score.
  private func mistakes(with score: Score) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    let bounds = bounds
    if self[.is] != nil {
      mistakes.append(.exactScore(score.name, at: site(.is)))
    } else if bounds.minimum == nil, bounds.maximum == nil {
      mistakes.append(.nothingExpected(score.name, at: node.site))
    }
    if let minimum = bounds.minimum, let maximum = bounds.maximum, minimum > maximum {
      mistakes.append(.boundsCrossed(minimum, maximum, at: site(.min)))
    }
    mistakes += unreachableBounds(of: score)
    let moment = word(.at, Expectation.Moment.self) ?? .saved
    if score.part == .test, moment != .saved {
      mistakes.append(.testScoreOfTheCurve(score.name, moment, at: site(.at)))
    }
    return mistakes
  }

  /// The bounds that nothing can meet which a score, or the statistic of it, comes to.
  private func unreachableBounds(of score: Score) -> [Diagnostic] {
    let statistic = word(.stat, Expectation.Statistic.self) ?? .mean
    let name = statistic == .std ? "the std of \(score.name)" : score.name
    var mistakes: [Diagnostic] = []
    let range = statistic.range(ofScoresIn: score.quantity.range)
    if let minimum = bounds.minimum, minimum > range.upperBound {
      mistakes.append(.beyondScore(name, "min", minimum, range, at: site(.min)))
    }
    if let maximum = bounds.maximum, maximum < range.lowerBound {
      mistakes.append(.beyondScore(name, "max", maximum, range, at: site(.max)))
    }
    return mistakes
  }

  /// What does not go together with a digest.
  private var digestMistakes: [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for key in [Expectation.Key.min, .max, .at, .over] where self[key] != nil {
      mistakes.append(.keyOfScores(key.rawValue, at: site(key)))
    }
    if let digest = self[.is]?.asText {
      if RunID(digest) == nil { mistakes.append(.badDigest(digest, at: site(.is))) }
    } else {
      mistakes.append(.noDigest(at: node.site))
    }
    return mistakes
  }
}
