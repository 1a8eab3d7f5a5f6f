internal import Experiments
internal import SpecSyntax
internal import Vocabulary

extension SweepReader {
  /// Reads `parameters`: a mapping from keys to their values.
  mutating func readAxes(_ node: SyntaxNode) {
    guard let entries = entries(of: node, "sweep.parameters") else { return }
    for entry in entries.flatMap(axisEntries) {
      if let (axis, nodes) = readAxis(entry, mayBeDrawn: true) {
        axes.append(axis)
        sites.append(SpecSites.Axis(path: axis.path, key: entry.keySite, values: nodes))
      }
    }
  }

  /// The entries of a mapping from keys to their values, whose words are noted.
  mutating func entries(of node: SyntaxNode, _ label: String) -> [SyntaxNode.Entry]? {
    guard let entries = content(node.entries, of: node, as: .axes, label) else { return nil }
    for entry in entries {
      guard let field = Field(rawValue: entry.key),
        let items = (entry.value[DistributionReader.choice] ?? entry.value).items
      else { continue }
      words[field] = items.compactMap { $0.scalar?.text ?? $0["name"]?.scalar?.text }
    }
    return entries
  }

  /// Reads the axis of a key, with the node of each value or one of all.
  ///
  /// - Parameter mayBeDrawn: whether a sweep with samples draws the values rather than choosing them.
  mutating func readAxis(
    _ entry: SyntaxNode.Entry, mayBeDrawn: Bool
  ) -> (axis: Sweep.Axis, nodes: [SyntaxNode])? {
    guard let path = path(of: entry) else { return nil }
    if sites.contains(where: { $0.path == path }) {
      refuse(.axisTwice(path.key, at: entry.keySite))
      return nil
    }
    guard let read = axisValues(entry.value, of: path, mayBeDrawn: mayBeDrawn) else {
      unread.formUnion([path.field, .sweep])
      return nil
    }
    return read
  }

  /// The entry, or those inside it where it is the mapping `optimizer: {momentum: [0, 0.9]}`, each
  /// with its whole key.
  func axisEntries(_ entry: SyntaxNode.Entry) -> [SyntaxNode.Entry] {
    guard let field = Field(rawValue: entry.key), field.isSweepable,
      let members = entry.value.entries,
      !members.contains(where: {
        (RangeReader.keys + DistributionReader.keys + ["name"]).contains($0.key)
      }),
      members.contains(where: { SettingPath(sweeping: "\(field.key).\($0.key)") != nil })
    else { return [entry] }
    return members.map { member in
      SyntaxNode.Entry(
        key: "\(field.key).\(member.key)", keySite: member.keySite, value: member.value)
    }
  }

  /// What a key of `parameters` names; nil if it cannot be swept, which has then been reported.
  mutating func path(of entry: SyntaxNode.Entry) -> SettingPath? {
    if let path = SettingPath(sweeping: entry.key) { return path }
    let name = entry.key.prefix { $0 != "." }
    guard let field = Field(rawValue: String(name)) else {
      let home = SettingHome(entry.key).flatMap { $0.word == nil ? nil : $0 }
      let field = home?.field ?? Suggestion.field(String(name), among: Field.sweepable)
      let meant = home.map { "\($0.field.key).\($0.setting)" } ?? field?.key
      refuse(.unknownAxis(entry.key, meant: meant, at: entry.keySite))
      field.map { _ = unread.insert($0) }
      return nil
    }
    guard field.isSweepable else {
      refuse(.unsweepable(field, at: entry.keySite))
      return nil
    }
    let known = field.sweepablePaths.compactMap(\.setting)
    let setting = entry.key.dropFirst(name.count + 1)
    refuse(.unknownSetting(String(setting), of: field.key, known: known, at: entry.keySite))
    unread.insert(field)
    return nil
  }

  /// The values of an axis: a list, a range of numbers, or what they are drawn from.
  private mutating func axisValues(
    _ node: SyntaxNode, of path: SettingPath, mayBeDrawn: Bool
  ) -> (axis: Sweep.Axis, nodes: [SyntaxNode])? {
    guard let shape = path.shape(beside: words(of: path.field)) else { return nil }
    if let entries = node.entries {
      let isDrawn =
        entries.contains { DistributionReader.keys.contains($0.key) }
        || (method?.takesSamples == true && mayBeDrawn)
      if isDrawn, let problem = misplacedDraw(node, path, mayBeDrawn: mayBeDrawn) {
        refuse(problem)
        return nil
      }
      if let choices = node[DistributionReader.choice], entries.count == 1 {
        return axisList(choices, of: path, shape)
      }
      return isDrawn ? drawnAxis(node, of: path, shape) : axisRange(node, of: path, shape)
    }
    return axisList(node, of: path, shape)
  }

  /// What is wrong with a mapping of a distribution where it stands.
  private func misplacedDraw(
    _ node: SyntaxNode, _ path: SettingPath, mayBeDrawn: Bool
  ) -> Diagnostic? {
    guard mayBeDrawn else { return .drawInAGroup(path.key, at: node.site) }
    guard let method else { return nil }
    guard method.takesSamples else { return .drawInAGrid(path.key, node) }
    let entries = node.entries ?? []
    guard let part = entries.first(where: { RangeReader.keys.contains($0.key) }) else { return nil }
    let hasScale = entries.contains { ValueRange.Scale(rawValue: $0.key) != nil }
    let isDrawn = entries.contains { DistributionReader.keys.contains($0.key) }
    return isDrawn && !hasScale
      ? .countOfADraw(path.key, at: part.keySite) : .rangeToDrawFrom(path.key, node)
  }

  /// An axis whose values are drawn.
  private mutating func drawnAxis(
    _ node: SyntaxNode, of path: SettingPath, _ shape: Shape
  ) -> (axis: Sweep.Axis, nodes: [SyntaxNode])? {
    var reader = DistributionReader(values: values)
    let read = reader.read(node, as: shape, path.key)
    values = reader.values
    return read.map { (Sweep.Axis(path, drawnFrom: $0), [node]) }
  }

  /// An axis whose values are a range.
  private mutating func axisRange(
    _ node: SyntaxNode, of path: SettingPath, _ shape: Shape
  ) -> (axis: Sweep.Axis, nodes: [SyntaxNode])? {
    var reader = RangeReader(values: values)
    let read = reader.read(node, as: shape, path.key)
    values = reader.values
    return read.map { (Sweep.Axis(path, $0), [node]) }
  }

  /// An axis whose values are a list.
  private mutating func axisList(
    _ node: SyntaxNode, of path: SettingPath, _ shape: Shape
  ) -> (axis: Sweep.Axis, nodes: [SyntaxNode])? {
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
    return values.all(items) { $0.readAxisValue($1, of: path, beside: words) }
      .map { (Sweep.Axis(path, $0), items) }
  }

  /// The words that a field may have, by the sweep or outside it.
  func words(of field: Field) -> [String]? {
    if let words = words[field] { return words }
    return settings.value(of: field)?.word.map { [$0] }
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
