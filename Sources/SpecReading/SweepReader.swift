internal import Experiments
internal import SpecSyntax
internal import Vocabulary

/// Reads the `sweep` of a spec.
///
/// What cannot be read is reported and noted in `unread`, the field `sweep` itself included.
struct SweepReader {
  /// Reads the values, and holds what has been reported.
  var values: ShapeReader
  /// The axes that could be read.
  var axes: [Sweep.Axis] = []
  /// Where those axes are written.
  var sites: [SpecSites.Axis] = []
  /// The fields that were given and could not be read.
  var unread: Set<Field> = []
  /// What the spec gives outside the sweep.
  let settings: Settings
  /// The words that axes give to fields, read or not.
  var words: [Field: [String]] = [:]

  /// Begins with nothing read.
  init(values: ShapeReader, settings: Settings) {
    self.values = values
    self.settings = settings
  }

  /// Reads a sweep.
  ///
  /// - Returns: the sweep without what could not be read.
  mutating func read(_ node: SyntaxNode) -> Sweep {
    let shape = Field.sweep.declaration.shape
    guard let entries = node.entries, case .mapping(let settings) = shape else {
      refuse(
        node.hasNoValue
          ? .noValue(Field.sweep.key, shape, at: node.site)
          : .unfit(Field.sweep.key, shape, node))
      return .none
    }
    if let parameters = node["parameters"], !parameters.isNone { readAxes(parameters) }
    var exclusions: [Sweep.Exclusion] = []
    if let exclude = node["exclude"], !exclude.isNone { exclusions = readExclusions(exclude) }

    let known = settings.map(\.name)
    let strays = entries.filter { !known.contains($0.key) && meantAxis($0.key) != nil }
    for stray in strays {
      guard let path = meantAxis(stray.key) else { continue }
      refuse(.axisOutsideParameters(stray.key, meant: path.key, at: stray.keySite))
      unread.insert(path.field)
    }
    let others = entries.filter { entry in !strays.contains { $0.key == entry.key } }
    guard
      let members = values.members(others, of: settings, Field.sweep.key, at: node.site)
    else {
      unread.insert(.sweep)
      return .none
    }
    let given = SpecValue.mapping(members)
    func integer(_ name: String) -> Int? {
      (given[name] ?? settings.first { $0.name == name }?.standard.value)?.asInteger
    }
    guard let seeds = integer("seeds"), let maxRuns = integer("max_runs") else {
      preconditionFailure("seeds and max_runs have standard values")
    }
    return Sweep(
      axes: axes, exclusions: exclusions, seeds: seeds,
      rankBy: given["rank_by"].flatMap(Sweep.RankBy.init), maxRuns: maxRuns,
      halving: given["halving"].flatMap(Halving.init))
  }

  /// What a key beside `parameters` would sweep there: a key, or the setting that it is of a word.
  private func meantAxis(_ key: String) -> SettingPath? {
    if let path = SettingPath(sweeping: key) { return path }
    guard let home = SettingHome(key), home.word != nil else { return nil }
    return SettingPath(home.field, home.setting)
  }

  /// Reports what keeps the sweep from being read whole.
  mutating func refuse(_ diagnostic: Diagnostic) {
    values.log.insert(diagnostic)
    unread.insert(.sweep)
  }
}

extension Sweep.RankBy {
  /// The criterion that a value of `sweep.rank_by` stands for.
  fileprivate init?(_ value: SpecValue) {
    guard let metric = value["metric"]?.asText else { return nil }
    self.init(metric: metric, goal: value["goal"].flatMap(Choice<Goal>.init)?.word)
  }
}
