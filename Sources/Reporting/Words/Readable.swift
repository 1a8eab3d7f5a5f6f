/// Numbers and durations as people read them; files have them in full.
public enum Readable {
  /// A number to so many significant digits, but whole numbers in full: `0.01235`, `1,235`,
  /// `1.235e-07`.
  ///
  /// One that has no more digits than that stands as it is: `0.5`, not `0.5000`; so `1.000` is a
  /// number near 1.
  public static func number(_ number: Double, digits: Int = 4) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number.description }
    let exact = DecimalDigits(number)
    let isLong = exact.digits.count > digits
    let short = isLong ? exact.rounded(places: digits - exact.point) : exact
    guard (-3...7).contains(short.point) else {
      return short.scientific(decimals: min(exact.digits.count, digits) - 1)
    }
    let decimals = max(0, isLong ? digits - short.point : exact.digits.count - exact.point)
    return exact.rounded(places: decimals).fixed(decimals: decimals)
  }

  /// A number with so many digits after the point: `0.9871`; a very large one as `number` has it.
  static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite, abs(number) < 1e7 else { return Self.number(number) }
    return DecimalDigits(number).rounded(places: decimals).fixed(decimals: decimals)
  }

  /// Numbers that stand below one another, each as `number` has it, with equally many digits after
  /// the point unless one needs a power of ten; nothing for nil.
  static func column(_ numbers: [Double?]) -> [String] {
    let texts = numbers.map { $0.map { number($0) } ?? "" }
    guard !texts.contains(where: { $0.contains("e") }) else { return texts }
    let decimals = texts.map { text in
      text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }
    let most = decimals.max() ?? 0
    return numbers.map { $0.map { fixed($0, decimals: most) } ?? "" }
  }

  /// A count with a comma before each three digits: `1,000`.
  public static func count(_ count: Int) -> String {
    DecimalDigits.grouped(count.magnitude.description, isNegative: count < 0)
  }

  /// A count of things: `1 run`, `1,000 runs`.
  public static func count(_ count: Int, _ noun: String) -> String {
    "\(Self.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// How much room something takes: `512 B`, `1.5 kB`, `23 MB`.
  public static func size(_ bytes: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var (size, unit) = (Double(bytes), 0)
    while size >= 999.5, unit < units.count - 1 {
      size /= 1000
      unit += 1
    }
    return fixed(size, decimals: unit > 0 && size < 9.95 ? 1 : 0) + " " + units[unit]
  }

  /// How long something took: `8 ms`, `0.21 s`, `12.3 s`, `1 min 05 s`.
  static func time(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    switch seconds {
    case ..<0.0995: return fixed(max(0, seconds * 1000), decimals: 0) + " ms"
    case ..<9.995: return fixed(seconds, decimals: 2) + " s"
    case ..<59.95: return fixed(seconds, decimals: 1) + " s"
    default: return wholeTime(duration)
    }
  }

  /// A duration in whole seconds, without those of an hour or more: `8 s`, `1 min 05 s`, `2 h 05 min`.
  static func wholeTime(_ duration: Duration) -> String {
    let rounded = duration + .milliseconds(500)
    let seconds = max(0, rounded.components.seconds)
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) min \(two(seconds % 60)) s"
    default: return "\(seconds / 3600) h \(two(seconds % 3600 / 60)) min"
    }
  }
}
