internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with groups, with configurations beside the axes, and with draws.
extension Diagnostic {
  /// A group of keys that move together names none.
  static func emptyGroup(at site: SourceSite) -> Diagnostic {
    .error(
      "a group of `zip` must name keys that move together", at: site,
      notes: [Note("such as {batch_size: [16, 64], epochs: [400, 100]}")])
  }

  /// Keys that move together have unequal numbers of values.
  static func unequalLengths(
    _ key: String, _ count: Int, usual: String, _ usualCount: Int, at site: SourceSite
  ) -> Diagnostic {
    .error(
      "\(quoted(key)) has \(counted(count, "value")), but \(quoted(usual)), which it moves with,"
        + " has \(usualCount)", at: site,
      notes: [Note("keys under `parameters` move by themselves")])
  }

  /// A configuration beside the axes that gives nothing.
  static func emptyInclusion(_ node: SyntaxNode) -> Diagnostic {
    .error(
      "a configuration to include must be a mapping from keys to values, not "
        + (node.entries == nil ? node.phrase : "an empty one"), at: node.site,
      notes: [Note("such as {learning_rate: 5}")])
  }

  /// A configuration beside the axes without a value that it needs.
  static func inclusionLacks(_ key: String, at site: SourceSite) -> Diagnostic {
    .error(
      "this configuration has no \(quoted(key)), as only the sweep's own values give it", at: site,
      notes: [Note("give it here, or a value for all such configurations outside the sweep")])
  }

  /// A grid has a number of samples.
  static func samplesOfAGrid(at site: SourceSite) -> Diagnostic {
    .error(
      "`samples` means nothing without \(SweepMethod.sampling)", at: site,
      notes: [Note("a grid has every combination; write \(SweepMethod.sampling), or leave it out")])
  }

  /// A sweep that takes samples has no number of them.
  static func noSamples(of method: SweepMethod, at site: SourceSite) -> Diagnostic {
    .error(
      "`method: \(method.name)` needs `samples`", at: site,
      notes: [Note("samples: how many configurations it draws")])
  }

  /// A sweep that takes samples has no keys.
  static func nothingToDraw(by method: SweepMethod, at site: SourceSite) -> Diagnostic {
    .error(
      "`method: \(method.name)` has nothing to draw", at: site,
      notes: [
        Note("give keys under `parameters`, such as {learning_rate: {log_uniform: [0.01, 1]}}")
      ])
  }

  /// Values are to be drawn, but the sweep is a grid.
  static func drawInAGrid(_ label: String, _ node: SyntaxNode) -> Diagnostic {
    let entry = node.entries?.first { DistributionReader.keys.contains($0.key) }
    let ends = entry.flatMap { Self.ends(of: $0.value) } ?? "[from, to]"
    let instead =
      switch entry?.key {
      case DistributionReader.choice: "[first, second, …]"
      case "log_uniform": "{log: \(ends), count: n}"
      case _: "{linear: \(ends), count: n}"
      }
    return .error(
      "values of \(label) are drawn in a sweep with `samples` alone", at: node.site,
      notes: [Note("write \(instead); or \(SweepMethod.sampling) and `samples: n` in the sweep")])
  }

  /// A group of keys that move together has values to be drawn.
  static func drawInAGroup(_ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "the values of \(label) must be a list, as its group draws one for all keys together",
      at: site, notes: [Note("write [first, second, …]")])
  }

  /// A sweep with samples has a range.
  static func rangeToDrawFrom(_ label: String, _ node: SyntaxNode) -> Diagnostic {
    let scale = ["log", "linear"].compactMap { name in
      node.entries?.first { $0.key == name }
    }.first
    let ends = scale.flatMap { Self.ends(of: $0.value) } ?? "[from, to]"
    let kind = scale?.key == "log" ? "log_uniform" : "uniform"
    return .error(
      "a range of \(label) cannot be drawn from", at: node.site,
      notes: [Note("write {\(kind): \(ends)}")])
  }

  /// What a key is drawn from has a number of values, as a range has.
  static func countOfADraw(_ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "`count` means nothing where \(label) is drawn", at: site,
      notes: [Note("leave it out; `samples` says how many are drawn")])
  }

  /// The ends of a range as they are written.
  private static func ends(of node: SyntaxNode) -> String? {
    let texts = node.items?.compactMap { $0.scalar?.text } ?? []
    return texts.count == 2 ? "[\(texts[0]), \(texts[1])]" : nil
  }

  /// A distribution of several kinds, or of none.
  static func noOneDistribution(_ label: String, at site: SourceSite) -> Diagnostic {
    let kinds = DistributionReader.keys.map { "`\($0)`" }
    return .error(
      "a distribution of \(label) needs one of "
        + kinds.dropLast().joined(separator: ", ") + " and \(kinds[kinds.count - 1])", at: site,
      notes: [Note("such as {uniform: [from, to]}")])
  }

  /// The ends of a distribution are not in order.
  static func endsNotAscending(_ label: String, at site: SourceSite) -> Diagnostic {
    .error("the first end of \(label) must be below the second", at: site)
  }

  /// Fractions would be drawn for a key that takes whole numbers.
  static func fractionsOfWholeNumbers(
    _ label: String, _ member: SpecValue.Member, at site: SourceSite
  ) -> Diagnostic {
    .error(
      "\(label) takes whole numbers, but \(member.key) draws fractions", at: site,
      notes: [Note("write {int_uniform: \(member.value.text)}")])
  }
}
