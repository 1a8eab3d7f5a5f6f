internal import Experiments
internal import SpecSyntax
internal import Vocabulary

extension SweepReader {
  /// Reads `parameters`: a mapping from keys to their values.
  mutating func readAxes(_ node: SyntaxNode) {
    guard let entries = node.entries else {
      refuse(
        node.hasNoValue
          ? .noValue("sweep.parameters", .axes, at: node.site)
          : .unfit("sweep.parameters", .axes, node))
      return
    }
    for entry in entries {
      guard let field = Field(rawValue: entry.key), let items = entry.value.items else { continue }
      words[field] = items.compactMap { $0.scalar?.text ?? $0["name"]?.scalar?.text }
    }
    for entry in entries.flatMap(axisEntries) {
      guard let path = path(of: entry) else { continue }
      if axes.contains(where: { $0.path == path }) {
        refuse(.axisTwice(path.key, at: entry.keySite))
        continue
      }
      if let (read, nodes) = axisValues(entry.value, of: path) {
        axes.append(Sweep.Axis(path, read))
        sites.append(SpecSites.Axis(path: path, key: entry.keySite, values: nodes))
      } else {
        unread.formUnion([path.field, .sweep])
      }
    }
  }

  /// The entry, or those inside it where it is the mapping `optimizer: {momentum: [0, 0.9]}`, each
  /// with its whole key.
  private func axisEntries(_ entry: SyntaxNode.Entry) -> [SyntaxNode.Entry] {
    guard let field = Field(rawValue: entry.key), field.isSweepable,
      let members = entry.value.entries,
      !members.contains(where: { RangeReader.keys.contains($0.key) || $0.key == "name" }),
      members.contains(where: { SettingPath(sweeping: "\(field.key).\($0.key)") != nil })
    else { return [entry] }
    return members.map { member in
      SyntaxNode.Entry(
        key: "\(field.key).\(member.key)", keySite: member.keySite, value: member.value)
    }
  }

  /// What a key of `parameters` names; nil if it cannot be swept, which has then been reported.
  private mutating func path(of entry: SyntaxNode.Entry) -> SettingPath? {
    if let path = SettingPath(sweeping: entry.key) { return path }
    let name = entry.key.prefix { $0 != "." }
    guard let field = Field(rawValue: String(name)) else {
      let home = SettingHome(entry.key).flatMap { $0.word == nil ? nil : $0 }
      let field = home?.field ?? Meant.field(String(name), among: Field.sweepable)
      let meant = home.map { "\($0.field.key).\($0.setting)" } ?? field?.key
      refuse(.unknownAxis(entry.key, meant: meant, at: entry.keySite))
      field.map { _ = unread.insert($0) }
      return nil
    }
    guard field.isSweepable else {
      refuse(.unsweepable(field, at: entry.keySite))
      return nil
    }
    let shape = field.declaration.shape
    var known: [String] = []
    for name in (shape.words.flatMap(\.settings) + shape.freeMembers).map(\.name)
    where !known.contains(name) {
      known.append(name)
    }
    let setting = entry.key.dropFirst(name.count + 1)
    refuse(.unknownSetting(String(setting), of: field.key, known: known, at: entry.keySite))
    unread.insert(field)
    return nil
  }

  /// The values of an axis: a list, or a range of numbers.
  private mutating func axisValues(
    _ node: SyntaxNode, of path: SettingPath
  ) -> ([SpecValue], [SyntaxNode])? {
    guard let shape = path.shape(beside: words(of: path.field)) else { return nil }
    if node.entries != nil {
      var reader = RangeReader(values: values)
      defer { values = reader.values }
      return reader.read(node, as: shape, path.key).map { read in (read, read.map { _ in node }) }
    }
    guard let items = node.items, !items.isEmpty else {
      refuse(.noAxisValues(path.key, shape, node))
      return nil
    }
    if case .list = shape, !items.contains(where: { $0.items != nil }) {
      var trial = ShapeReader(log: DiagnosticLog())
      if let list = trial.read(node, for: path) {
        refuse(.listForAxis(path.key, list, at: node.site))
        return nil
      }
    }
    let words = words(of: path.field)
    return values.all(items) { $0.readAxisValue($1, of: path, beside: words) }.map { ($0, items) }
  }

  /// The words that a field may have, by the sweep or outside it.
  func words(of field: Field) -> [String]? {
    if let words = words[field] { return words }
    let value = settings.value(of: field)
    return (value?.asText ?? value?["name"]?.asText).map { [$0] }
  }
}

extension ShapeReader {
  /// Reads one value of an axis; `none` stands for no value where a field may have none.
  mutating func readAxisValue(
    _ node: SyntaxNode, of path: SettingPath, beside words: [String]?
  ) -> SpecValue? {
    let mayBeAbsent = path.setting == nil && path.field.declaration.standard == .absent
    return mayBeAbsent && node.isNone ? .text("none") : read(node, for: path, beside: words)
  }
}
