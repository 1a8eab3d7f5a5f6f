internal import Experiments
internal import Vocabulary

/// Why a file cannot be read as comma-separated values.
enum CSVFault: Error, Hashable {
  /// Its bytes cannot be had.
  case reading(HashedFile.Fault)
  /// There is no memory for what it makes: so many bytes.
  case memory(Int)
  /// There is nothing in it.
  case empty
  /// There is nothing but the names of columns.
  case headerOnly
  /// A text is not UTF-8.
  case encoding(line: Int, column: ColumnLabel)
  /// A quote is never closed.
  case openQuote(line: Int)
  /// A record is longer than any that is meant.
  case longRecord(line: Int)
  /// A quote stands inside a field, or something behind a field's last quote.
  case strayQuote(line: Int, column: ColumnLabel)
  /// A line has more or fewer fields than the first.
  case ragged(line: Int, fields: Int, expected: Int)
  /// A line is empty.
  case emptyLine(Int)
  /// Lines end with carriage returns alone.
  case carriageReturns
  /// Two columns have one name.
  case duplicateName(String, first: Int, second: Int)
  /// A column that is used has no name.
  case namelessColumn(Int)
  /// The first line has a number where a name should be.
  case numberForName(String, index: Int)
  /// The spec names a column that there is not, in a key of the source.
  case unknownColumn(CSVFile.Column, names: [String]?, count: Int, key: String)
  /// The spec names a column twice, or as an input and a target.
  case repeatedColumn(ColumnLabel)
  /// Every column is a target.
  case noInputs
  /// There is but one column, and something that could be a delimiter stands in it.
  case oneColumn(likelyDelimiter: UInt8?)
  /// There are values that are no numbers in a column of numbers.
  case misfits(Misfits, column: ColumnLabel)
  /// There are empty fields.
  case missing(Misfits, column: ColumnLabel)
  /// A text column is missing a value where only numbers can be filled in.
  case missingText(column: ColumnLabel)
  /// A column has texts that the file for training has not.
  case unseenTexts(Misfits, column: ColumnLabel)
  /// The target has one text alone, so that there is nothing to tell apart.
  case oneClass(String, column: ColumnLabel)
  /// A column of texts has so many different ones that it hardly means classes.
  case tooManyTexts(Int, column: ColumnLabel)
  /// There are several targets, and one is of texts.
  case textAmongTargets(column: ColumnLabel)
  /// All rows had an empty field, and were left out.
  case nothingLeft(rows: Int)

  /// What a column is called.
  struct ColumnLabel: Hashable, CustomStringConvertible {
    /// Its name, if it has one.
    let name: String?
    /// Its place, counted from 0.
    let index: Int

    /// As messages have it.
    var description: String { "column \(name.map(CSVFault.shown) ?? String(index))" }
    /// As a spec names it.
    var specText: String { (name.map(SpecValue.text) ?? .integer(index)).text }
  }

  /// Values of a column that cannot be taken.
  struct Misfits: Hashable {
    /// How many there are.
    var count = 0
    /// The first of them.
    var first: [Place] = []

    /// How many are shown.
    static let shown = 5

    /// Adds one.
    mutating func add(line: Int, _ text: @autoclosure () -> String) {
      count += 1
      if first.count < Self.shown { first.append(Place(line: line, text: text())) }
    }

    /// Adds those that stand further down.
    mutating func add(_ others: Misfits) {
      count += others.count
      first += others.first.prefix(Self.shown - first.count)
    }

    /// The first of them, each with its line.
    var list: String {
      let places = first.map { "\(CSVFault.shown($0.text)) in line \($0.line)" }
      return places.joined(separator: ", ") + rest
    }

    /// Their lines.
    var lineList: String {
      let lines = first.map { String($0.line) }.joined(separator: ", ")
      return (count == 1 ? "line " : "lines ") + lines + rest
    }

    /// What follows the first of them.
    private var rest: String { count > first.count ? ", … (\(count) in all)" : "" }

    /// A value and its line.
    struct Place: Hashable {
      let line: Int
      let text: String
    }
  }

  /// What is wrong with the quotes of a field.
  init(_ fault: CSVField.Fault, line: Int, column: ColumnLabel) {
    switch fault {
    case .strayQuote: self = .strayQuote(line: line, column: column)
    case .openQuote: self = .openQuote(line: line)
    }
  }

