/// Reads the records of blocks.
struct CSVBlockReader: Sendable {
  /// What the columns are read for.
  let layout: CSVLayout
  /// The byte between two fields.
  private let delimiter: UInt8
  /// For each column of the file what its fields are.
  private let columns: [Column]
  /// Reads most numbers.
  private let shortNumbers = ShortNumbers()

  /// What the fields of a column are.
  private struct Column: Sendable {
    /// Where numbers go; nil if they are none.
    let numberSlot: CSVLayout.Slot?
    /// The byte behind a field.
    let terminator: UInt8
  }

  /// A reader of the blocks of a file.
  init(_ layout: CSVLayout, delimiter: UInt8) {
    self.layout = layout
    self.delimiter = delimiter
    columns = layout.roles.indices.map { column in
      let slot: CSVLayout.Slot? =
        switch layout.roles[column] {
        case .number(let slot): slot
        case .text, .skipped: nil
        }
      let isLast = column == layout.roles.count - 1
      return Column(numberSlot: slot, terminator: isLast ? CSVField.lineFeed : delimiter)
    }
  }

  /// Reads a block.
  ///
  /// - Parameter numbers: takes the values of each record, `[rows × width]`: numbers as they are, texts as
  ///   their places in the findings, and NaN for a field that is empty or a misfit.
  /// - Precondition: there is room for all records of the block.
  func read(_ block: CSVBlock, into numbers: inout MutableSpan<Double>) -> Findings {
    let width = layout.width
    var findings = Findings(
      texts: Array(repeating: TextCodes(), count: width),
      misfits: Array(repeating: CSVFault.Misfits(), count: width),
      missing: Array(repeating: CSVFault.Misfits(), count: width))
    let bytes = block.bytes.span.extracting(..<block.records.upperBound)
    var line = block.line
    var place = block.records.lowerBound
    var first = 0
    do throws(CSVFault) {
      while place < bytes.count {
        var column = 0
        while true {
          readNumbers(bytes, &place, &column, &numbers, first, &findings.largest)
          if column == columns.count { break }
          try readField(bytes, &place, column, &line, &numbers, first, &findings)
          column += 1
        }
        line += 1
        first += width
      }
    } catch {
      findings.fault = error
    }
    return findings
  }

  /// Reads fields up to one that is more than a number and the byte behind it, which few are.
  ///
  /// - Parameters:
  ///   - start: where a field begins; then where that one does, or the next record.
  ///   - firstColumn: the column of that field; then of that one, or how many there are.
  @inline(never)
  private func readNumbers(
    _ bytes: Span<UInt8>, _ start: inout Int, _ firstColumn: inout Int,
    _ numbers: inout MutableSpan<Double>, _ first: Int,
    _ largest: inout (input: Double, target: Double)
  ) {
    let columns = columns.span
    let inputCount = layout.inputs.count
    // Registers hold these: half of all time is spent here.
    var (place, column, (largestInput, largestTarget)) = (start, firstColumn, largest)
    defer { (start, firstColumn, largest) = (place, column, (largestInput, largestTarget)) }
    while column < columns.count, let slot = columns[unchecked: column].numberSlot {
      let terminator = columns[unchecked: column].terminator
      guard
        let (value, end) = shortNumbers.number(in: bytes, at: place, endingBefore: terminator)
          ?? finiteNumber(bytes, place, endingBefore: terminator)
      else { return }
      numbers[first &+ slot] = value
      // An instruction each, as `max` is not.
      if slot < inputCount {
        largestInput = value.magnitude > largestInput ? value.magnitude : largestInput
      } else {
        largestTarget = value.magnitude > largestTarget ? value.magnitude : largestTarget
      }
      place = end &+ 1
      column &+= 1
    }
  }

  /// Reads a number of any length; nil where it is infinite, or where there is more to the field.
  private func finiteNumber(
    _ bytes: Span<UInt8>, _ place: Int, endingBefore terminator: UInt8
  ) -> (value: Double, end: Int)? {
    guard let (value, end) = DecimalScanner.number(in: bytes, at: place),
      value.isFinite, bytes[unchecked: end] == terminator
    else { return nil }
    return (value, end)
  }

