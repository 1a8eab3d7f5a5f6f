internal import Experiments
internal import RunRecords
internal import Text

extension Confusion {
  /// A line for each class, and a column for each that its rows are taken for; nil where there are too
  /// many, or a terminal of that width has no room for all of them.
  func table(width: Int) -> TextTable? {
    guard names.count <= Self.shownClasses else { return nil }
    let names = names.map { DisplayText.printable($0) }
    var columns = [
      TextTable.Column(header: "\(part.title) rows", cells: names, isRightAligned: false)
    ]
    columns += names.enumerated().map { predicted, name in
      column("as \(name)", predicted)
    }
    if matrix.cells.contains(where: { $0.predicted == nil }) {
      columns.append(column("as none", nil))
    }
    let table = TextTable(columns, width: width)
    return table.omitted.isEmpty ? table : nil
  }

  /// How many rows of each class are predicted to be of one, or of none.
  private func column(_ header: String, _ predicted: Int?) -> TextTable.Column {
    var counts = Array(repeating: 0, count: names.count)
    for cell in matrix.cells where cell.predicted == predicted { counts[cell.actual] += cell.count }
    return TextTable.Column(
      header: header, cells: counts.map { Readable.count($0) }, dispensability: 1)
  }
}
