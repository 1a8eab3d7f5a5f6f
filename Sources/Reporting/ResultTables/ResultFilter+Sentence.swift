public import Running
internal import Text

extension ResultFilter.Fault {
  /// Why a text states no condition.
  public var sentence: String {
    switch self {
    case .noComparison: "has no operator; it can be 'learning_rate>0.1', with = != < <= > or >="
    case .noColumn: "has no column before the operator"
    case .doubledEquals: "has \"==\", which is written \"=\""
    case .noNumber(let comparison, let value):
      "compares by \"\(comparison.rawValue)\" with \"\(value)\", which is no number"
    }
  }
}

extension ResultTable.UnknownColumn {
  /// What to do about a column that is not there.
  public var sentence: String {
    let remedy =
      nearest(to: name, among: columns).map { "did you mean \"\($0)\"?" }
      ?? "there are " + columns.joined(separator: ", ")
    return "there is no column \"\(name)\"; \(remedy)"
  }
}
