internal import RunRecords
public import Running
internal import Text

extension ResultTable {
  /// The table as comma-separated values.
  public var csv: [UInt8] {
    var table = CSV()
    table.append(row: columns)
    for row in rows { table.append(row: row) }
    return table.bytes
  }

  /// An object for each row, on a line of its own, in an array; the last line is ended.
  public var json: String {
    rows.isEmpty
      ? "[]\n" : "[\n" + objects.map { "  " + $0.text }.joined(separator: ",\n") + "\n]\n"
  }

  /// The rows as objects: numbers as numbers, texts and switches as such, `null` for what is none or was
  /// not measured.
  private var objects: [JSON] {
    rows.map { row in
      .object(zip(columns, row).map { ($0, Self.value($1, ofColumn: $0)) })
    }
  }

  /// A cell as JSON has it.
  static func value(_ cell: String, ofColumn column: String) -> JSON {
    if cell.isEmpty { return .null }
    if textColumns.contains(column) { return .string(cell) }
    if let integer = Int(cell) { return .integer(integer) }
    if isScore(column) { return Double(cell).map(JSON.number) ?? .string(cell) }
    if let isTrue = Bool(cell) { return .boolean(isTrue) }
    // Elsewhere what is no finite decimal is a word or a name.
    let isDecimal = cell.utf8.allSatisfy { decimalCharacters.contains($0) }
    return isDecimal ? Double(cell).map(JSON.number) ?? .string(cell) : .string(cell)
  }

  /// The columns whose cells are texts, whatever they look like.
  private static let textColumns: Set<String> = [
    "experiment", "plan", "run_id", "best_run", "status", "shard", "digest", "started",
  ]

  /// What decimals of a spec are made of.
  private static let decimalCharacters = Set("0123456789+-.e".utf8)

  /// The table in GitHub's Markdown, as `text` has it where there is room enough.
  public var markdown: String {
    let shown = shownColumns
    let cells = shown.map(readable)
    return MarkdownTable(
      header: shown.map { Self.heading(columns[$0]) },
      rows: rows.indices.map { row in cells.map { $0[row] } }
    ).text
  }

  /// The table for people, each line ended: ids as short as tells them apart, numbers to a few digits,
  /// and no columns where nothing is in.
  public func text(style: TextStyle) -> String {
    let table = TextTable(
      shownColumns.map { index in
        TextTable.Column(
          header: Self.heading(columns[index]), cells: readable(index),
          isRightAligned: isNumeric(index),
          dispensability: dispensability(index))
      }, width: style.width)
    let lines = [style.paint(table.header, .heading)] + table.rows
    let omitted =
      table.omitted.isEmpty
      ? []
      : [style.paint("  no room here for \(table.omitted.joined(separator: ", "))", .faint)]
    return (lines + omitted).map { $0 + "\n" }.joined()
  }

  /// The columns that people are shown: not the digests, and none that is empty.
  private var shownColumns: [Int] {
    columns.indices.filter { index in
      columns[index] != "digest" && (rows.isEmpty || rows.contains { !$0[index].isEmpty })
    }
  }

  /// Whether a column has numbers, and nothing else but gaps.
  private func isNumeric(_ index: Int) -> Bool {
    !Self.textColumns.contains(columns[index])
      && rows.allSatisfy { $0[index].isEmpty || Double($0[index]) != nil }
  }

  /// How gladly a column is left out where lines are short.
  private func dispensability(_ index: Int) -> Int {
    switch columns[index] {
    case "run_id", "experiment", "status", "rank", "runs", "train_loss": 0
    case "seed", "fold", "rung": 2
    case "configuration", "shard", "epochs_run", "best_epoch", "started": 4
    case let name: name.hasPrefix(Self.parameterPrefix) ? 1 : 3
    }
  }

  /// The cells of a column as people read them.
  func readable(_ index: Int) -> [String] {
    let cells = rows.map { $0[index] }
    switch columns[index] {
    case "run_id", "best_run":
      let letters = ShortID.letters(of: cells)
      return cells.map { DisplayText.printable(String($0.prefix(letters))) }
    case let name where Self.isScore(name): return Readable.column(cells.map { Double($0) })
    default:
      return cells.map { cell in
        columns[index].hasPrefix(Self.parameterPrefix)
          ? DisplayText.cut(DisplayText.printable(cell), to: 32) : DisplayText.printable(cell)
      }
    }
  }

  /// Whether a column has a score.
  static func isScore(_ column: String) -> Bool {
    ["train_", "val_", "test_"].contains { column.hasPrefix($0) }
  }
}
