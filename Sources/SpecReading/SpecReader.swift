internal import Experiments
internal import SpecSyntax
internal import Text
internal import Vocabulary

/// Reads a syntax tree by the table of fields.
///
/// What cannot be read is reported and noted in `unread`, so that checks across fields can go on
/// with the rest: a spec's mistakes are all shown in one go.
struct SpecReader {
  /// Reads the values, and holds what has been reported.
  var values: ShapeReader
  /// The values of the fields that every run has in common.
  private(set) var settings = FieldValues()
  /// The sweep, or the one run of a spec without.
  private(set) var sweep = Sweep.none
  /// What must hold of the results.
  private(set) var expectations: [Expectation] = []
  /// The axes of the sweep that could be read, even where the sweep as a whole could not.
  private(set) var axes: [Sweep.Axis] = []
  /// Where everything is written.
  private(set) var sites: SpecSites
  /// The fields that could not be read: wrong, misspelt, or missing though required.
  private(set) var unread: Set<Field> = []

  /// Reads a tree.
  init(_ tree: SyntaxTree, log: DiagnosticLog) {
    values = ShapeReader(log: log, swept: Self.sweptSettings(of: tree))
    let start = SourceSite(source: tree.root.site.source, bytes: tree.root.site.bytes.prefix(0))
    sites = SpecSites(start: start)
    guard let entries = tree.root.entries else {
      values.log.insert(.notASpec(tree.root))
      unread = Set(Field.allCases)
      return
    }
    let given = Set(entries.map(\.key))
    for entry in entries where !entry.key.hasPrefix("x-") { read(entry, beside: given) }
    if let node = sites.fields[.sweep] { readSweep(node) }
    refuseOverriddenAxes(of: tree)
    refuseMissingFields()
  }

  /// The whole keys of the settings that the sweep has axes of: `schedule.every`.
  private static func sweptSettings(of tree: SyntaxTree) -> Set<String> {
    let sweep = tree.root[Field.sweep.key]
    let groups = [sweep?["parameters"]].compactMap(\.self) + (sweep?["zip"]?.items ?? [])
    let axes = groups.flatMap { $0.entries ?? [] }
    let keys = axes.flatMap { axis in
      [axis.key] + (axis.value.entries ?? []).map { "\(axis.key).\($0.key)" }
    }
    return Set(keys.filter { $0.contains(".") })
  }

  /// Reads one key with its value; a sweep is read when all the rest is known.
  ///
  /// A key that differs in case alone is reported, and read all the same.
  private mutating func read(_ entry: SyntaxNode.Entry, beside given: Set<String>) {
    if let field = Field(rawValue: entry.key) {
      read(entry, as: field)
      return
    }
    let same = Field.allCases.first { isSameWord($0.key, entry.key) }
    if same == nil, let home = SettingHome(entry.key) {
      values.log.insert(.settingAmongKeys(entry.key, home, at: entry.keySite))
      unread.insert(home.field)
      return
    }
    let meant = Suggestion.field(entry.key)
    values.log.insert(.unknownKey(entry.key, meant: meant, at: entry.keySite))
    if let same, !given.contains(same.key), sites.fields[same] == nil {
      read(entry, as: same)
    } else {
      meant.map { _ = unread.insert($0) }
    }
  }

  /// Reads the value of a field.
  private mutating func read(_ entry: SyntaxNode.Entry, as field: Field) {
    if field.declaration.standard == .absent, entry.value.isNone { return }
    let node = entry.withStandardWord(of: field)
    sites.fields[field] = node
    if field == .sweep { return }
    if field == .expect {
      guard let read = values.readExpectations(node) else {
        unread.insert(field)
        return
      }
      expectations = read
      return
    }
    settings[field] = values.read(node, for: SettingPath(field))
    if settings[field] == nil { unread.insert(field) }
  }

  /// Reads the sweep.
  private mutating func readSweep(_ node: SyntaxNode) {
    var reader = SweepReader(values: values, settings: settings)
    sweep = reader.read(node)
    values = reader.values
    axes = reader.axes
    sites.axes = reader.sites
    sites.inclusions = reader.inclusionSites
    unread.formUnion(reader.unread)
  }

  /// Reports the values that were set from outside for keys that the sweep gives several.
  private mutating func refuseOverriddenAxes(of tree: SyntaxTree) {
    for (index, axis) in axes.enumerated() {
      let node = sites.fields[axis.path.field]
      let value = axis.path.setting.map { node?[$0] } ?? node
      guard let site = value?.firstSite(outside: tree.source) else { continue }
      let isZipped = index >= sweep.freeAxisCount
      values.log.insert(.overridesAxis(axis.path.key, isZipped: isZipped, at: site))
    }
  }

  /// Reports the required fields that neither the spec nor its sweep gives.
  private mutating func refuseMissingFields() {
    let swept = Set(axes.filter { $0.path.setting == nil }.map(\.path.field))
    for field in Field.allCases where field.declaration.standard == .required {
      if sites.fields[field] == nil, !swept.contains(field), !unread.contains(field) {
        values.log.insert(.missingKey(field, at: sites.start))
        unread.insert(field)
      }
    }
  }
}

extension SyntaxNode.Entry {
  /// The value; where it is the mapping that `--set optimizer.momentum=0.9` makes in a spec without
  /// an optimizer, with the name of the word that the field has then.
  fileprivate func withStandardWord(of field: Field) -> SyntaxNode {
    guard value.site == keySite, let members = value.entries, value["name"] == nil,
      let word = field.declaration.standard.value?.asText
    else { return value }
    let name = SyntaxNode(.scalar(SyntaxNode.Scalar(text: word, isPlain: true)), at: keySite)
    let entry = SyntaxNode.Entry(key: "name", keySite: keySite, value: name)
    return SyntaxNode(.mapping([entry] + members), at: keySite)
  }
}

extension SyntaxNode {
  /// The first place of a part that was written in another text, as an override is.
  fileprivate func firstSite(outside source: SourceText) -> SourceSite? {
    switch content {
    case .sequence(let items):
      items.lazy.compactMap { $0.firstSite(outside: source) }.first ?? ownSite(outside: source)
    case .mapping(let entries):
      entries.lazy.compactMap { $0.value.firstSite(outside: source) }.first
        ?? ownSite(outside: source)
    case .scalar: ownSite(outside: source)
    }
  }

  /// The place of the node, if it was written in another text.
  private func ownSite(outside source: SourceText) -> SourceSite? {
    site.source == source ? nil : site
  }
}
