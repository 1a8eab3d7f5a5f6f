internal import Experiments
internal import SpecSyntax
internal import Vocabulary

extension SweepReader {
  /// Reads `include`: a list of mappings from keys to a value.
  mutating func readInclusions(_ node: SyntaxNode) -> [[Sweep.Assignment]] {
    let items = content(node.items, of: node, as: .configurations, "sweep.include") ?? []
    return items.compactMap { readInclusion($0) }
  }

  /// Reads one configuration; nil if a part of it cannot be read.
  private mutating func readInclusion(_ node: SyntaxNode) -> [Sweep.Assignment]? {
    guard let entries = node.entries, !entries.isEmpty else {
      refuse(.emptyInclusion(node))
      return nil
    }
    var assignments: [Sweep.Assignment] = []
    var written: [SpecSites.Axis] = []
    for entry in entries {
      guard let path = path(of: entry) else { continue }
      let words = word(of: path.field, in: node).map { [$0] }
      guard let value = values.readAxisValue(entry.value, of: path, beside: words) else {
        unread.formUnion([path.field, .sweep])
        continue
      }
      assignments.append(Sweep.Assignment(path, value))
      written.append(SpecSites.Axis(path: path, key: entry.keySite, values: [entry.value]))
    }
    guard assignments.count == entries.count, !isIncomplete(assignments, node) else { return nil }
    inclusionSites.append(written)
    return assignments
  }

  /// The word of a field in a configuration: its own, or else the spec's.
  private func word(of field: Field, in node: SyntaxNode) -> String? {
    if let own = node[field.key] { return own.scalar?.text ?? own["name"]?.scalar?.text }
    return settings.value(of: field)?.word
  }

  /// Whether a configuration leaves out what it needs and only the axes give, which is reported.
  private mutating func isIncomplete(
    _ assignments: [Sweep.Assignment], _ node: SyntaxNode
  ) -> Bool {
    let lacking = axes.map(\.path).filter { path in
      let own = assignments.first { $0.path == SettingPath(path.field) }?.value
      let value = own ?? settings.value(of: path.field)
      if assignments.contains(where: { $0.path == path }) { return false }
      guard let setting = path.setting else {
        return path.field.declaration.standard == .required && value == nil
          && !unread.contains(path.field)
      }
      let entry = path.field.declaration.shape.words.first { $0.name == value?.word }
      let declared = entry?.settings.first { $0.name == setting }
      return declared?.standard == .required && value?[setting] == nil
    }
    for path in lacking { refuse(.inclusionLacks(path.key, at: node.site)) }
    return !lacking.isEmpty
  }
}
