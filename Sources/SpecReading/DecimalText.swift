/// What a plain scalar says where a number is expected.
enum DecimalText {
  /// A finite number.
  case number(WrittenNumber)
  /// A number beyond the largest.
  case tooLarge
  /// A spelling of not-a-number or infinity.
  case notFinite
  /// A number with `_` or `,` between groups of its digits, and the number without them.
  case grouped(String)
  /// A number with a decimal comma, and the number with a point.
  case decimalComma(String)
  /// Anything else.
  case other

  /// Looks at a text.
  init(_ text: String) {
    if let number = WrittenNumber(text) {
      self = number.number.isFinite ? .number(number) : .tooLarge
    } else if Self.isNotFinite(text) {
      self = .notFinite
    } else if let pointed = Self.withPoint(text) {
      self = .decimalComma(pointed)
    } else {
      let digits = text.filter { $0 != "_" && $0 != "," }
      self = digits != text && WrittenNumber(digits) != nil ? .grouped(digits) : .other
    }
  }

  /// Whether the text was meant as a number.
  var isNumeric: Bool {
    switch self {
    case .number, .tooLarge, .notFinite, .grouped, .decimalComma: true
    case .other: false
    }
  }

  /// The number with a point for its comma; nil unless it has exactly one comma that does not set
  /// off thousands, as the one of `0,125` does not.
  private static func withPoint(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let whole = parts[0].filter { $0 != "." && $0 != "_" }
    let digits = whole.drop { $0 == "-" || $0 == "+" }
    let fraction = parts[1].prefix { $0.isNumber }
    let isThousands =
      (1...3).contains(digits.count) && digits != "0" && fraction.count == 3
      && !parts[0].contains(".")
    let pointed = whole + "." + parts[1]
    guard !isThousands, !digits.isEmpty, WrittenNumber(pointed) != nil else { return nil }
    return pointed
  }

  /// Whether a text is `.nan`, `-.inf` or the like, with or without the point.
  private static func isNotFinite(_ text: String) -> Bool {
    var word = text.lowercased()[...]
    if word.first == "-" || word.first == "+" { word.removeFirst() }
    if word.first == "." { word.removeFirst() }
    return ["nan", "inf", "infinity"].contains(word)
  }
}
