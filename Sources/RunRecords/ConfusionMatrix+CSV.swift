public import Experiments
internal import Text

extension ConfusionMatrix {
  /// The matrix of a part of the data in the content of `confusion.csv`; nil if that has none such.
  ///
  /// - Parameter names: what the classes are called, in their order.
  public init?(_ content: [UInt8], part: Score.Part, names: [String]) {
    let places = Dictionary(zip(names, names.indices)) { first, _ in first }
    var cells: [Cell] = []
    for row in CSV.rows(of: content) ?? [] {
      guard row.count == 4, row[0] == PredictionTable.name(part) else { continue }
      guard let actual = places[row[1]], let count = Int(row[3]),
        row[2].isEmpty || places[row[2]] != nil
      else { return nil }
      cells.append(Cell(actual: actual, predicted: places[row[2]], count: count))
    }
    guard !cells.isEmpty else { return nil }
    classCount = names.count
    self.cells = cells
  }
}
