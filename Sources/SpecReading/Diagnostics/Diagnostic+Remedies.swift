internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// What is offered beside a message.
extension Diagnostic {
  /// How a value that does not fit might be mended.
  static func remedy(_ label: String, _ shape: Shape, _ node: SyntaxNode) -> Note? {
    switch node.content {
    case .scalar(let scalar):
      if !scalar.isPlain {
        let wouldFit =
          WrittenNumber(scalar.text).flatMap(shape.value(of:)) != nil
          || shape == .boolean && ["true", "false"].contains(scalar.text)
        if wouldFit { return Note("in quotes it is a text; take the quotes off") }
      }
      return remedy(shape, text: scalar.text)
    case .sequence:
      guard SettingPath(sweeping: label) != nil else { return nil }
      return Note("to try several values, give the list to \"\(label)\" in `sweep: parameters:`")
    case .mapping:
      return nil
    }
  }

  /// How a scalar that does not fit might be mended.
  private static func remedy(_ shape: Shape, text: String) -> Note? {
    guard text.utf8.count <= 60 else { return nil }
    switch shape {
    case .boolean:
      if let isTrue = meantBoolean(text) { return Note("write \(isTrue)") }
    case .list(let element, let count):
      let isWord = element.words.contains { $0.name == text }
      let isElement = isWord || (element.isNumeric && DecimalText(text).isNumeric)
      if isElement, count.contains(1) { return Note("write [\(text)]") }
      if text == "none", count.contains(0) { return Note("write []") }
      if let list = meantList([text], of: element, count) { return Note("write \(list)") }
    case .integer, .number, .either:
      if let word = Suggestion.name(text, among: shape.words) {
        return Note("did you mean \(quoted(word))?")
      }
      switch DecimalText(text) {
      case .grouped(let number): return Note("write \(number)")
      case .decimalComma(let number):
        let fits = WrittenNumber(number).flatMap(shape.value(of:)) != nil
        return Note("a decimal point is \".\"" + (fits ? "; write \(number)" : ""))
      case .tooLarge: return Note("the largest number is about 1.8e308")
      case .notFinite: return Note("only finite numbers can be given")
      case .number(let written):
        let isTooLarge = written.integer == nil && written.number > Double(Int.max / 2)
        if isTooLarge { return Note("whole numbers reach to \(Int.max)") }
      case .other: break
      }
    case .mapping(let settings):
      let required = settings.filter { $0.standard == .required }
      if required.count == 1 { return Note("write {\(required[0].name): \(text)}") }
    case .text, .folderName, .path, .choice, .labels, .axes, .configurations, .configuration:
      break
    }
    return nil
  }

  /// What a spelling of true or false in other languages means; nil if it is none.
  static func meantBoolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on", "y", "t", "1": true
    case "false", "no", "off", "n", "f", "0": false
    default: nil
    }
  }

  /// Whether a text is a word for true or false, in YAML's spelling or another.
  static func isBoolean(_ text: String) -> Bool {
    meantBoolean(text) != nil && !DecimalText(text).isNumeric
  }

  /// The list that texts such as `2, 4, 1`, `(2, 4, 1)`, `2-4-1` or `2 4 1` mean; nil if they mean
  /// none of the elements.
  static func meantList(
    _ texts: [String], of element: Shape, _ count: ClosedRange<Int>
  ) -> String? {
    let parts = texts.flatMap { $0.split { " ,;-x[](){}".contains($0) } }.map(String.init)
    let fit = parts.allSatisfy { part in
      element.words.contains { $0.name == part }
        || WrittenNumber(part).flatMap(element.value(of:)) != nil
    }
    return fit && parts.count > 1 && count.contains(parts.count)
      ? "[" + parts.joined(separator: ", ") + "]" : nil
  }

  /// The list that a list of one such text, or of one list, was meant to be.
  static func meantList(
    in items: [SyntaxNode], of element: Shape, _ count: ClosedRange<Int>
  ) -> String? {
    guard items.count == 1 else { return nil }
    let texts = (items[0].items ?? items).compactMap { $0.scalar?.text }
    return meantList(texts, of: element, count)
  }

  /// A note with the nearest of some words, or with all of them where none is near.
  static func suggestion(
    _ word: String, among words: [String], otherwise introduction: String
  ) -> Note {
    if let meant = Suggestion.name(word, among: words) {
      return Note("did you mean \(quoted(meant))?")
    }
    return Note("\(introduction) " + words.joined(separator: ", "))
  }

  /// A count with its noun: `1 row`, `2 rows`.
  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
