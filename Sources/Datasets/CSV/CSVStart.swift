internal import Experiments
internal import SystemPackage

/// The beginning of a file, from which the names of its columns and their kinds are known.
struct CSVStart: ~Copyable {
  /// What the columns are read for.
  let layout: CSVLayout
  /// The first rows.
  let first: CSVBlock
  /// What comes after them.
  let blocks: CSVBlocks

  /// Reads the beginning of a file.
  init(_ file: CSVFile, at path: FilePath) throws(CSVFault) {
    var blocks = try CSVBlocks(path)
    var none: [UInt8] = []
    guard var first = try blocks.next(reusing: &none) else { throw .empty }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if first.bytes.starts(with: mark) { first.records = mark.count..<first.records.upperBound }
    var place = first.records.lowerBound
    let fields = try Self.record(first, &place, delimiter: file.delimiter)
    let names = file.hasHeader ? try Self.names(fields) : nil
    if file.hasHeader {
      first.line += first.bytes[..<place].count { $0 == CSVField.lineFeed }
      first.rows -= 1
      first.records = place..<first.records.upperBound
      if first.rows == 0 {
        blocks.digest.add(first)
        guard let next = try blocks.next(reusing: &none) else { throw .headerOnly }
        first = next
      }
    }
    if fields.count == 1, fields[0].isEmpty { throw .emptyLine(1) }
    guard fields.count > 1 || file.model != nil else {
      throw .oneColumn(likelyDelimiter: Self.likelyDelimiter(in: fields[0]))
    }
    let areTexts = Self.columnsOfText(first, count: fields.count, delimiter: file.delimiter)
    layout = try CSVLayout(file, names: names, count: fields.count) { areTexts[$0] }
    self.first = first
    self.blocks = blocks
  }

  /// How many rows the file probably has: a little more than if all were as long as the first.
  var likelyRows: Int {
    first.rows + blocks.size / first.records.count * first.rows / 16 * 17 + first.rows
  }

  /// The texts of the record that begins at `place`.
  private static func record(
    _ block: CSVBlock, _ place: inout Int, delimiter: UInt8
  ) throws(CSVFault) -> [String] {
    let bytes = block.bytes.span.extracting(..<block.records.upperBound)
    var texts: [String] = []
    for field in try fields(block, &place, delimiter: delimiter) {
      guard let text = field.text(in: bytes) else {
        throw .encoding(
          line: block.line, column: CSVFault.ColumnLabel(name: nil, index: texts.count))
      }
      if !field.isQuoted, text.utf8.contains(CSVField.carriageReturn) { throw .carriageReturns }
      texts.append(text)
    }
    return texts
  }

  /// The fields of the record that begins at `place`, which goes to the next.
  private static func fields(
    _ block: CSVBlock, _ place: inout Int, delimiter: UInt8
  ) throws(CSVFault) -> [CSVField] {
    let bytes = block.bytes.span.extracting(..<block.records.upperBound)
    var fields: [CSVField] = []
    while true {
      do throws(CSVField.Fault) {
        fields.append(try CSVField.scan(bytes, &place, delimiter: delimiter))
      } catch {
        throw CSVFault(
          error, line: block.line,
          column: CSVFault.ColumnLabel(name: nil, index: fields.count))
      }
      place += 1
      if bytes[place - 1] == CSVField.lineFeed { return fields }
    }
  }

  /// The names that the fields of a header are, without spaces around them.
  private static func names(_ fields: [String]) throws(CSVFault) -> [String] {
    var indices: [String: Int] = [:]
    var names: [String] = []
    for (index, field) in fields.enumerated() {
      let name = trimmed(field)
      if CSVBlockReader.number(name) != nil { throw .numberForName(name, index: index) }
      if !name.isEmpty, let first = indices.updateValue(index, forKey: name) {
        throw .duplicateName(name, first: first, second: index)
      }
      names.append(name)
    }
    return names
  }

  /// A text without spaces around it.
  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// What else a line that should have several fields may be separated by.
  private static func likelyDelimiter(in line: String) -> UInt8? {
    [";", "\t", "|", ","].map { UInt8(ascii: $0) }.first { line.utf8.contains($0) }
  }

  /// How many rows are looked at to tell columns of texts from columns of numbers.
  private static let rowsLookedAt = 100

  /// For each column whether it is of texts: its first value is no number, and no more than half of the
  /// values in the first rows are. A column of numbers may begin with something that is none by mistake.
  private static func columnsOfText(
    _ block: CSVBlock, count: Int, delimiter: UInt8
  ) -> [Bool] {
    var beginWithTexts = [Bool?](repeating: nil, count: count)
    var (texts, numbers) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    var place = block.records.lowerBound
    var rows = 0
    let bytes = block.bytes.span.extracting(..<block.records.upperBound)
    // A record that cannot be read is found again, and reported, when it is read with the others.
    while place < block.records.upperBound, rows < rowsLookedAt || beginWithTexts.contains(nil),
      let fields = try? fields(block, &place, delimiter: delimiter), fields.count == count
    {
      for (column, field) in fields.enumerated() where field.start != field.end {
        // Bytes that are no text at all are reported when they are read as one.
        let isText =
          field.text(in: bytes).map { CSVBlockReader.number($0) == nil && !isNonFinite($0) } ?? true
        if isText { texts[column] += 1 } else { numbers[column] += 1 }
        beginWithTexts[column] = beginWithTexts[column] ?? isText
      }
      rows += 1
    }
    return (0..<count).map { beginWithTexts[$0] == true && texts[$0] >= numbers[$0] }
  }

  /// Whether a text is how other programs write what is no finite number: a value that cannot be
  /// taken, but no class.
  private static func isNonFinite(_ text: String) -> Bool {
    let word = trimmed(text).lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity"].contains { word == $0 }
  }
}
