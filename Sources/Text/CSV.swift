/// Rows of comma-separated values as files have them: RFC 4180, UTF-8, lines ended by a line feed.
public struct CSV: Sendable {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty text.
  public init() {}

  /// Adds a row of fields, each quoted where it must be.
  public mutating func append(row fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.append(field, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a field, in quotes where it must be.
  public static func append(_ field: String, to bytes: inout [UInt8]) {
    guard field.utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// A number as CSV has it: the shortest decimal that reads back to the same bits; `nan`, `inf`
  /// and `-inf` for what is no finite number; empty for what was not measured.
  public static func text(_ number: Double?) -> String {
    guard let number else { return "" }
    return number.isNaN ? "nan" : number.description
  }
}
