internal import Text

/// Results as texts under named columns, as `summary.csv` has them.
public struct ResultTable: Sendable {
  /// A column that a table has not.
  public struct UnknownColumn: Error, Hashable, Sendable {
    /// The name that was asked for.
    public let name: String
    /// What the table's columns are called, safe to print.
    public let columns: [String]
  }

  /// The names of the columns, as files have them.
  public let columns: [String]
  /// The rows, each with a cell for every column.
  public var rows: [[String]]

  /// A table of rows.
  ///
  /// - Precondition: each row has as many cells as there are columns.
  public init(columns: [String], rows: [[String]] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.columns = columns
    self.rows = rows
  }

  /// The table of a CSV file; nil where that is none, or a row has more or fewer fields than the header.
  public init?(_ bytes: [UInt8]) {
    guard let rows = CSV.rows(of: bytes), let header = rows.first,
      rows.allSatisfy({ $0.count == header.count })
    else { return nil }
    self.init(columns: header, rows: Array(rows.dropFirst()))
  }

  /// The cells of a column, which goes by its name in files or as the spec calls a swept key:
  /// `param_optimizer__momentum` or `optimizer.momentum`; nil where there is no such column.
  public subscript(column: String) -> [String]? {
    (try? index(of: column)).map { index in rows.map { $0[index] } }
  }

  /// Where a column is.
  public func index(of column: String) throws(UnknownColumn) -> Int {
    guard
      let index = columns.firstIndex(of: column)
        ?? columns.firstIndex(where: { Self.label($0) == column })
    else { throw UnknownColumn(name: column, columns: columns.map(Self.heading)) }
    return index
  }

  /// What people call a column: a swept key as the spec has it.
  public static func label(_ column: String) -> String {
    guard column.hasPrefix(parameterPrefix) else { return column }
    return column.dropFirst(parameterPrefix.count).split(separator: "__").joined(separator: ".")
  }

  /// What people call a column, as it is printed: files that are read back may hold anything.
  public static func heading(_ column: String) -> String { DisplayText.printable(label(column)) }

  /// What the names of columns of swept keys begin with.
  public static let parameterPrefix = "param_"

  /// Sets cells of the rows that runs have, which are added where there are none; columns that the table
  /// has not are passed over.
  ///
  /// - Complexity: O(rows + updates).
  public mutating func update(_ updates: [(id: String, cells: [(column: String, text: String)])]) {
    guard let ids = columns.firstIndex(of: "run_id") else { return }
    var places = Dictionary(rows.enumerated().map { ($1[ids], $0) }) { first, _ in first }
    for update in updates {
      let row = places[update.id] ?? rows.count
      if row == rows.count {
        places[update.id] = row
        rows.append(Array(repeating: "", count: columns.count))
        rows[row][ids] = update.id
      }
      for cell in update.cells {
        if let column = columns.firstIndex(of: cell.column) { rows[row][column] = cell.text }
      }
    }
  }
}
