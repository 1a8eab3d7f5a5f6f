internal import Experiments
internal import SpecSyntax
internal import Text
internal import Vocabulary

/// Reads nodes as the values that a shape allows; the shape decides the type, not YAML's resolver.
///
/// Values have one form for each meaning: `{name: sgd, momentum: 0}` is read as `sgd`, `1e-1` as
/// 0.1. Every method returns nil for a node that does not fit, and has then reported why.
struct ShapeReader {
  /// What has been reported.
  var log: DiagnosticLog
  /// The settings that a sweep gives, by their whole keys: they need not stand beside their word.
  private let swept: Set<String>

  /// Begins with what has been reported.
  init(log: DiagnosticLog, swept: Set<String> = []) {
    self.log = log
    self.swept = swept
  }

  /// Reads a value of a key.
  ///
  /// - Parameter words: the words that the key's field may have, where it is a setting of them.
  mutating func read(
    _ node: SyntaxNode, for path: SettingPath, beside words: [String]? = nil
  ) -> SpecValue? {
    path.shape(beside: words).flatMap { read(node, as: $0, path.key) }
  }

  /// Reads a node.
  ///
  /// - Parameter label: what messages call the value: `learning_rate`, `optimizer.momentum`.
  mutating func read(_ node: SyntaxNode, as shape: Shape, _ label: String) -> SpecValue? {
    if node.hasNoValue { return refuse(.noValue(label, shape, at: node.site)) }
    switch shape {
    case .integer, .number: return number(node, shape) ?? refuse(.unfit(label, shape, node))
    case .boolean:
      if let value = boolean(node) { return value }
      log.insert(.unfit(label, shape, node))
      guard let scalar = node.scalar, scalar.isPlain else { return nil }
      return Diagnostic.meantBoolean(scalar.text).map(SpecValue.boolean)
    case .text: return text(node) ?? refuse(.unfit(label, shape, node))
    case .path: return text(node) ?? refuse(.unfit(label, shape, node))
    case .folderName:
      guard let name = text(node) else { return refuse(.unfit(label, shape, node)) }
      return isFolderName(name.asText) ? name : refuse(.badFolderName(label, node))
    case .choice(let kind, let entries): return choice(node, kind: kind, entries, label)
    case .list(let element, let count): return list(node, element, count, shape, label)
    case .either(let shapes):
      return shape.takesData
        ? source(node, shapes, label) : either(node, shapes, label)
    case .mapping(let settings):
      guard let entries = node.entries else { return refuse(.unfit(label, shape, node)) }
      return members(entries, of: settings, label, at: node.site).map(SpecValue.mapping)
    case .labels(let value):
      guard let entries = node.entries else { return refuse(.unfit(label, shape, node)) }
      return labels(entries, of: value, label)
    case .axes, .configurations, .configuration:
      // What stands there is read by SweepReader, which knows the other fields.
      return .mapping([])
    }
  }

  /// Reads a source of data, or what else may stand in its place.
  private mutating func source(
    _ node: SyntaxNode, _ shapes: [Shape], _ label: String
  ) -> SpecValue? {
    if let problem = DataForms.problem(node, label) { return refuse(problem) }
    guard let value = either(node, shapes, label) else { return nil }
    if let problem = InlineData.problem(value, node) { return refuse(problem) }
    return value
  }

  /// A node's content of the kind that a shape has, its items or entries; where there is none, that is
  /// reported.
  ///
  /// - Parameter label: what messages call the value.
  mutating func content<Content>(
    _ content: Content?, of node: SyntaxNode, as shape: Shape, _ label: String
  ) -> Content? {
    if content == nil {
      log.insert(
        node.hasNoValue ? .noValue(label, shape, at: node.site) : .unfit(label, shape, node))
    }
    return content
  }

  /// Reports, and gives the nil that goes with it.
  mutating func refuse(_ diagnostic: Diagnostic) -> SpecValue? {
    log.insert(diagnostic)
    return nil
  }

  /// The number that a node is, if the shape has it.
  func number(_ node: SyntaxNode, _ shape: Shape) -> SpecValue? {
    guard let scalar = node.scalar, scalar.isPlain,
      case .number(let number) = DecimalText(scalar.text)
    else { return nil }
    return shape.value(of: number)
  }

