internal import Text

/// A table in GitHub's Markdown whose cells are shown as they are, and aligned in the text too.
public struct MarkdownTable: Sendable {
  /// The names of the columns.
  private let header: [String]
  /// The cells of each row.
  private let rows: [[String]]

  /// A table of texts, which may have any characters.
  ///
  /// - Precondition: every row has as many cells as the header.
  public init(header: [String], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == header.count })
    self.header = header.map(MarkdownText.escaped)
    self.rows = rows.map { $0.map(MarkdownText.escaped) }
  }

  /// The lines, each ended; columns of numbers alone end at the same place.
  public var text: String {
    let columns = header.indices.map { column in
      (
        width: ([header] + rows).reduce(3) { max($0, DisplayText.columns(of: $1[column])) },
        isNumeric: isNumeric(column)
      )
    }
    func line(_ cells: [String]) -> String {
      let filled = zip(cells, columns).map { cell, column in
        column.isNumeric
          ? DisplayText.right(cell, column.width) : DisplayText.left(cell, column.width)
      }
      return "| " + filled.joined(separator: " | ") + " |\n"
    }
    let rule = columns.map { column in
      String(repeating: "-", count: column.width - 1) + (column.isNumeric ? ":" : "-")
    }
    return line(header) + line(rule) + rows.map(line).joined()
  }

  /// Whether a column has numbers, and nothing else but gaps.
  private func isNumeric(_ column: Int) -> Bool {
    let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
    return !cells.isEmpty
      && cells.allSatisfy { Double(String($0.filter { $0 != "," })) != nil }
  }
}
