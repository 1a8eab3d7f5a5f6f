internal import Experiments
internal import SpecSyntax
internal import Vocabulary

extension SweepReader {
  /// Reads `exclude`: a list of mappings from swept keys to a value.
  mutating func readExclusions(_ node: SyntaxNode) -> [Sweep.Exclusion] {
    let items = content(node.items, of: node, as: .configurations, "sweep.exclude") ?? []
    return items.compactMap { item in
      let exclusion = readExclusion(item)
      if exclusion == nil { unread.insert(.sweep) }
      return exclusion
    }
  }

  /// Reads one exclusion; nil if a part of it cannot be read.
  private mutating func readExclusion(_ node: SyntaxNode) -> Sweep.Exclusion? {
    guard let entries = node.entries, !entries.isEmpty else {
      refuse(.emptyExclusion(node))
      return nil
    }
    var parts: [Sweep.Exclusion.Part] = []
    for entry in entries {
      guard let index = axes.firstIndex(where: { $0.path.key == entry.key }) else {
        let isUnread = SettingPath(sweeping: entry.key).map { unread.contains($0.field) } == true
        if !isUnread {
          refuse(.excludesNoAxis(entry.key, axes: axes.map(\.path.key), at: entry.keySite))
        }
        continue
      }
      let axis = axes[index]
      let words = words(of: axis.path.field)
      guard let value = values.readAxisValue(entry.value, of: axis.path, beside: words) else {
        continue
      }
      let sought = axis.path.canonical(value)
      let matching = axis.listed.indices.filter { axis.path.canonical(axis.listed[$0]) == sought }
      if matching.isEmpty, !axis.listed.isEmpty {
        refuse(.excludesNoValue(entry.key, axis.listed, at: entry.value.site))
        continue
      }
      parts.append(Sweep.Exclusion.Part(axis: index, value: value, indices: Set(matching)))
    }
    return parts.count == entries.count ? Sweep.Exclusion(parts) : nil
  }
}