  /// Reads a field, whatever it is, and passes over the byte behind it.
  private func readField(
    _ bytes: Span<UInt8>, _ place: inout Int, _ column: Int, _ line: inout Int,
    _ numbers: inout MutableSpan<Double>, _ first: Int, _ findings: inout Findings
  ) throws(CSVFault) {
    let field = try field(bytes, &place, column, line)
    switch layout.roles[column] {
    case .number(let slot):
      let value = number(field, bytes, slot, line, &findings)
      numbers[first + slot] = value
      if value.isNaN { break }
      if slot < layout.inputs.count {
        findings.largest.input = max(value.magnitude, findings.largest.input)
      } else {
        findings.largest.target = max(value.magnitude, findings.largest.target)
      }
    case .text(let slot): numbers[first + slot] = try code(field, bytes, slot, line, &findings)
    case .skipped: break
    }
    line += lineFeeds(in: field, bytes)
    guard bytes[place] == columns[column].terminator else {
      throw unevenness(bytes, place, column, line)
    }
    place += 1
  }

  /// Whether a line ends with a carriage return and a line feed at a place.
  @inline(always)
  private func isLineEnd(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    bytes[unchecked: place] == CSVField.carriageReturn
      && bytes[unchecked: place &+ 1] == CSVField.lineFeed
  }

  /// Passes over a field.
  private func field(
    _ bytes: Span<UInt8>, _ place: inout Int, _ column: Int, _ line: Int
  ) throws(CSVFault) -> CSVField {
    if column == 0, isEmptyLine(bytes, place) { throw .emptyLine(line) }
    do throws(CSVField.Fault) {
      return try CSVField.scan(bytes, &place, delimiter: delimiter)
    } catch {
      throw CSVFault(error, line: line, column: layout.label(column))
    }
  }

  /// Whether a line has nothing in it.
  private func isEmptyLine(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    bytes[place] == CSVField.lineFeed || isLineEnd(bytes, place)
  }

  /// The number of a field that may have spaces around it, or quotes; NaN where it is empty or none.
  private func number(
    _ field: CSVField, _ bytes: Span<UInt8>, _ slot: Int, _ line: Int, _ findings: inout Findings
  ) -> Double {
    if field.start == field.end {
      findings.missing[slot].add(line: line, "")
      return .nan
    }
    let text = field.text(in: bytes)
    if let text, let value = Self.number(text), value.isFinite { return value }
    findings.misfits[slot].add(line: line, text ?? "bytes that are not UTF-8")
    return .nan
  }

  /// The number that a text is, with spaces around it or without; nil where it is none.
  static func number(_ text: String) -> Double? {
    var bytes = Array(text.utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0)
    let start = bytes.prefix { $0 == 0x20 }.count
    guard let (value, end) = DecimalScanner.number(in: bytes.span, at: start),
      end == bytes.count - 1
    else { return nil }
    return value
  }

  /// The number of a text; NaN where the field is empty.
  private func code(
    _ field: CSVField, _ bytes: Span<UInt8>, _ slot: Int, _ line: Int, _ findings: inout Findings
  ) throws(CSVFault) -> Double {
    if field.start == field.end {
      findings.missing[slot].add(line: line, "")
      return .nan
    }
    guard let text = field.text(in: bytes) else {
      throw .encoding(line: line, column: layout.label(layout.column(ofSlot: slot)))
    }
    if !field.isQuoted, text.utf8.contains(CSVField.carriageReturn) { throw .carriageReturns }
    return Double(findings.texts[slot].code(of: CSVText(text), line: line))
  }

  /// How many lines end inside a field.
  private func lineFeeds(in field: CSVField, _ bytes: Span<UInt8>) -> Int {
    guard field.isQuoted else { return 0 }
    return (field.start..<field.end).count { bytes[$0] == CSVField.lineFeed }
  }

  /// The fault of a record that has more or fewer fields than it should, of which one has been read up
  /// to `place`.
  private func unevenness(
    _ bytes: Span<UInt8>, _ place: Int, _ column: Int, _ line: Int
  ) -> CSVFault {
    var fields = column + 1
    var place = place
    while bytes[place] != CSVField.lineFeed {
      place += 1
      guard (try? CSVField.scan(bytes, &place, delimiter: delimiter)) != nil else { break }
      fields += 1
    }
    return .ragged(line: line, fields: fields, expected: layout.roles.count)
  }
}
