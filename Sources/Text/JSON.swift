/// A JSON value whose objects keep the order of their members, so that equal values have equal bytes.
public indirect enum JSON: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// A number that may not have been measured.
  public init(_ number: Double?) { self = number.map(JSON.number) ?? .null }

  /// A whole number that may be missing.
  public init(_ integer: Int?) { self = integer.map(JSON.integer) ?? .null }

  /// The text, on one line.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The content of a file: each member of the outermost object, and of objects in it, is on a line
  /// of its own, as are the elements of lists of objects; the last line is ended.
  public var document: [UInt8] {
    var bytes: [UInt8] = []
    appendLines(to: &bytes, indentation: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Adds the text on one line.
  public func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .integer(let integer): NumberText.append(integer, to: &bytes)
    case .number(let number):
      if number.isFinite {
        NumberText.append(number, to: &bytes)
      } else {
        bytes.append(contentsOf: "null".utf8)
      }
    case .string(let string): Self.append(quoted: string, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        element.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        Self.append(quoted: member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Adds the text with a line for each member of an object, and for each object of a list.
  private func appendLines(to bytes: inout [UInt8], indentation: Int) {
    switch self {
    case .object(let members) where !members.isEmpty:
      Self.append(lines: members, to: &bytes, "{", "}", indentation) { bytes, member in
        Self.append(quoted: member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.appendLines(to: &bytes, indentation: indentation + 2)
      }
    case .array(let elements) where elements.contains(where: \.isObject):
      Self.append(lines: elements, to: &bytes, "[", "]", indentation) { bytes, element in
        element.appendLines(to: &bytes, indentation: indentation + 2)
      }
    case .null, .boolean, .integer, .number, .string, .array, .object: append(to: &bytes)
    }
  }

  /// Adds items between brackets, each on a line.
  private static func append<Item>(
    lines items: [Item], to bytes: inout [UInt8], _ opening: String, _ closing: String,
    _ indentation: Int, item append: (inout [UInt8], Item) -> Void
  ) {
    func endLine(indentation: Int) {
      bytes.append(UInt8(ascii: "\n"))
      for _ in 0..<indentation { bytes.append(UInt8(ascii: " ")) }
    }
    bytes.append(contentsOf: opening.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      endLine(indentation: indentation + 2)
      append(&bytes, item)
    }
    endLine(indentation: indentation)
    bytes.append(contentsOf: closing.utf8)
  }

  /// Whether this is an object.
  private var isObject: Bool {
    if case .object = self { true } else { false }
  }

  /// Adds a text in quotes.
  private static func append(quoted string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard string.utf8.contains(where: needsEscape) else {
      bytes.append(contentsOf: string.utf8)
      return
    }
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: #"\u00"#.utf8)
        if digits.utf8.count < 2 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(byte)
      }
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20: true
    default: false
    }
  }
}
