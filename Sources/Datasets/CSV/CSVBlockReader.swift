/// Reads the records of blocks.
struct CSVBlockReader: Sendable {
  /// What the columns are read for.
  let layout: CSVLayout
  /// The byte between two fields.
  let delimiter: UInt8

  /// What is found in a block beside numbers.
  struct Findings: Sendable {
    /// For each slot the texts, in the order in which they come; their places stand for them.
    var texts: [TextCodes]
    /// For each slot the values that are no numbers.
    var misfits: [CSVFault.Misfits]
    /// For each slot the fields that are empty.
    var missing: [CSVFault.Misfits]
    /// What kept the rest of the block from being read.
    var fault: CSVFault?
  }

  /// The texts of a column, each with a number of its own.
  struct TextCodes: Sendable {
    /// The texts, in the order of their numbers.
    private(set) var texts: [CSVText] = []
    /// The line of the first record that has each.
    private(set) var lines: [Int] = []
    private var codes: [CSVText: Int] = [:]

    /// The number of a text, which is a new one where it is new.
    mutating func code(of text: CSVText, line: Int) -> Int {
      if let code = codes[text] { return code }
      codes[text] = texts.count
      texts.append(text)
      lines.append(line)
      return texts.count - 1
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
    let bytes = block.bytes.span
    let roles = layout.roles.span
    var line = block.line
    var place = 0
    var first = 0
    do throws(CSVFault) {
      while place < bytes.count {
        for column in roles.indices {
          switch roles[column] {
          case .number(let slot):
            // Nearly all fields are nothing but a number and the byte behind it.
            if let (value, end) = DecimalScanner.number(in: bytes, at: place), value.isFinite,
              let end = fieldEnd(bytes, end, isLast: column == roles.count - 1)
            {
              numbers[first + slot] = value
              place = end
            } else {
              let field = try field(bytes, &place, column, line)
              numbers[first + slot] = number(field, bytes, slot, line, &findings)
              line += lineFeeds(in: field, bytes)
            }
          case .text(let slot):
            let field = try field(bytes, &place, column, line)
            numbers[first + slot] = try code(field, bytes, slot, line, &findings)
            line += lineFeeds(in: field, bytes)
          case .skipped:
            let field = try field(bytes, &place, column, line)
            line += lineFeeds(in: field, bytes)
          }
          let isLast = column == roles.count - 1
          guard bytes[place] == (isLast ? CSVField.lineFeed : delimiter) else {
            throw unevenness(bytes, place, column, line)
          }
          place += 1
        }
        line += 1
        first += width
      }
    } catch {
      findings.fault = error
    }
    return findings
  }

  /// Where the delimiter or the line feed stands that ends a field as it should; nil where something
  /// else comes first.
  @inline(always)
  private func fieldEnd(_ bytes: Span<UInt8>, _ place: Int, isLast: Bool) -> Int? {
    let byte = bytes[unchecked: place]
    guard isLast else { return byte == delimiter ? place : nil }
    if byte == CSVField.lineFeed { return place }
    return isLineEnd(bytes, place) ? place &+ 1 : nil
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
