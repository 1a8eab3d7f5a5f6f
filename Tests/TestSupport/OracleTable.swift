internal import Foundation

/// A table under Tests/Oracle, which its README describes.
public struct OracleTable: Sendable {
  /// A row, by the names of the columns.
  public struct Row: Sendable {
    fileprivate let columns: [String: Int]
    /// What stands in each column.
    public let fields: [Substring]

    /// The text in a column; nil where there is none.
    public func text(_ column: String) -> String? {
      guard let index = columns[column], !fields[index].isEmpty else { return nil }
      return String(fields[index])
    }

    /// The number in a column; nil where there is none.
    public func number(_ column: String) -> Double? { text(column).flatMap { Double($0) } }

    /// Whether a number is that in a column: to 12 digits, or 10⁻¹² where it is below 1.
    public func has(_ number: Double, in column: String) -> Bool {
      guard let expected = self.number(column) else { return false }
      return abs(number - expected) <= 1e-12 * max(1, abs(expected))
    }

    /// The whole number in a column; nil where there is none.
    public func integer(_ column: String) -> Int? { text(column).flatMap { Int($0) } }
  }

  /// The rows, in their order.
  public let rows: [Row]

  /// Reads the table of a name, without its ending.
  public init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Oracle/\(name).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let names = lines.first ?? []
    let columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { (String($1), $0) })
    rows = lines.dropFirst().map { Row(columns: columns, fields: $0) }
  }

  /// The rows of each case, which stand together and begin at 0.
  public func byCase() -> [[Row]] {
    var cases: [[Row]] = []
    for row in rows {
      if row.integer("case") == cases.count { cases.append([]) }
      cases[cases.count - 1].append(row)
    }
    return cases
  }
}
