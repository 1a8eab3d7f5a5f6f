internal import Experiments
internal import Vocabulary

/// A name that the reference explains: a key, a word, or a setting, with those inside it.
struct ReferenceEntry: Sendable {
  /// The name, without those around it.
  let name: String
  /// One line that says what it is.
  let summary: String
  /// What may be written for it; nil for a word, and where no shape stands for it.
  let shape: Shape?
  /// What may be written for it, in words; nil for a word.
  let takes: String?
  /// What holds where it is not written; nil for a word.
  let standard: Standard?
  /// The words and settings that may be written for it.
  let entries: [ReferenceEntry]

  /// The entry of a key.
  init(_ field: Field) {
    let declaration = field.declaration
    name = field.key
    summary = declaration.summary
    shape = declaration.shape
    takes = declaration.shape.phrase
    standard = declaration.standard
    entries = Self.entries(of: declaration.shape)
  }

  /// The entry of a setting.
  private init(_ setting: Setting) {
    name = setting.name
    summary = setting.summary
    shape = setting.shape
    standard = setting.standard
    // The sources of data are explained once, at `dataset`.
    let others = setting.shape.alternativesToData.map { "\($0.phrase), or " }.joined()
    takes =
      setting.shape.takesData
      ? others + "any source that `dataset` takes" : setting.shape.phrase
    entries = setting.shape.takesData ? [] : Self.entries(of: setting.shape)
  }

  /// The entry of a word.
  private init(_ word: Shape.Entry) {
    name = word.name
    summary = word.summary
    shape = nil
    takes = nil
    standard = nil
    entries = word.settings.map(ReferenceEntry.init)
  }

  /// The entry of a part of what any swept key may have in place of a list of values.
  private init(
    ofAnyKey name: String, _ summary: String, _ shape: Shape?, takes: String, _ standard: Standard
  ) {
    self.name = "KEY.\(name)"
    self.summary = summary
    self.shape = shape
    self.takes = takes
    self.standard = standard
    entries = []
  }

  /// The words and settings of a shape, through alternatives and elements of lists.
  private static func entries(of shape: Shape) -> [ReferenceEntry] {
    switch shape {
    case .choice(_, let words): words.map { ReferenceEntry($0) }
    case .mapping(let settings): settings.map { ReferenceEntry($0) }
    case .either(let shapes): shapes.flatMap(entries)
    // Ranges are explained once, at `parameters`.
    case .list(of: .axes, _): []
    case .list(let element, _): entries(of: element)
    case .axes: axisEntries
    case .integer, .number, .boolean, .text, .folderName, .path, .labels, .configurations,
      .configuration:
      []
    }
  }

  /// What a swept key may have in place of a list of values: ranges, and what is drawn from.
  private static let axisEntries =
    (RangeReader.settings + DistributionReader.settings).map {
      ReferenceEntry(
        ofAnyKey: $0.name, $0.summary, $0.shape, takes: $0.shape.phrase, $0.standard)
    } + [
      ReferenceEntry(
        ofAnyKey: DistributionReader.choice, "in a sweep with `samples`, any value of a list", nil,
        takes: "a list of values", .absent)
    ]

  /// Whether this is a word, rather than a key or a setting.
  var isWord: Bool { takes == nil }

  /// Every key: those of a spec, in order.
  static let keys: [ReferenceEntry] = Field.allCases.map { ReferenceEntry($0) }
}

extension ReferenceEntry {
  /// What may be written and what holds otherwise: `a number of at least 0; default 0.2`.
  var rule: String {
    let takes: String? =
      switch shape {
      case .integer, .number, .boolean, .choice, .either: entries.isEmpty ? self.takes : nil
      case .text, .folderName, .path, .list, .mapping, .labels, .axes, .configurations,
        .configuration, nil:
        nil
      }
    return [takes, standard?.clause].compactMap(\.self).joined(separator: "; ")
  }

  /// One of several words with one of its settings, as a mapping: `{name: leaky_relu, slope: 0.2}`.
  var exampleWithSetting: String? {
    let words = entries.filter(\.isWord)
    guard words.count > 1, let word = words.first(where: { !$0.entries.isEmpty }),
      let setting = word.entries.first, let value = setting.standard?.value
    else { return nil }
    return "{name: \(word.name), \(setting.name): \(value.text)}"
  }
}

extension Standard {
  /// What a reference says of it: `0.2`, `none`, `required`.
  var phrase: String {
    switch self {
    case .required: "required"
    case .absent: "none"
    case .value(let value), .off(let value): "`\(value.text)`"
    case .derived(let rule): rule
    }
  }

  /// The same where it needs a word before it: `default 0.2`, but `required`.
  var clause: String { self == .required ? phrase : "default \(phrase)" }
}
