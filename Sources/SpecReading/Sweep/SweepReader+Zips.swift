internal import Experiments
internal import SpecSyntax
internal import Vocabulary

extension SweepReader {
  /// Reads `zip`: a list of mappings from keys that move together to their values.
  mutating func readZips(_ node: SyntaxNode) -> [[Sweep.Axis]] {
    let items = content(node.items, of: node, as: Field.sweepGroups, "sweep.zip") ?? []
    return items.compactMap { readZip($0) }
  }

  /// Reads a group of axes that move together; nil if a part of it cannot be read.
  private mutating func readZip(_ node: SyntaxNode) -> [Sweep.Axis]? {
    guard let written = entries(of: node, "a group of sweep.zip") else { return nil }
    guard !written.isEmpty else {
      refuse(.emptyGroup(at: node.site))
      return nil
    }
    let entries = written.flatMap(axisEntries)
    let start = sites.count
    var group: [Sweep.Axis] = []
    for entry in entries {
      guard let (axis, nodes) = readAxis(entry, mayBeDrawn: false) else { continue }
      group.append(axis)
      sites.append(SpecSites.Axis(path: axis.path, key: entry.keySite, values: nodes))
    }
    axes += group
    let isWhole = group.count == entries.count
    return haveOneLength(group, sites[start...]) && isWhole ? group : nil
  }

  /// Whether axes are equally long; reports those that are not as long as most, or as the first.
  private mutating func haveOneLength(
    _ group: [Sweep.Axis], _ sites: ArraySlice<SpecSites.Axis>
  ) -> Bool {
    let lengths = group.map(\.listed.count)
    func votes(_ length: Int) -> Int { lengths.count { $0 == length } }
    guard let most = lengths.map(votes).max(), most < lengths.count,
      let usual = group.first(where: { votes($0.listed.count) == most })
    else { return true }
    for (axis, site) in zip(group, sites) where axis.listed.count != usual.listed.count {
      refuse(
        .unequalLengths(
          axis.path.key, axis.listed.count, usual: usual.path.key, usual.listed.count,
          at: site.key))
    }
    return false
  }
}
