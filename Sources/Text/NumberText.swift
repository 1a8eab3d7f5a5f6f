/// How numbers are written into files.
public enum NumberText {
  /// Adds the digits of a whole number.
  public static func append(_ integer: Int, to bytes: inout [UInt8]) {
    // Epochs are most of what is written; others have no need to be fast.
    guard (10..<1_000_000_000).contains(integer) else {
      bytes.append(contentsOf: integer.description.utf8)
      return
    }
    var power = 10
    while integer / power >= 10 { power *= 10 }
    var rest = integer
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  /// Adds the shortest decimal that reads back to the same bits; `nan`, `inf` and `-inf` for what is
  /// no finite number.
  public static func append(_ number: Double, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: CSV.text(number).utf8)
  }
}
