/// The line a site is on, and the marks under it.
struct SourceExcerpt {
  /// The most columns shown of a line.
  private static let columns = 100

  /// The columns before the site that are kept of a line that must be cut.
  private static let leadingColumns = 40

  /// The line, or the part of it around the site, safe to print.
  let line: String

  /// `^~~~` below the site's characters, after the blanks and tabs that bring it there.
  let underline: String

  /// Shows `site`, or nothing if its line is empty; of several lines, the first.
  init?(_ site: SourceSite) {
    let source = site.source
    let range = source.line(source.position(at: site.bytes.lowerBound).line)
    guard !range.isEmpty else { return nil }
    let start = min(max(site.bytes.lowerBound, range.lowerBound), range.upperBound)

    let reach = 4 * Self.columns
    var from = max(range.lowerBound, start - reach)
    while from > range.lowerBound && isContinuation(source.bytes[from]) { from += 1 }
    let to = min(range.upperBound, start + reach)
    let end = max(start, min(site.bytes.upperBound, to))

    let before = Self.cells(of: source, in: from..<start)
    let marked = Self.cells(of: source, in: start..<end)
    let after = Self.cells(of: source, in: end..<to)
    let headRoom = min(Self.width(before), Self.leadingColumns)
    let tail = Self.fitting(marked + after, in: Self.columns - headRoom)
    let head = Self.fitting(before.reversed(), in: Self.columns - Self.width(tail)).reversed()
    let isCutBefore = from > range.lowerBound || head.count < before.count
    let isCutAfter = to < range.upperBound || tail.count < marked.count + after.count

    line =
      (isCutBefore ? "…" : "") + (head + tail).map(\.text).joined() + (isCutAfter ? "…" : "")
    let blanks = head.map { $0.isTab ? "\t" : String(repeating: " ", count: $0.columns) }
    let length = max(1, Self.width(tail.prefix(marked.count)))
    underline =
      (isCutBefore ? " " : "") + blanks.joined() + "^" + String(repeating: "~", count: length - 1)
  }

  /// The characters of a stretch, bytes that are none included.
  private static func cells(of source: SourceText, in range: Range<Int>) -> [DisplayCell] {
    var cells: [DisplayCell] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let scalar = source.bytes.scalar(at: offset) {
        cells.append(DisplayCell(scalar))
        offset += scalar.utf8Length
      } else {
        cells.append(DisplayCell(invalid: source.bytes[offset]))
        offset += 1
      }
    }
    return cells
  }

  /// The first of `cells` that fit into so many columns.
  private static func fitting(_ cells: [DisplayCell], in columns: Int) -> [DisplayCell] {
    var width = 0
    return Array(
      cells.prefix { cell in
        width += cell.columns
        return width <= columns
      })
  }

  /// The columns that `cells` take together.
  private static func width(_ cells: some Sequence<DisplayCell>) -> Int {
    cells.reduce(0) { $0 + $1.columns }
  }
}