  /// What is wrong with the file: what follows its name in a sentence.
  var fault: String {
    switch self {
    case .reading(let fault): fault.fault
    case .memory(let bytes): "needs \(bytes) bytes of memory, which are not to be had"
    case .empty: "is empty"
    case .headerOnly: "has no rows: there is only the line of names"
    case .encoding(let line, let column): "is not UTF-8 in line \(line), \(column)"
    case .openQuote(let line): "has a quote that is not closed, in the record of line \(line)"
    case .longRecord(let line): "has a record of more than 16 MiB in line \(line)"
    case .strayQuote(let line, let column):
      "has a quote in the middle of a field, in line \(line), \(column)"
    case .ragged(let line, let fields, let expected):
      "has \(fields) \(fields == 1 ? "field" : "fields") in line \(line), but \(expected) in the first"
    case .emptyLine(let line): "has an empty line between others, line \(line)"
    case .carriageReturns: "has lines that end with a carriage return alone"
    case .duplicateName(let name, let first, let second):
      "has two columns called \(Self.shown(name)), \(first) and \(second), counted from 0"
    case .namelessColumn(let index): "has no name for column \(index), counted from 0"
    case .numberForName(let text, let index):
      "has the number \(Self.shown(text)) where the name of column \(index) should be, in line 1"
    case .unknownColumn(.name(let name), _, _, _): "has no column called \(Self.shown(name))"
    case .unknownColumn(.index(let index), _, let count, _):
      "has no column \(index): it has \(count), counted from 0"
    case .repeatedColumn(let name): "is read with \(name) named twice"
    case .noInputs: "has targets alone: no column is left for inputs"
    case .oneColumn: "has one column, but needs inputs and a target"
    case .misfits(let misfits, let column):
      "has what is no number in \(column), which is of numbers: " + misfits.list
    case .missing(let misfits, let column):
      "has no value in \(column) in \(misfits.lineList)"
    case .missingText(let column): "has no value in \(column), which is of texts, in some rows"
    case .unseenTexts(let texts, let column):
      "has what no row for training has in \(column): " + texts.list
    case .oneClass(let text, let column):
      "has one text alone in \(column), the target: \(Self.shown(text))"
    case .tooManyTexts(let count, let column):
      "has more than \(count) different texts in \(column)"
    case .textAmongTargets(let column): "has texts in \(column), which is one of several targets"
    case .nothingLeft(let rows): "has an empty field in each of its \(rows) rows"
    }
  }

  /// How it is mended, where that is known.
  var note: String? {
    switch self {
    case .reading(let fault): fault.note
    case .memory: "a column of few texts takes less: `inputs: […]` leaves columns out"
    case .empty, .headerOnly, .noInputs: nil
    case .longRecord: "a quote may have been left open"
    case .encoding: "save it as UTF-8"
    case .openQuote: "a quote in a field that is in quotes is doubled: \"\""
    case .strayQuote:
      "a field with quotes in it stands in quotes, and they are doubled: \"5\"\" wide\""
    case .ragged(_, let fields, let expected):
      fields > expected ? "a field with a delimiter in it stands in quotes" : nil
    case .emptyLine: "remove it; at the end of the file empty lines do no harm"
    case .carriageReturns: "save it with line feeds: tr '\\r' '\\n'"
    case .duplicateName: "rename one of them, or write `header: false` where the first line is data"
    case .namelessColumn:
      "name it in the first line, or list the columns to use: `inputs: [a, b]`"
    case .numberForName: "a file without names is read with `header: false`"
    case .unknownColumn(.name, nil, _, _):
      "without a header columns are numbers, counted from 0"
    case .unknownColumn: nil
    case .repeatedColumn: "a column is one input or one target"
    case .oneColumn(let delimiter?):
      "its fields may be separated otherwise: `delimiter: \(Self.shown(delimiter))`"
    case .oneColumn(nil): nil
    case .misfits(_, let column):
      "a column of texts is named as such: `categorical: [\(column.specText)]`"
    case .missing:
      "`missing: drop` leaves such rows out; `missing: mean` fills in numbers among the inputs"
    case .missingText: "`missing: drop` leaves such rows out"
    case .unseenTexts: "a network knows only the texts that it was trained on"
    case .oneClass: "there must be two classes to tell apart"
    case .tooManyTexts: "each would be an input of its own; `inputs: […]` leaves the column out"
    case .textAmongTargets: "one column of texts stands for classes; several targets are numbers"
    case .nothingLeft: "`inputs: […]` leaves columns out"
    }
  }

  /// Which of the keys of the source it is about.
  var key: String {
    switch self {
    case .unknownColumn(_, _, _, let key): key
    case .noInputs: "target"
    case .oneColumn: "delimiter"
    case .numberForName: "header"
    case .missing, .missingText, .nothingLeft: "missing"
    case _: "csv"
    }
  }

  /// A text as messages show it: what a file says may be anything.
  static func shown(_ text: String) -> String {
    let isLong = text.count > 40
    return "\"" + text.prefix(40) + (isLong ? "…" : "") + "\""
  }

  /// A delimiter as a spec has it.
  private static func shown(_ delimiter: UInt8) -> String {
    delimiter == UInt8(ascii: "\t")
      ? "\"\\t\"" : "\"\(Character(UnicodeScalar(delimiter)))\""
  }
}
