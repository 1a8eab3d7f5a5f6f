extension Double {
  /// The finite number as the decimal of at most so many significant digits that is nearest to its
  /// shortest decimal form; halves go away from 0.
  func rounded(toSignificantDigits count: Int) -> Double {
    let parts = abs(self).description.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let fraction = parts[0].drop { $0 != "." }.dropFirst()
    let digits = parts[0].filter { $0 != "." }.drop { $0 == "0" }
    guard digits.count > count, let kept = Int(digits.prefix(count)) else { return self }
    let next = digits.dropFirst(count)
    let significand = next.first.map { $0 >= "5" } == true ? kept + 1 : kept
    let rounded = Double("\(significand)e\(exponent - fraction.count + next.count)") ?? magnitude
    return self < 0 ? -rounded : rounded
  }
}
