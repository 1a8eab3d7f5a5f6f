internal import Vocabulary

extension Shape {
  /// Whether a plain number may be written.
  var isNumeric: Bool {
    switch self {
    case .integer, .number: true
    case .either(let shapes): shapes.contains(where: \.isNumeric)
    case .boolean, .text, .folderName, .path, .choice, .list, .mapping, .labels, .axes,
      .configurations, .configuration:
      false
    }
  }

  /// The value that a number stands for; nil where it is out of bounds, or no number may be written.
  func value(of written: WrittenNumber) -> SpecValue? {
    switch self {
    case .integer(let range):
      return written.integer.flatMap { range.contains($0) ? .integer($0) : nil }
    case .number(let interval):
      let number = written.number == 0 ? 0 : written.number
      return interval.contains(number) ? .number(number) : nil
    case .either(let shapes):
      return shapes.lazy.compactMap { $0.value(of: written) }.first
    case .boolean, .text, .folderName, .path, .choice, .list, .mapping, .labels, .axes,
      .configurations, .configuration:
      return nil
    }
  }
  /// Whether a text is a path that may be written.
  func isPath(_ text: String) -> Bool {
    guard case .path(let ending) = self else { return false }
    return text.lowercased().hasSuffix(ending)
  }
}
