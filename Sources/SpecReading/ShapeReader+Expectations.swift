internal import Experiments
internal import SpecSyntax
internal import Vocabulary

extension ShapeReader {
  /// Reads `expect`: a list of expectations.
  ///
  /// What can be said without the runs is checked here; whether there are runs to look at is seen when
  /// they are planned.
  mutating func readExpectations(_ node: SyntaxNode) -> [Expectation]? {
    let field = Field.expect
    return content(node.items, of: node, as: field.declaration.shape, field.key)
      .flatMap { items in all(items) { $0.readExpectation($1) } }
  }

  /// Reads one expectation.
  private mutating func readExpectation(_ node: SyntaxNode) -> Expectation? {
    let settings = Field.expectationMembers
    guard let entries = node.entries else {
      log.insert(.unfit("an element of \(Field.expect.key)", .mapping(settings), node))
      return nil
    }
    let members = members(
      entries, of: settings, Field.expect.key, owner: "an expectation", at: node.site)
    // The conditions are read in any case, so that all mistakes are shown.
    let conditions = node[Expectation.Key.where.rawValue].map { readConditions($0) } ?? []
    guard let members else { return nil }
    let draft = ExpectationDraft(node, .mapping(members))
    let mistakes = draft.mistakes
    for mistake in mistakes { log.insert(mistake) }
    guard mistakes.isEmpty, let conditions else { return nil }
    return draft.expectation(where: conditions)
  }

  /// Reads `where`: a mapping from keys to the values that runs must have to be looked at.
  private mutating func readConditions(_ node: SyntaxNode) -> [Expectation.Condition]? {
    if node.isNone || node.hasNoValue { return [] }
    guard let entries = node.entries, !entries.isEmpty else {
      log.insert(.emptyCondition(node))
      return nil
    }
    var conditions: [Expectation.Condition] = []
    for entry in entries {
      guard let path = SettingPath(sweeping: entry.key) else {
        log.insert(.conditionOfNoKey(entry.key, at: entry.keySite))
        continue
      }
      if let value = readAxisValue(entry.value, of: path, beside: nil) {
        conditions.append(Expectation.Condition(path, value))
      }
    }
    return conditions.count == entries.count ? conditions : nil
  }
}
