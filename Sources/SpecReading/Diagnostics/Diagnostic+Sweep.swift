internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with a sweep.
extension Diagnostic {
  /// A swept key stands beside `parameters` rather than in it; `meant` is its whole key there.
  static func axisOutsideParameters(
    _ key: String, meant: String, at site: SourceSite
  ) -> Diagnostic {
    .error(
      "sweep has no setting \(quoted(key))", at: site,
      notes: [Note("put it under `parameters`, as in \"sweep: {parameters: {\(meant): […]}}\"")])
  }

  /// An axis of a key that there is not.
  static func unknownAxis(_ key: String, meant: String?, at site: SourceSite) -> Diagnostic {
    let note =
      meant.map { Note("did you mean \(quoted($0))?") }
      ?? Note("the keys are " + Field.sweepable.map(\.key).joined(separator: ", "))
    return .error("cannot sweep the unknown key \(quoted(key))", at: site, notes: [note])
  }

  /// An axis of a key that has one value for the batch, or that seeds repeat.
  static func unsweepable(_ field: Field, at site: SourceSite) -> Diagnostic {
    let note =
      field == .seed
      ? Note("`seeds: 5` in the sweep repeats each configuration with 5 seeds")
      : Note("only keys that decide a run's results can be swept")
    return .error("\(quoted(field.key)) cannot be swept", at: site, notes: [note])
  }

  /// An axis without values.
  static func noAxisValues(_ label: String, _ shape: Shape, _ node: SyntaxNode) -> Diagnostic {
    let found = node.items == nil ? node.phrase : "an empty list"
    let word = shape.isNumeric ? "a list or a range" : "a list"
    return .error(
      "the values of \(label) must be \(word), not \(found)", at: node.site,
      notes: [Note("write [first, second, …]" + (shape.isNumeric ? " or \(ranges)" : ""))])
  }

  /// An axis of lists that is one such list.
  static func listForAxis(_ label: String, _ list: SpecValue, at site: SourceSite) -> Diagnostic {
    .error(
      "the values of \(label) must be lists, and this is one of them", at: site,
      notes: [Note("write [\(list.text), …]")])
  }

  /// A key that is swept both by itself and inside a mapping.
  static func axisTwice(_ key: String, at site: SourceSite) -> Diagnostic {
    .error("\(quoted(key)) is swept twice", at: site)
  }

  /// A range of values that are no numbers.
  static func rangeOfWords(_ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "\(label) takes no numbers, so its values must be a list, not a mapping", at: site,
      notes: [Note("write [first, second, …]")])
  }

  /// A range that is neither linear nor logarithmic, or both.
  static func rangeWithoutScale(_ label: String, at site: SourceSite) -> Diagnostic {
    .error(
      "a range of \(label) needs either `linear` or `log`", at: site,
      notes: [Note("write \(ranges)")])
  }

  /// How ranges are written.
  private static let ranges = "{linear: [from, to], count: n} or {log: [from, to], count: n}"

  /// A logarithmic range or distribution that does not stay above 0.
  static func logOfNonPositive(_ range: String, at site: SourceSite) -> Diagnostic {
    .error(
      "both ends of \(range) must be above 0", at: site,
      notes: [Note("the ends are the values themselves, not their exponents")])
  }

  /// An exclusion by a key that has one value.
  static func excludesNoAxis(_ key: String, axes: [String], at site: SourceSite) -> Diagnostic {
    let note =
      axes.isEmpty
      ? Note("the sweep has no parameters to exclude combinations of")
      : suggestion(key, among: axes, otherwise: "swept keys are")
    return .error("\(quoted(key)) is not swept, so it excludes nothing", at: site, notes: [note])
  }

  /// An exclusion by a value that the key does not take.
  static func excludesNoValue(
    _ key: String, _ values: [SpecValue], at site: SourceSite
  ) -> Diagnostic {
    .error(
      "this is none of the values of \(quoted(key)), so it excludes nothing", at: site,
      notes: [Note("its values are \(listed(values))")])
  }

  /// An exclusion that names no key would exclude everything.
  static func emptyExclusion(_ node: SyntaxNode) -> Diagnostic {
    .error(
      "an exclusion must be a mapping from swept keys to values, not "
        + (node.entries == nil ? node.phrase : "an empty one"), at: node.site,
      notes: [Note("such as {learning_rate: 1}")])
  }
}
