internal import RunRecords
public import Running
public import Text

/// What is known of one run, name by name.
public struct ResultSheet: Sendable {
  /// A name with what it stands for.
  public struct Entry: Sendable {
    /// The name in files.
    public let name: String
    /// The value for programs.
    public let value: JSON
    /// The value for people; nil where there is none.
    public let text: String?

    /// An entry.
    public init(_ name: String, _ value: JSON, text: String?) {
      self.name = name
      self.value = value
      self.text = text
    }

    /// A text.
    public init(_ name: String, _ text: String) {
      self.init(name, .string(text), text: DisplayText.printable(text))
    }

    /// A count or a number of epochs; none where it is nil.
    public init(_ name: String, _ integer: Int?) {
      self.init(name, JSON(integer), text: integer.map(Readable.count))
    }

    /// A score; none where it is nil.
    public init(_ name: String, _ number: Double?) {
      self.init(name, JSON(number), text: number.map { Readable.number($0) })
    }
  }

  /// Entries under a heading.
  public struct Section: Sendable {
    /// The heading.
    public let name: String
    /// The entries.
    public let entries: [Entry]

    /// Joins a heading and entries.
    public init(_ name: String, _ entries: [Entry]) {
      self.name = name
      self.entries = entries
    }
  }

  /// The entries without a heading.
  private let entries: [Entry]
  /// What follows them.
  private let sections: [Section]

  /// A sheet of entries, and of sections after them.
  public init(_ entries: [Entry], _ sections: [Section] = []) {
    self.entries = entries
    self.sections = sections
  }

  /// An object with an object for each section, a member to a line.
  public var json: String {
    func members(_ entries: [Entry]) -> [(key: String, value: JSON)] {
      entries.map { ($0.name, $0.value) }
    }
    let object = JSON.object(
      members(entries) + sections.map { ($0.name, .object(members($0.entries))) })
    return String(decoding: object.document, as: UTF8.self)
  }

  /// A table of names and values for programs: what is in a section has the section's name and a dot
  /// before its own.
  public var table: ResultTable {
    func rows(_ entries: [Entry], prefix: String) -> [[String]] {
      entries.map { entry in
        let text: String? =
          switch entry.value {
          case .null: nil
          case .number(let number): CSV.text(number)
          case .string(let text): text
          case .boolean, .integer, .array, .object: entry.value.text
          }
        return [prefix + entry.name, text ?? ""]
      }
    }
    return ResultTable(
      columns: ["name", "value"],
      rows: rows(entries, prefix: "")
        + sections.flatMap { rows($0.entries, prefix: "\($0.name).") })
  }

  /// The entries for people, those without a value left out; each line is ended.
  public func text(style: TextStyle) -> String {
    let shown = ([Section("", entries)] + sections).map { section in
      (name: section.name, entries: section.entries.filter { $0.text != nil })
    }.filter { !$0.entries.isEmpty }
    let width = shown.flatMap(\.entries).reduce(0) { widest, entry in
      max(widest, DisplayText.columns(of: ResultTable.heading(entry.name)))
    }
    return shown.map { section in
      let heading = section.name.isEmpty ? "" : style.paint(section.name, .heading) + "\n"
      return heading
        + section.entries.map { entry in
          let name = DisplayText.left(ResultTable.heading(entry.name), width)
          let room = max(20, style.width == .max ? .max : style.width - width - 4)
          return "  \(name)  \(DisplayText.cut(entry.text ?? "", to: room))\n"
        }.joined()
    }.joined(separator: "\n")
  }
}

extension ResultTable {
  /// The row at a place, as a sheet.
  public func sheet(ofRow row: Int) -> ResultSheet {
    ResultSheet(
      zip(columns, rows[row]).map { column, cell in
        let isScore = Self.isScore(column)
        let text =
          isScore ? Double(cell).map { Readable.number($0) } : DisplayText.printable(cell)
        return ResultSheet.Entry(
          column, Self.value(cell, ofColumn: column), text: cell.isEmpty ? nil : text)
      })
  }
}
