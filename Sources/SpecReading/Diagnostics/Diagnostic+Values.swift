internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with one value. A label is what the value is called, such as
// `optimizer.momentum`.
extension Diagnostic {
  /// There is a key and nothing after it.
  static func noValue(_ label: String, _ shape: Shape, at site: SourceSite) -> Diagnostic {
    .error("\(label) has no value", at: site, notes: [Note("it takes \(shape.phrase)")])
  }

  /// What is written is not such as the key takes.
  static func unfit(_ label: String, _ shape: Shape, _ node: SyntaxNode) -> Diagnostic {
    .error(
      "\(label) must be \(shape.phrase), not \(node.phrase)", at: node.site,
      notes: [remedy(label, shape, node)].compactMap(\.self))
  }

  /// A number that was computed is not such as the key takes.
  static func unfit(
    _ label: String, _ shape: Shape, _ number: Double, at site: SourceSite
  ) -> Diagnostic {
    .error(
      "\(label) must be \(shape.phrase), not \(SpecValue.number(number).text)", at: site)
  }

  /// What does not name a folder.
  static func badFolderName(_ label: String, _ node: SyntaxNode) -> Diagnostic {
    .error(
      "\(label) cannot be \(node.phrase), as it names a folder", at: node.site,
      notes: [folderNames])
  }

  /// The spec has no name, and its file's does not name a folder.
  static func badStem(_ stem: String, at site: SourceSite) -> Diagnostic {
    .error(
      "the spec gives no \"name\", and its file's name \(quoted(stem)) cannot name a folder",
      at: site, notes: [folderNames])
  }

  /// What names a folder.
  private static let folderNames = Note(
    "use letters, digits, \".\", \"_\" and \"-\", at most 100, and do not begin with \".\"")

  /// A list that is too short or too long.
  static func badCount(
    _ label: String, _ count: Int, allowed: ClosedRange<Int>, at site: SourceSite,
    meant: String? = nil
  ) -> Diagnostic {
    let bound =
      count < allowed.lowerBound
      ? "at least \(counted(allowed.lowerBound, "element"))"
      : "at most \(counted(allowed.upperBound, "element"))"
    return .error(
      "\(label) must have \(bound), not \(count)", at: site,
      notes: meant.map { [Note("write \($0)")] } ?? [])
  }

  /// A word that the key does not know.
  static func unknownWord(
    _ kind: String, _ entries: [Shape.Entry], _ label: String, _ node: SyntaxNode
  ) -> Diagnostic {
    let word = node.scalar?.text ?? ""
    return .error(
      "unknown \(kind) \(quoted(word))", at: node.site,
      notes: [wordNote(word, kind, entries, label)])
  }

  /// What is offered for a word that the key does not know.
  private static func wordNote(
    _ word: String, _ kind: String, _ entries: [Shape.Entry], _ label: String
  ) -> Note {
    if kind == Metric.kind, let loss = Loss(named: word) {
      return Note("`\(loss.name)` is a loss; where it is the spec's, train_loss shows it")
    }
    if kind == Initialization.kind, word.contains(".") || word.contains("/") {
      return Note("a file of weights is written as {file: \(SpecValue.text(word).text)}")
    }
    if let meant = Suggestion.name(word, among: entries) {
      return Note("did you mean \(quoted(meant))?")
    }
    return Note("\(label) can be " + entries.map(\.name).joined(separator: ", "))
  }

  /// Data that stands in a file.
  static func dataFile(_ phrase: String, _ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(label) cannot be the file \(phrase)", at: site,
      notes: [
        Note(
          phrase.lowercased().contains("-ubyte")
            ? "MNIST's files are {idx: {inputs: train-images-…, targets: train-labels-…}}"
            : "files such as x.csv and x.npy can be read; or give the rows as "
              + "{inputs: …, targets: …}")
      ])
  }

  /// Rows beside files that have them.
  static func besideFiles(_ key: String, _ files: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(key)) cannot stand beside \(quoted(files))", at: site,
      notes: [
        Note("files of both are {\(files): {inputs: x.\(files), targets: y.\(files)}}")
      ])
  }

  /// A delimiter that is none.
  static func badDelimiter(_ text: String, _ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(label).delimiter cannot be \(quoted(text))", at: site,
      notes: [
        Note("it is one sign that is in no number, such as \";\" or \"\\t\", in double quotes")
      ])
  }

  /// Data that is neither named nor written out.
  static func formlessData(_ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(label) as a mapping needs `name`, `csv`, `npy`, `npz`, `idx`, or `inputs` and `targets`",
      at: site,
      notes: [
        Note("such as {name: parity, bits: 3} or {inputs: [[0, 0], [0, 1]], targets: [0, 1]}")
      ])
  }

  /// Settings without the word that they belong to.
  static func missingName(
    _ label: String, _ entries: [Shape.Entry], keys: [String], at site: SourceSite
  ) -> Diagnostic {
    let owner = entries.first { $0.settings.contains { keys.contains($0.name) } }
    let example = owner ?? entries.first { !$0.settings.isEmpty } ?? entries[0]
    return .error(
      "\(label) as a mapping needs `name`", at: site,
      notes: [Note("such as {name: \(example.name), …}")])
  }

  /// A key of a mapping that it does not have.
  static func unknownSetting(
    _ key: String, of owner: String, known: [String], at site: SourceSite
  ) -> Diagnostic {
    let note =
      known.isEmpty
      ? Note("\(owner) has no settings")
      : suggestion(key, among: known, otherwise: "its settings are")
    return .error("\(owner) has no setting \(quoted(key))", at: site, notes: [note])
  }

  /// A key that a mapping, or a word, must have.
  static func missingSetting(
    _ setting: Setting, of owner: String, isWord: Bool, at site: SourceSite
  ) -> Diagnostic {
    let example = isWord ? "write {name: \(owner), \(setting.name): …}; " : ""
    return .error(
      "\(owner) needs `\(setting.name)`", at: site,
      notes: [Note("\(example)\(setting.name): \(setting.summary)")])
  }

  /// A row of inline data that is longer or shorter than the first.
  static func raggedRow(
    _ label: String, row: Int, width: Int, expected: Int, at site: SourceSite
  ) -> Diagnostic {
    .error(
      "row \(row) of \(label) has \(counted(width, "value")), but row 1 has \(expected)", at: site)
  }

  /// Inline data with more or fewer targets than inputs.
  static func rowCountsDiffer(inputs: Int, targets: Int, at site: SourceSite) -> Diagnostic {
    .error(
      "there are \(counted(targets, "row")) of targets for \(counted(inputs, "row")) of inputs",
      at: site)
  }
}
