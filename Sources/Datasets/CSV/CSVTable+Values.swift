internal import Vocabulary

// What data sets are made of.
extension CSVTable {
  /// What the column of a slot is called in messages.
  func label(_ slot: CSVLayout.Slot) -> CSVFault.ColumnLabel {
    layout.label(layout.column(ofSlot: slot))
  }

  /// The table without fields that are empty, or with empty fields only where a mean is to stand.
  func mended(by missing: MissingValues) throws(CSVFault) -> CSVTable {
    guard
      let first = self.missing.indices.filter({ self.missing[$0].count > 0 })
        .min(by: { self.missing[$0].first[0].line < self.missing[$1].first[0].line })
    else { return self }
    switch missing {
    case .error:
      throw .missing(self.missing[first], column: label(first))
    case .mean:
      for slot in self.missing.indices where self.missing[slot].count > 0 {
        if slot >= layout.inputs.count {
          throw .missing(self.missing[slot], column: label(slot))
        }
        if layout.isText(slot) { throw .missingText(column: label(slot)) }
      }
      return self
    case .drop:
      return try withoutIncompleteRows()
    }
  }

  /// Whether numbers are missing.
  var hasGaps: Bool { missing.contains { $0.count > 0 } }

  /// The table without the rows that have an empty field.
  private func withoutIncompleteRows() throws(CSVFault) -> CSVTable {
    let width = layout.width
    var kept: [Double] = []
    kept.reserveCapacity(numbers.count)
    var sourceRows: [Int] = []
    for row in 0..<rows {
      let values = numbers[row * width..<(row + 1) * width]
      if values.contains(where: \.isNaN) { continue }
      sourceRows.append(row)
      kept += values
    }
    guard !sourceRows.isEmpty else { throw .nothingLeft(rows: rows) }
    let texts = layout.knownTexts ?? Self.withoutUnused(texts, layout, in: &kept)
    return CSVTable(self, numbers: kept, texts: texts, sourceRows: sourceRows)
  }

  /// The texts of each slot that some row still has, whose places in `numbers` are brought up to date.
  private static func withoutUnused(
    _ texts: [[String]], _ layout: CSVLayout, in numbers: inout [Double]
  ) -> [[String]] {
    texts.indices.map { slot in
      guard layout.isText(slot) else { return [] }
      let places = stride(from: slot, to: numbers.count, by: layout.width)
      let used = Set(places.map { numbers[$0] }).sorted()
      let codes = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, Double($0)) })
      for place in places { numbers[place] = codes[numbers[place]] ?? .nan }
      return used.map { texts[slot][Int($0)] }
    }
  }

  /// The inputs with each text as a row of 0 and one 1: `[rows × inputs]`, row after row.
  ///
  /// - Parameter slots: those of the inputs.
  /// - Throws: where there is no memory for that.
  func encoded(_ slots: Range<CSVLayout.Slot>) throws(CSVFault) -> [Double] {
    let counts = slots.map { max(1, texts[$0].count) }
    let width = counts.reduce(0, +)
    let size = rows.multipliedReportingOverflow(by: width * MemoryLayout<Double>.size)
    guard !size.overflow, fitsMemory(size.partialValue) else { throw .memory(size.partialValue) }
    var encoded = [Double](repeating: 0, count: rows * width)
    var place = 0
    for row in 0..<rows {
      for (slot, count) in zip(slots, counts) {
        let value = numbers[row * layout.width + slot]
        if layout.isText(slot) {
          encoded[place + Int(value)] = 1
        } else {
          encoded[place] = value
        }
        place += count
      }
    }
    return encoded
  }

  /// The greatest magnitude among the numbers `[rows × width]` of inputs.
  static func largestInput(_ numbers: [Double], _ layout: CSVLayout) -> Double {
    let slots = layout.inputs.indices.filter { !layout.isText($0) }
    var largest = 0.0
    for first in stride(from: 0, to: numbers.count, by: layout.width) {
      for slot in slots { largest = max(largest, numbers[first + slot].magnitude) }
    }
    return largest
  }
}
