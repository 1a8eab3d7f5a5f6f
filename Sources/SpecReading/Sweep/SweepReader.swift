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
  /// Where configurations beside the axes are written.
  var inclusionSites: [[SpecSites.Axis]] = []
  /// The fields that were given and could not be read.
  var unread: Set<Field> = []
  /// What the spec gives outside the sweep.
  let settings: FieldValues
  /// The words that axes give to fields, read or not.
  var words: [Field: [String]] = [:]
  /// How values are brought together; nil where that is unknown.
  var method: SweepMethod?

  /// Begins with nothing read.
  init(values: ShapeReader, settings: FieldValues) {
    self.values = values
    self.settings = settings
  }

  /// What is read here rather than by its shape, as it needs to know the other fields.
  private static let ownMembers = ["parameters", "zip", "exclude", "include"]

  /// Reads a sweep.
  ///
  /// - Returns: the sweep without what could not be read.
  mutating func read(_ node: SyntaxNode) -> Sweep {
    let shape = Field.sweep.declaration.shape
    guard let entries = content(node.entries, of: node, as: shape, Field.sweep.key),
      case .mapping(let settings) = shape
    else { return .none }
    let known = settings.map(\.name)
    let orphans = entries.filter { !known.contains($0.key) && meantAxis($0.key) != nil }
    for orphan in orphans {
      guard let path = meantAxis(orphan.key) else { continue }
      refuse(.axisOutsideParameters(orphan.key, meant: path.key, at: orphan.keySite))
      unread.insert(path.field)
    }
    let others = entries.filter { entry in
      !Self.ownMembers.contains(entry.key) && !orphans.contains { $0.key == entry.key }
    }
    let members = values.members(others, of: settings, Field.sweep.key, at: node.site)
    let given = SpecValue.mapping(members ?? [])
    func value(_ name: String) -> SpecValue? {
      given[name] ?? settings.first { $0.name == name }?.standard.value
    }
    guard let seeds = value("seeds")?.asInteger, let maxRuns = value("max_runs")?.asInteger else {
      preconditionFailure("seeds and max_runs have standard values")
    }
    method = members == nil ? nil : value("method").flatMap(Choice<SweepMethod>.init)?.word

    if let parameters = node["parameters"], !parameters.isNone { readAxes(parameters) }
    let free = axes
    let zips = node["zip"].map { $0.isNone ? [] : readZips($0) } ?? []
    let exclusions = node["exclude"].map { $0.isNone ? [] : readExclusions($0) } ?? []
    let inclusions = node["include"].map { $0.isNone ? [] : readInclusions($0) } ?? []
    checkMethod(node)
    guard members != nil else {
      unread.insert(.sweep)
      return .none
    }
    let method = method ?? .grid
    return Sweep(
      axes: free, zips: zips, method: method,
      samples: method.takesSamples ? given["samples"]?.asInteger ?? 1 : nil,
      exclusions: exclusions, inclusions: inclusions, seeds: seeds,
      rankBy: given["rank_by"].flatMap(Sweep.RankBy.init), maxRuns: maxRuns,
      halving: given["halving"].flatMap(Halving.init))
  }

  /// Reports samples without a method that takes some, and such a method without them or without
  /// anything to draw.
  private mutating func checkMethod(_ node: SyntaxNode) {
    guard let method else { return }
    let samples = node["samples"]
    guard method.takesSamples else {
      if let samples, !samples.isNone { refuse(.samplesOfAGrid(at: samples.site)) }
      return
    }
    guard let site = node["method"]?.site else { return }
    if samples == nil { refuse(.noSamples(of: method, at: site)) }
    if axes.isEmpty, !unread.contains(.sweep) { refuse(.nothingToDraw(by: method, at: site)) }
  }

  /// What a key beside `parameters` would sweep there: a key, or the setting that it is of a word.
  private func meantAxis(_ key: String) -> SettingPath? {
    if let path = SettingPath(sweeping: key) { return path }
    guard let home = SettingHome(key), home.word != nil else { return nil }
    return SettingPath(home.field, home.setting)
  }

  /// The content of a part of the sweep; where there is none, that is reported.
  mutating func content<Content>(
    _ content: Content?, of node: SyntaxNode, as shape: Shape, _ label: String
  ) -> Content? {
    if content == nil { unread.insert(.sweep) }
    return values.content(content, of: node, as: shape, label)
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
