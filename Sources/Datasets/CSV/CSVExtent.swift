/// How far the whole records at the beginning of some bytes reach.
struct CSVExtent {
  /// Behind the last byte of the last of them.
  private(set) var end = 0
  /// How many there are.
  private(set) var rows = 0
  /// On how many lines.
  private(set) var lines = 0

  /// So many records as they were counted.
  init(end: Int, rows: Int, lines: Int) {
    self.end = end
    self.rows = rows
    self.lines = lines
  }

  /// Looks for whole records. Empty lines behind them are left for the next ones, as they mean nothing
  /// where there are none.
  init(of bytes: Span<UInt8>) {
    let counts = Counts(bytes)
    if counts.quotes == 0 {
      end = bytes.count
      while end > 0, bytes[end - 1] != CSVField.lineFeed { end -= 1 }
      rows = counts.lineFeeds
      lines = rows
    } else {
      countQuoted(bytes)
    }
    while let start = Self.emptyLine(bytes, endingAt: end) {
      self = CSVExtent(end: start, rows: rows - 1, lines: lines - 1)
    }
  }

  /// Counts records where line feeds may stand in quotes.
  private mutating func countQuoted(_ bytes: Span<UInt8>) {
    var (isQuoted, lines, rows) = (false, 0, 0)
    for place in bytes.indices {
      if bytes[place] == CSVField.quote { isQuoted.toggle() }
      guard bytes[place] == CSVField.lineFeed else { continue }
      lines += 1
      if isQuoted { continue }
      rows += 1
      self = CSVExtent(end: place + 1, rows: rows, lines: lines)
    }
  }

  /// Where the empty line begins that ends before a place; nil where none does.
  private static func emptyLine(_ bytes: Span<UInt8>, endingAt end: Int) -> Int? {
    guard end > 0 else { return nil }
    var start = end - 1
    if start > 0, bytes[start - 1] == CSVField.carriageReturn { start -= 1 }
    return start == 0 || bytes[start - 1] == CSVField.lineFeed ? start : nil
  }

  /// How many bytes are line feeds, and how many quotes.
  private struct Counts {
    var lineFeeds = 0
    var quotes = 0

    /// Counts eight bytes at a time.
    init(_ bytes: Span<UInt8>) {
      var start = 0
      while start &+ 8 <= bytes.count {
        // A byte of a sum is increased once for each word, so it holds so many.
        let end = min(start &+ 8 &* 255, bytes.count & ~7)
        var (lineFeedSums, quoteSums): (UInt64, UInt64) = (0, 0)
        while start < end {
          let word = bytes.word(at: start)
          lineFeedSums &+= word.ones(where: CSVField.lineFeed)
          quoteSums &+= word.ones(where: CSVField.quote)
          start &+= 8
        }
        lineFeeds &+= lineFeedSums.sumOfBytes
        quotes &+= quoteSums.sumOfBytes
      }
      for place in start..<bytes.count {
        if bytes[place] == CSVField.lineFeed { lineFeeds += 1 }
        if bytes[place] == CSVField.quote { quotes += 1 }
      }
    }
  }
}
