/// Where a field stands among the bytes of a file.
struct CSVField {
  /// The first byte of its content; behind the quote, if there is one.
  let start: Int
  /// Behind the last byte of its content.
  let end: Int
  /// Whether it is in quotes.
  let isQuoted: Bool
  /// Whether quotes in it are doubled.
  let hasDoubledQuotes: Bool

  /// Why a field cannot be read.
  enum Fault: Error {
    /// A quote stands in a field that does not begin with one, or something behind its last one.
    case strayQuote
    /// The quote that a field begins with is never closed.
    case openQuote
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Passes over the field that begins at `place`, up to the delimiter or the line feed behind it.
  ///
  /// RFC 4180, section 2: a field in quotes may hold delimiters and line ends; a quote in it is
  /// doubled.
  ///
  /// - Precondition: the bytes end with a line feed outside quotes.
  static func scan(
    _ bytes: Span<UInt8>, _ place: inout Int, delimiter: UInt8
  ) throws(Fault) -> CSVField {
    guard bytes[place] == quote else { return try plain(bytes, &place, delimiter: delimiter) }
    let start = place + 1
    var hasDoubledQuotes = false
    place = start
    while place < bytes.count {
      guard bytes[place] == quote else {
        place += 1
        continue
      }
      guard place + 1 < bytes.count, bytes[place + 1] == quote else { break }
      hasDoubledQuotes = true
      place += 2
    }
    let end = place
    place += 1
    guard place < bytes.count else { throw .openQuote }
    if isLineEnd(bytes, place) { place += 1 }
    guard bytes[place] == delimiter || bytes[place] == lineFeed else {
      throw .strayQuote
    }
    return CSVField(
      start: start, end: end, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
  }

  /// Passes over a field without quotes.
  private static func plain(
    _ bytes: Span<UInt8>, _ place: inout Int, delimiter: UInt8
  ) throws(Fault) -> CSVField {
    let start = place
    while bytes[place] != delimiter, bytes[place] != lineFeed {
      if bytes[place] == quote { throw .strayQuote }
      place += 1
    }
    let hasReturn = place > start && isLineEnd(bytes, place - 1)
    return CSVField(
      start: start, end: hasReturn ? place - 1 : place, isQuoted: false, hasDoubledQuotes: false)
  }

  /// Whether a carriage return and a line feed stand at a place.
  private static func isLineEnd(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    bytes[place] == carriageReturn && place + 1 < bytes.count && bytes[place + 1] == lineFeed
  }

  /// The field's text; nil where it is not UTF-8.
  func text(in bytes: Span<UInt8>) -> String? {
    guard hasDoubledQuotes else {
      guard let text = try? UTF8Span(validating: bytes.extracting(start..<end)) else { return nil }
      return String(copying: text)
    }
    var content: [UInt8] = []
    var place = start
    while place < end {
      content.append(bytes[place])
      place += bytes[place] == Self.quote ? 2 : 1
    }
    return String(validating: content, as: UTF8.self)
  }
}
