extension SyntaxTree {
  /// The tree with `overrides` applied one after the other, so that the last of a key wins.
  ///
  /// A key that is there gets the new value; one that is not is added, with the mappings around it.
  /// A word on the way becomes the `name` of a mapping: `optimizer: sgd` and
  /// `optimizer.momentum=0.9` give `{name: sgd, momentum: 0.9}`; `true`, `false` and `none` are
  /// switches rather than names and give way. Where a mapping has a key with dots in it, that key
  /// is meant. An override that does not fit is reported to `log` and left out.
  public func overridden(
    by overrides: [SyntaxOverride], reportingTo log: inout DiagnosticLog
  ) -> SyntaxTree {
    var root = root
    for override in overrides {
      do throws(SyntaxStop) {
        root = try overridden(root, by: override)
      } catch {
        log.insert(error.diagnostic)
      }
    }
    return SyntaxTree(source: source, root: root, limits: limits)
  }

  /// The root with one override applied, within the limits.
  private func overridden(
    _ root: SyntaxNode, by override: SyntaxOverride
  ) throws(SyntaxStop) -> SyntaxNode {
    guard root.entries != nil else {
      throw SyntaxStop(diagnostic: .overrideInsideList(root, at: override.keySite))
    }
    let result = try root.setting(override.path[...], to: override.value)
    if result.height > limits.depth {
      throw SyntaxStop(diagnostic: .tooDeep(limits.depth, at: override.site, anchor: nil))
    }
    if result.size > limits.nodes {
      throw SyntaxStop(diagnostic: .tooManyNodes(limits.nodes, at: override.site))
    }
    return result
  }
}

extension SyntaxNode {
  /// This node with the value at `path` replaced or added.
  fileprivate func setting(
    _ path: ArraySlice<SyntaxOverride.Step>, to value: SyntaxNode
  ) throws(SyntaxStop) -> SyntaxNode {
    guard let step = path.first else { return value }
    switch content {
    case .mapping(var entries):
      let (index, length) = entry(at: path, in: entries)
      let rest = path.dropFirst(length)
      if let index {
        let old = entries[index]
        let keySite = rest.isEmpty ? step.site : old.keySite
        entries[index] = Entry(
          key: old.key, keySite: keySite, value: try old.value.setting(rest, to: value))
      } else {
        let empty = SyntaxNode(.mapping([]), at: step.site)
        let new = rest.isEmpty ? value : try empty.setting(rest, to: value)
        entries.append(Entry(key: step.key, keySite: step.site, value: new))
      }
      return SyntaxNode(.mapping(entries), at: site, through: aliasSite)
    case .scalar(let scalar):
      let name = Entry(key: "name", keySite: site, value: self)
      let entries = scalar.isSwitch ? [] : [name]
      let mapping = SyntaxNode(.mapping(entries), at: site, through: aliasSite)
      return try mapping.setting(path, to: value)
    case .sequence:
      throw SyntaxStop(diagnostic: .overrideInsideList(self, at: step.site))
    }
  }

  /// The entry that the longest beginning of `path` names, and how many steps that takes; without
  /// such an entry, one step.
  private func entry(
    at path: ArraySlice<SyntaxOverride.Step>, in entries: [Entry]
  ) -> (index: Int?, steps: Int) {
    for length in stride(from: path.count, to: 0, by: -1) {
      let key = path.prefix(length).map(\.key).joined(separator: ".")
      if let index = entries.firstIndex(where: { $0.key == key }) { return (index, length) }
    }
    return (nil, 1)
  }
}

extension SyntaxNode.Scalar {
  /// Whether the scalar turns a thing on or off, or leaves it out, and so names nothing.
  fileprivate var isSwitch: Bool {
    isMissing || (isPlain && ["true", "false", "none"].contains(text))
  }
}
