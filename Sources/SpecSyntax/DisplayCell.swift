internal import Text

/// One character of a source line as a terminal shows it.
struct DisplayCell {
  /// What is printed.
  let text: String

  /// How many columns that takes; a tab counts one.
  let columns: Int

  /// Whether it is a tab, which is printed as it is so that the underline can repeat it.
  var isTab: Bool { text == "\t" }

  /// Shows a scalar, or the escape for it.
  init(_ scalar: Unicode.Scalar) {
    if scalar != "\t", let escape = DisplayText.escape(of: scalar) {
      text = escape
      columns = escape.unicodeScalars.count
    } else {
      text = String(scalar)
      columns = scalar == "\t" ? 1 : DisplayText.columns(of: scalar)
    }
  }

  /// Shows a byte that is not UTF-8.
  init(invalid byte: UInt8) {
    text = (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
    columns = 4
  }
}
