public import Experiments
internal import Text
internal import Vocabulary

extension Expectation {
  /// The expectation in words: `mean val_loss over seeds at most 0.05, where learning_rate is 0.1`.
  public var phrase: String {
    var words: [String] = []
    if case .repetitions(_, let statistic) = subject { words.append(statistic.name) }
    words.append(metric)
    if case .score(_, let moment, _) = demand {
      switch moment {
      case .saved: break
      case .last: words.append("in the last epoch")
      case .best: words.append("in the best epoch")
      }
    }
    switch subject {
    case .everyRun: break
    case .bestRun: words.append("of the best run")
    case .repetitions(let repetition, _):
      switch repetition {
      case .seeds: words.append("over seeds")
      case .folds: words.append("over folds")
      case .all: words.append("over all repetitions")
      }
    }
    words.append(demand.phrase)
    let phrase = words.joined(separator: " ")
    guard !conditions.isEmpty else { return phrase }
    let values = conditions.map { condition in
      let text = DisplayText.cut(DisplayText.printable(condition.value.text), to: 32)
      return "\(condition.path.key) is \(text)"
    }
    return phrase + ", where " + values.joined(separator: " and ")
  }
}

extension Expectation.Demand {
  /// What must be, after the name of the metric: `at most 0.05`, `kxvzwrmtpnskkzrq`.
  var phrase: String {
    switch self {
    case .digest(let digest): return digest
    case .score(_, _, let bounds):
      switch (bounds.minimum.map(Self.text), bounds.maximum.map(Self.text)) {
      case (let minimum?, let maximum?): return "from \(minimum) to \(maximum)"
      case (let minimum?, nil): return "at least \(minimum)"
      case (nil, let maximum?): return "at most \(maximum)"
      case (nil, nil): return "measured"
      }
    }
  }

  /// A number for people, to 5 digits unless that would move it across a bound.
  func text(of number: Double) -> String {
    switch self {
    case .digest: return CSV.text(number)
    case .score(_, _, let bounds):
      let short = Readable.number(number, digits: 5)
      let read = Double(short.filter { $0 != "," }) ?? number
      let isTrue = (bounds.margin(read) >= 0) == (bounds.margin(number) >= 0)
      return isTrue ? short : CSV.text(number)
    }
  }

  /// A bound, as a spec would write it.
  private static func text(_ bound: Double) -> String { SpecValue.number(bound).text }
}
