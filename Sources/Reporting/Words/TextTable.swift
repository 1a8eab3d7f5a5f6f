internal import Text

/// A table of text whose columns are aligned, and which leaves out the columns that matter least
/// where the line is too short.
package struct TextTable {
  /// A column.
  package struct Column {
    /// Its name.
    let header: String
    /// Its cells from the top.
    let cells: [String]
    /// Whether cells end, rather than begin, at the same place.
    let isRightAligned: Bool
    /// How gladly the column is left out; 0 for never.
    let dispensability: Int
    /// How many columns of the terminal it takes.
    let width: Int

    /// A column of cells.
    package init(
      header: String, cells: [String], isRightAligned: Bool = true, dispensability: Int = 0
    ) {
      self.header = header
      self.cells = cells
      self.isRightAligned = isRightAligned
      self.dispensability = dispensability
      width = cells.reduce(DisplayText.columns(of: header)) { widest, cell in
        max(widest, DisplayText.columns(of: cell))
      }
    }

    /// The header or a cell, filled up to the column's width.
    func filled(_ cell: String) -> String {
      isRightAligned ? DisplayText.right(cell, width) : DisplayText.left(cell, width)
    }
  }

  /// The columns that are shown.
  let columns: [Column]
  /// The names of the columns for which there is no room.
  let omitted: [String]

  /// A table within so many columns of the terminal.
  ///
  /// - Precondition: all columns have equally many cells.
  /// - Complexity: O(n log n) for n columns.
  package init(_ columns: [Column], width: Int) {
    var rest = columns.reduce(0) { $0 + $1.width + 2 }
    // Of those that are left out equally gladly the last goes first.
    let dispensable = columns.indices.filter { columns[$0].dispensability > 0 }.sorted {
      (columns[$0].dispensability, $0) > (columns[$1].dispensability, $1)
    }
    let left = dispensable.prefix { index in
      guard rest > width else { return false }
      rest -= columns[index].width + 2
      return true
    }
    let leftOut = Set(left)
    self.columns = columns.indices.filter { !leftOut.contains($0) }.map { columns[$0] }
    omitted = left.reversed().map { columns[$0].header }
  }

  /// The header line.
  package var header: String { line(columns.map { $0.filled($0.header) }) }

  /// The lines below it.
  package var rows: [String] {
    guard let first = columns.first else { return [] }
    let filled = columns.map { column in column.cells.map(column.filled) }
    return first.cells.indices.map { row in line(filled.map { $0[row] }) }
  }

  /// Cells side by side, indented by two columns.
  private func line(_ cells: [String]) -> String {
    var line = cells.reduce(into: "") { $0 += "  " + $1 }
    while line.last == " " { line.removeLast() }
    return line
  }
}
