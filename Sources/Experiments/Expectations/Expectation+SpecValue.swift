public import Vocabulary

extension Expectation {
  /// The keys of an expectation, as a spec writes them.
  public enum Key: String {
    /// What is measured.
    case metric
    /// When it is measured.
    case at
    /// Which run is measured.
    case of
    /// Which runs are measured together.
    case over
    /// What their scores come to.
    case stat
    /// Which runs are looked at.
    case `where`
    /// The least that is expected.
    case min
    /// The greatest that is expected.
    case max
    /// The digest that is expected.
    case `is`
  }

  /// The expectation as a spec writes it: `{metric: val_loss, at: last, max: 0.05}`.
  public var specValue: SpecValue {
    var members: [SpecValue.Member] = []
    func add(_ key: Key, _ value: SpecValue?) {
      if let value { members.append(SpecValue.Member(key.rawValue, value)) }
    }
    add(.metric, .text(metric))
    if case .score(_, let moment, _) = demand, moment != .saved { add(.at, .text(moment.name)) }
    switch subject {
    case .everyRun: break
    case .bestRun: add(.of, .text(Choosing.bestRun.name))
    case .repetitions(let repetition, let statistic):
      add(.over, .text(repetition.name))
      add(.stat, .text(statistic.name))
    }
    if !conditions.isEmpty {
      add(.where, .mapping(conditions.map { SpecValue.Member($0.path.key, $0.value) }))
    }
    switch demand {
    case .score(_, _, let bounds):
      add(.min, bounds.minimum.map(SpecValue.number))
      add(.max, bounds.maximum.map(SpecValue.number))
    case .digest(let digest): add(.is, .text(digest))
    }
    return .mapping(members)
  }
}
