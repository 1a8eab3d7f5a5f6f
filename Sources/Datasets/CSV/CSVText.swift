/// A text of a file, which is equal to another if its bytes are: not, as for `String`, if both look the
/// same.
struct CSVText: Hashable, Comparable, Sendable {
  /// The text.
  let text: String

  /// A text by its bytes.
  init(_ text: String) { self.text = text }

  static func == (first: CSVText, second: CSVText) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  static func < (first: CSVText, second: CSVText) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
