extension TimeLimit {
  /// What is wrong with a text that is no limit.
  public struct Malformed: Error, CustomStringConvertible {
    /// A sentence.
    public let description: String
  }

  /// The units, in the order in which they are written, with their seconds.
  private static let units: [(letter: Character, seconds: Double)] = [
    ("h", 3600), ("m", 60), ("s", 1),
  ]
  /// The longest limit, in seconds: a year.
  private static let longest = 365.0 * 24 * 3600

  /// Reads a limit as the command line says it: `90s`, `15m`, `2h`, `1h30m`.
  ///
  /// - Parameter option: the option that it is given to.
  /// - Throws: where it is none.
  public init(parsing text: String, option: String) throws(Malformed) {
    var rest = text[...]
    var seconds = 0.0
    for unit in Self.units {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard rest.dropFirst(number.count).first == unit.letter,
        number.first?.isNumber == true, number.last?.isNumber == true,
        let value = Double(number)
      else { continue }
      seconds += value * unit.seconds
      rest = rest.dropFirst(number.count + 1)
    }
    guard rest.isEmpty, !text.isEmpty else {
      throw Malformed(description: "a time is written like 90s, 15m, 2h or 1h30m")
    }
    guard seconds >= 0.001, seconds <= Self.longest else {
      throw Malformed(description: "the time must be from 0.001s to 8760h")
    }
    self.init(.seconds(seconds), option: "\(option) \(text)")
  }
}
