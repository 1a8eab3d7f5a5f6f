public import Running

extension ResultTable {
  /// The table for people with its columns as rows, and its rows as columns that are called as in the
  /// first one; numbers have a few digits.
  public var transposed: ResultTable {
    let first = readable(0)
    let shown = columns.indices.dropFirst()
    return ResultTable(
      columns: [""] + first,
      rows: shown.map { [Self.heading(columns[$0])] + readable($0) })
  }
}
