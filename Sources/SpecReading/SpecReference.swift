internal import Experiments
internal import Text
internal import Vocabulary

/// What the keys and words of a spec mean, as text to read: made from the table of fields.
public enum SpecReference {
  /// Every key with its summary and default: what `nn-run explain` prints.
  public static var overview: String {
    let width = (ReferenceEntry.keys.map(\.name.count).max() ?? 0) + 2
    let lines = ReferenceEntry.keys.map { key in
      aligned(key.name, "\(key.summary) (\(key.standard?.clause ?? ""))", width: width)
    }
    return """
      The keys of a spec:

      \(lines.joined(separator: "\n"))
      \(aligned("x-…", "anything: a place for anchors", width: width))

      nn-run explain KEY says more, also of a setting (optimizer.momentum) or a word (relu).
      """
  }

  /// What a key, a setting or a word means; nil if there is none of that name.
  ///
  /// - Parameter name: a key such as `optimizer`, a setting with the keys around it such as
  ///   `optimizer.momentum`, or a word such as `relu`.
  public static func explanation(of name: String) -> String? {
    let topics = ReferenceTopic.all.filter { $0.name == name || $0.name.hasSuffix(".\(name)") }
    guard !topics.isEmpty else { return nil }
    return topics.map(\.text).joined(separator: "\n\n")
  }

  /// Every name that can be explained, once: keys, settings with the keys around them, and words.
  public static var names: [String] { Set(ReferenceTopic.all.map(\.name)).sorted() }

  /// The name that can be explained and is nearest to one that cannot.
  public static func suggestion(for name: String) -> String? {
    let fields = Field.allCases.filter { field in
      field.declaration.otherNames.contains { isSameWord($0, name) }
    }
    let words = Field.allCases.flatMap(\.declaration.shape.explainedWords)
    let word = words.first { $0.otherNames.contains { isSameWord($0, name) } }
    return fields.first?.key ?? word?.name
      ?? Suggestion.name(name, among: ReferenceTopic.all.map(\.name))
  }

  /// A name and a text in two columns.
  static func aligned(_ name: String, _ text: String, width: Int) -> String {
    let gap = String(repeating: " ", count: max(2, width - name.count))
    return name + gap + wrapped(text, indentation: max(name.count + 2, width))
  }

  /// The text with line breaks, so that lines end before column 90 where words allow it; all lines
  /// but the first are indented. An empty line sets off a paragraph.
  static func wrapped(_ text: String, indentation: Int) -> String {
    let margin = String(repeating: " ", count: indentation)
    let paragraphs = text.split(separator: "\n\n").map { paragraph in
      var lines: [String] = []
      for word in paragraph.split(separator: " ") {
        if let line = lines.last, indentation + line.count + 1 + word.count < 90 {
          lines[lines.count - 1] += " \(word)"
        } else {
          lines.append(String(word))
        }
      }
      return lines.joined(separator: "\n" + margin)
    }
    return paragraphs.joined(separator: "\n\n" + margin)
  }
}

extension Shape {
  /// The words that may be written, those of a list's elements included.
  fileprivate var explainedWords: [Entry] {
    if case .list(let element, _) = self { element.words } else { words }
  }
}
