internal import Experiments
internal import Text
internal import Vocabulary

/// How reports call the runs of a plan: by the beginnings of their ids and the values of the plan's keys.
struct RunNaming {
  private let plan: RunPlan
  /// How many letters of an id tell the runs apart; at least 8.
  private let letters: Int
  /// For each key whether its values, with numbers to 5 digits, are still told apart.
  private let isReadable: [Bool]
  /// Whether runs differ in their folds.
  private let hasFolds: Bool

  /// The names for the runs of a plan.
  init(_ plan: RunPlan) {
    self.plan = plan
    letters = ShortID.letters(of: plan.runs.map(\.id.description))
    hasFolds = plan.hasFolds
    isReadable = plan.keys.map { key in
      let values = Set(plan.values(of: key))
      return Set(values.map(Self.text)).count == values.count
    }
  }

  /// The beginning of a run's id that no other run of the plan has.
  func shortID(_ run: Int) -> String { String(plan.runs[run].id.description.prefix(letters)) }

  /// A run with what makes it differ from the others: `kxvzwrmt (learning_rate 0.1, seed 3)`.
  func label(_ run: Int) -> String {
    let (id, differences) = (shortID(run), differences(of: run))
    return differences.isEmpty ? id : "\(id) (\(differences.joined(separator: ", ")))"
  }

  /// What runs can differ by besides the values of the axes.
  enum Repeated {
    /// The number that keys the random streams.
    case seed
    /// The fold that is held back.
    case fold
  }

  /// What makes a run differ from the others, less what is left out: `learning_rate 0.1`, `seed 3`.
  func differences(of run: Int, besides omitted: [Repeated] = []) -> [String] {
    let run = plan.runs[run]
    var differences = zip(plan.keys, run.parameters).enumerated().map { index, parameter in
      "\(parameter.0.key) \(text(parameter.1, ofKey: index))"
    }
    if hasFolds, !omitted.contains(.fold) { differences.append("fold \(run.fold)") }
    if plan.hasSeeds, !omitted.contains(.seed) {
      differences.append("seed \(run.seed)")
    }
    return differences
  }

  /// The columns of the plan's keys for rows of their values.
  func columns(_ parameters: [[SpecValue]]) -> [TextTable.Column] {
    plan.keys.enumerated().map { index, key in
      TextTable.Column(
        header: key.key, cells: parameters.map { text($0[index], ofKey: index) },
        isRightAligned: parameters.allSatisfy { $0[index].isNumeric }, dispensability: 1)
    }
  }

  /// A value of a key for people: a number to 5 digits where that tells the key's values apart.
  private func text(_ value: SpecValue, ofKey key: Int) -> String {
    let text = isReadable[key] ? Self.text(value) : value.text
    return DisplayText.cut(DisplayText.printable(text), to: 32)
  }

  private static func text(_ value: SpecValue) -> String {
    guard case .number(let number) = value else { return value.text }
    return Readable.number(number, digits: 5)
  }
}

extension SpecValue {
  /// Whether the value is a number.
  fileprivate var isNumeric: Bool {
    switch self {
    case .integer, .number: true
    case .boolean, .text, .list, .mapping: false
    }
  }
}
