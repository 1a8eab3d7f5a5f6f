internal import Vocabulary

extension Predictions {
  /// The rows as a table: inputs, targets, outputs and, for classes, what is predicted; of each kind the
  /// first columns alone where there are many.
  func table(width: Int) -> TextTable {
    var columns = Self.columns("input", inputs, dispensability: 2) {
      $0.isNaN ? "" : Readable.number($0)
    }
    columns += Self.columns("target", targets, dispensability: 1, text: target)
    columns += Self.columns("output", outputs, dispensability: 3) {
      Readable.fixed($0, decimals: 4)
    }
    if task != .regression {
      columns.append(
        TextTable.Column(
          header: "predicted", cells: outputs.indices.map { predicted($0) ?? "" }))
    }
    return TextTable(columns, width: width)
  }

  /// What there is more than is shown; nil where that is nothing.
  var remark: String? {
    let cut = [("inputs", inputs), ("targets", targets), ("outputs", outputs)].compactMap {
      name, rows in
      let count = rows.first?.count ?? 0
      return count > Self.shownColumns ? "\(Readable.count(count)) \(name)" : nil
    }
    return cut.isEmpty ? nil : "the first \(Self.shownColumns) of \(cut.joined(separator: ", "))"
  }

  /// One column for each number of the rows, numbered from 1 where there are several.
  private static func columns(
    _ name: String, _ rows: [[Double]], dispensability: Int, text: (Double) -> String
  ) -> [TextTable.Column] {
    let count = rows.first?.count ?? 0
    return (0..<min(count, shownColumns)).map { column in
      TextTable.Column(
        header: count == 1 ? name : "\(name) \(column + 1)", cells: rows.map { text($0[column]) },
        dispensability: count == 1 ? 0 : dispensability)
    }
  }
}
