internal import Vocabulary

extension Shape {
  /// Whether a plain number may be written.
  var isNumeric: Bool {
    switch self {
    case .integer, .number: true
    case .either(let shapes): shapes.contains(where: \.isNumeric)
    case .boolean, .text, .folderName, .choice, .list, .mapping, .axes, .configurations: false
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
      return shapes.first(where: \.isNumeric)?.value(of: written)
    case .boolean, .text, .folderName, .choice, .list, .mapping, .axes, .configurations:
      return nil
    }
  }
}
