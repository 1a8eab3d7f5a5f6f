extension ResultTable {
  /// Keeps the rows that a filter admits.
  ///
  /// - Throws: where the filter's column is none of the table's.
  public mutating func keep(_ filter: ResultFilter) throws(UnknownColumn) {
    let column = try index(of: filter.column)
    rows.removeAll { !filter.admits($0[column]) }
  }

  /// Orders the rows by a column: numbers by their values, then texts, then what is no number, and
  /// what is empty last, whichever way; rows that are equal there stay as they are.
  ///
  /// - Throws: where the column is none of the table's.
  public mutating func sort(by name: String, isDescending: Bool) throws(UnknownColumn) {
    let column = try index(of: name)
    let keys = rows.map { SortKey($0[column]) }
    let order = rows.indices.sorted { left, right in
      let (a, b) = (keys[left], keys[right])
      if a.kind != b.kind { return a.kind < b.kind }
      if a.number != b.number { return isDescending ? a.number > b.number : a.number < b.number }
      if a.text != b.text { return isDescending ? a.text > b.text : a.text < b.text }
      return left < right
    }
    rows = order.map { rows[$0] }
  }

  /// Puts the rows that meet a condition behind the others, which stay in their order, as they do.
  mutating func moveLast(where isLast: ([String]) -> Bool) {
    rows = rows.filter { !isLast($0) } + rows.filter(isLast)
  }

  /// Keeps the first rows, at most so many.
  public mutating func limit(to count: Int) { rows = Array(rows.prefix(count)) }

  /// What a cell is ordered by.
  private struct SortKey {
    /// Numbers are 0, texts 1, what is no number 2, nothing 3.
    let kind: Int
    let number: Double
    let text: String

    init(_ cell: String) {
      switch Double(cell) {
      case let number? where !number.isNaN: (kind, self.number, text) = (0, number, "")
      case _?: (kind, number, text) = (2, 0, "")
      case nil: (kind, number, text) = (cell.isEmpty ? 3 : 1, 0, cell)
      }
    }
  }
}