  /// `true` or `false`, if a node is one of them.
  private func boolean(_ node: SyntaxNode) -> SpecValue? {
    guard let scalar = node.scalar, scalar.isPlain else { return nil }
    return ["true": .boolean(true), "false": .boolean(false)][scalar.text]
  }

  /// The text of a scalar.
  private func text(_ node: SyntaxNode) -> SpecValue? { node.scalar.map { .text($0.text) } }

  /// Reads a list.
  private mutating func list(
    _ node: SyntaxNode, _ element: Shape, _ count: ClosedRange<Int>, _ shape: Shape,
    _ label: String
  ) -> SpecValue? {
    guard let items = node.items else { return refuse(.unfit(label, shape, node)) }
    guard count.contains(items.count) else {
      return refuse(
        .badCount(
          label, items.count, allowed: count, at: node.site,
          meant: Diagnostic.meantList(in: items, of: element, count)))
    }
    let elementLabel = label.hasPrefix("an element of ") ? label : "an element of \(label)"
    return all(items) { $0.read($1, as: element, elementLabel) }.map(SpecValue.list)
  }

  /// Reads the members of a mapping whose keys are labels.
  private mutating func labels(
    _ entries: [SyntaxNode.Entry], of shape: Shape, _ label: String
  ) -> SpecValue? {
    let values = all(entries.map(\.value)) { $0.read($1, as: shape, "a value of \(label)") }
    return values.map { values in
      .mapping(zip(entries, values).map { SpecValue.Member($0.key, $1) })
    }
  }

  /// Reads nodes one by one; after ten that are wrong the others are not looked at.
  mutating func all<Value>(
    _ nodes: [SyntaxNode], read: (inout ShapeReader, SyntaxNode) -> Value?
  ) -> [Value]? {
    var values: [Value] = []
    var mistakes = 0
    for node in nodes where mistakes < 10 {
      if let value = read(&self, node) {
        values.append(value)
      } else {
        mistakes += 1
      }
    }
    return mistakes == 0 ? values : nil
  }

  /// Reads the members of a mapping: the settings' keys and no others, the required ones all there.
  ///
  /// A key that differs in case alone is reported, and read all the same.
  /// Members that are not written are left out; the others come in the order of the settings.
  ///
  /// - Parameters:
  ///   - label: what messages call the mapping.
  ///   - owner: what has the settings, where it is not the mapping: a word.
  ///   - isWord: whether the owner is a word, beside which the settings stand.
  mutating func members(
    _ entries: [SyntaxNode.Entry], of settings: [Setting], _ label: String, owner: String? = nil,
    isWord: Bool = false, at site: SourceSite
  ) -> [SpecValue.Member]? {
    let owner = owner ?? label
    let known = settings.map(\.name)
    let unknown = entries.filter { !known.contains($0.key) }
    for entry in unknown {
      log.insert(.unknownSetting(entry.key, of: owner, known: known, at: entry.keySite))
    }
    let misspelt = unknown.filter { entry in
      known.contains { name in
        isSameWord(name, entry.key) && !entries.contains { $0.key == name }
      }
    }
    var isSound = unknown.count == misspelt.count
    var members: [SpecValue.Member] = []
    for setting in settings {
      let entry =
        entries.first { $0.key == setting.name }
        ?? misspelt.first { isSameWord($0.key, setting.name) }
      if let node = entry?.value {
        if setting.standard == .absent, node.isNone { continue }
        let value = read(node, as: setting.shape, "\(label).\(setting.name)")
        if let value { members.append(SpecValue.Member(setting.name, value)) }
        isSound = isSound && value != nil
      } else if setting.standard == .required, !swept.contains("\(label).\(setting.name)") {
        log.insert(.missingSetting(setting, of: owner, isWord: isWord, at: site))
        isSound = false
      }
    }
    return isSound ? members : nil
  }
}

extension SyntaxNode {
  /// Whether nothing is written, or a word of YAML for nothing.
  var hasNoValue: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return scalar.isMissing || ["~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// Whether the node is the word `none`, which stands for the absence of a value.
  var isNone: Bool { scalar == SyntaxNode.Scalar(text: "none", isPlain: true) }
}
