/// Reads the few literals of Python that headers of NumPy have, one after another.
struct PythonLiterals {
  /// A literal.
  enum Value: Equatable {
    /// A text without escapes.
    case text(String)
    /// `True` or `False`.
    case boolean(Bool)
    /// A tuple of whole numbers from 0 up.
    case integers([Int])
    /// A list, whatever is in it.
    case list
  }

  /// What has not been read.
  private var rest: ArraySlice<UInt8>

  /// Begins at the start of a text.
  init(_ text: [UInt8]) { rest = text[...] }

  /// Whether only spaces are left.
  var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return rest.isEmpty
    }
  }

  /// Takes a sign, if it is next; whether it was.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isNext(sign) else { return false }
    rest.removeFirst()
    return true
  }

  /// Whether a sign is next.
  mutating func isNext(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    return rest.first == UInt8(ascii: sign)
  }

  /// Takes a text in quotes; nil if none is next, or it has an escape or is not UTF-8.
  mutating func text() -> String? {
    let quote: Unicode.Scalar = isNext("'") ? "'" : "\""
    guard take(quote), let end = rest.firstIndex(of: UInt8(ascii: quote)) else { return nil }
    let text = rest[..<end]
    rest = rest[(end + 1)...]
    return text.contains(UInt8(ascii: "\\")) ? nil : String(validating: text, as: UTF8.self)
  }

  /// Takes a literal; nil if none is next.
  mutating func value() -> Value? {
    if isNext("(") { return integers().map(Value.integers) }
    if isNext("[") { return list() }
    if isNext("'") || isNext("\"") { return text().map(Value.text) }
    if takeWord("True") { return .boolean(true) }
    return takeWord("False") ? .boolean(false) : nil
  }

  /// Takes a list without looking into it: what is nested ends with its own bracket.
  private mutating func list() -> Value? {
    var depth = 0
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return .list }
    }
    return nil
  }

  /// Takes a tuple of whole numbers.
  private mutating func integers() -> [Int]? {
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while !take(")") {
      skipSpaces()
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      numbers.append(number)
      // Python 2 marked long numbers.
      _ = take("L")
      guard take(",") || isNext(")") else { return nil }
    }
    return numbers
  }

  /// Takes a word, if it is next; whether it was.
  private mutating func takeWord(_ word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  /// Passes over spaces and ends of lines.
  private mutating func skipSpaces() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A }
  }
}
