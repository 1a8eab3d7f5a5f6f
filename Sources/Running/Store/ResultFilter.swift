/// A condition on a column of results: `learning_rate>0.1`.
public struct ResultFilter: Hashable, Sendable {
  /// How a cell is compared with the value.
  public enum Comparison: String, CaseIterable, Sendable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case below = "<"
    case above = ">"
  }

  /// Why a text is no condition.
  public enum Fault: Error, Hashable, Sendable {
    /// There is no operator in it.
    case noComparison
    /// There is no column before the operator.
    case noColumn
    /// `==`, which is written `=`.
    case doubledEquals
    /// What follows an operator that orders is no number.
    case noNumber(Comparison, String)
  }

  /// The column.
  public let column: String
  /// How its cells are compared.
  public let comparison: Comparison
  /// What with.
  public let value: String

  /// Reads a condition; spaces around its parts do not count.
  public init(_ text: String) throws(Fault) {
    guard let start = text.firstIndex(where: { "!<>=".contains($0) }),
      let comparison = Comparison.allCases.first(where: { text[start...].hasPrefix($0.rawValue) })
    else { throw .noComparison }
    let value = text[start...].dropFirst(comparison.rawValue.count)
    guard comparison != .equal || !value.hasPrefix("=") else { throw .doubledEquals }
    self.column = Self.trimmed(text[..<start])
    self.comparison = comparison
    self.value = Self.trimmed(value)
    guard !column.isEmpty else { throw .noColumn }
    switch comparison {
    case .equal, .notEqual: break
    case .below, .atMost, .above, .atLeast:
      if Double(self.value) == nil { throw .noNumber(comparison, self.value) }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Whether a cell meets the condition: as a number where both are numbers; as a text, equality alone.
  public func admits(_ cell: String) -> Bool {
    guard let number = Double(cell), let bound = Double(value) else {
      switch comparison {
      case .equal: return cell == value
      case .notEqual: return cell != value
      case .below, .atMost, .above, .atLeast: return false
      }
    }
    let isEqual = number == bound || (number.isNaN && bound.isNaN)
    return switch comparison {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .below: number < bound
    case .atMost: number <= bound
    case .above: number > bound
    case .atLeast: number >= bound
    }
  }
}
