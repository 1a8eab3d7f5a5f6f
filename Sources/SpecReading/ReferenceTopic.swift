internal import Experiments
internal import Vocabulary

/// Something that `nn-run explain` can be asked about.
struct ReferenceTopic: Sendable {
  /// What to ask for: `optimizer`, `optimizer.momentum`, `relu`.
  let name: String
  /// The whole text.
  let text: String

  /// Every topic: keys, then settings, then words.
  ///
  /// A setting that several words have, or a word of several keys, is several topics of one name.
  static let all: [ReferenceTopic] =
    Field.allCases.map { ReferenceTopic($0) }
    + ReferenceEntry.keys.flatMap { settings(of: $0, path: $0.name, word: nil) } + words

  /// The topic of a key.
  private init(_ field: Field) {
    let (declaration, entry) = (field.declaration, ReferenceEntry(field))
    let examples = [declaration.example.text, entry.exampleWithSetting].compactMap(\.self)
    let details = SpecReference.wrapped(declaration.details, indentation: 0)
    self.init(
      name: field.key,
      text: Self.heading(entry, called: field.key)
        + "\n  example  "
        + examples.map { "\(field.key): \($0)" }.joined(separator: "\n           ")
        + (details.isEmpty ? "" : "\n\n" + details)
        + Self.list(entry.entries))
  }

  /// The topics of the settings inside an entry.
  private static func settings(
    of entry: ReferenceEntry, path: String, word: String?
  ) -> [ReferenceTopic] {
    entry.entries.flatMap { inner in
      if inner.isWord { return settings(of: inner, path: path, word: inner.name) }
      let name = "\(path).\(inner.name)"
      let owner = word.map { "\n  word     \($0)" } ?? ""
      let topic = ReferenceTopic(
        name: name, text: heading(inner, called: name) + owner + list(inner.entries))
      return [topic] + settings(of: inner, path: name, word: nil)
    }
  }

  /// The topics of the words: one for each meaning, with the keys that take it.
  private static var words: [ReferenceTopic] {
    var topics: [(entry: ReferenceEntry, keys: [String])] = []
    for (word, key) in ReferenceEntry.keys.flatMap({ words(of: $0, path: $0.name) }) {
      let known = topics.firstIndex {
        $0.entry.name == word.name && $0.entry.summary == word.summary
      }
      if let known {
        topics[known].keys.append(key)
      } else {
        topics.append((word, [key]))
      }
    }
    return topics.map { entry, keys in
      ReferenceTopic(
        name: entry.name,
        text: "\(entry.name): \(entry.summary)\n\n  keys     \(keys.joined(separator: ", "))"
          + list(entry.entries))
    }
  }

  /// The words inside an entry, each with the key that takes it.
  private static func words(
    of entry: ReferenceEntry, path: String
  ) -> [(word: ReferenceEntry, key: String)] {
    entry.entries.flatMap { inner in
      inner.isWord ? [(inner, path)] : words(of: inner, path: "\(path).\(inner.name)")
    }
  }

  /// A topic with its text.
  private init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// What an entry is, what it takes, and its default.
  private static func heading(_ entry: ReferenceEntry, called name: String) -> String {
    """
    \(name): \(entry.summary)

      takes    \(SpecReference.wrapped(entry.takes ?? "", indentation: 11))
      default  \(entry.standard?.phrase ?? "")
    """
  }

  /// Entries below each other, those inside them indented.
  private static func list(_ entries: [ReferenceEntry]) -> String {
    guard !entries.isEmpty else { return "" }
    return "\n\n" + lines(entries, indentation: 2).joined(separator: "\n")
  }

  /// The lines of a list.
  private static func lines(_ entries: [ReferenceEntry], indentation: Int) -> [String] {
    let margin = String(repeating: " ", count: indentation)
    let width = indentation + 2 + (entries.map(\.name.count).max() ?? 0)
    return entries.flatMap { entry in
      let text = entry.summary + (entry.rule.isEmpty ? "" : "; \(entry.rule)")
      return [SpecReference.aligned(margin + entry.name, text, width: width)]
        + lines(entry.entries, indentation: width)
    }
  }
}
