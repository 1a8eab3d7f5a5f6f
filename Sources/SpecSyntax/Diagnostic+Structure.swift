internal import Text

/// What YAML allows and a spec does not, and what lies beyond the limits.
extension Diagnostic {
  /// There is nothing in the text.
  static func emptySpec(at site: SourceSite) -> Diagnostic {
    .error("the spec is empty", at: site, notes: [Note("write one \"key: value\" on each line")])
  }

  /// `%YAML` or another directive.
  static func directive(at site: SourceSite) -> Diagnostic {
    .error("a directive is not allowed; remove \(quoted(site.text))", at: site)
  }

  /// A second document begins.
  static func severalDocuments(at site: SourceSite) -> Diagnostic {
    .error(
      "a second document begins here", at: site,
      notes: [Note("a spec is one document; put each experiment in a file of its own")])
  }

  /// Something follows the outermost value.
  static func textAfterEnd(at site: SourceSite) -> Diagnostic {
    .error(
      "unexpected \(quoted(site.text)) after the end of the value", at: site,
      notes: [Note("remove it, or put quotes around the whole value")])
  }

  /// A key given twice in one mapping.
  static func duplicateKey(
    _ key: String, at site: SourceSite, first: SourceSite
  ) -> Diagnostic {
    var notes = [Note("it is given first here", at: first)]
    if key == "<<" { notes.append(Note("merge several mappings with \"<<: [*first, *second]\"")) }
    return .error("duplicate key \(quoted(key))", at: site, notes: notes)
  }

  /// A list or a mapping where a key should be.
  static func keyIsNoWord(_ node: SyntaxNode, at site: SourceSite) -> Diagnostic {
    .error("a key must be a word; found \(node.phrase)", at: site)
  }

  /// A colon with nothing before it.
  static func missingKey(at site: SourceSite) -> Diagnostic {
    .error("there is no key before the colon", at: site)
  }

  /// An explicit type.
  static func tag(at site: SourceSite) -> Diagnostic {
    .error(
      "the tag \(quoted(site.text)) is not allowed", at: site,
      notes: [Note("the key decides the type of its value; remove the tag")])
  }

  /// An alias that no anchor precedes.
  static func undefinedAlias(
    _ name: String, at site: SourceSite, known: [String]
  ) -> Diagnostic {
    let near = nearest(to: name, among: known).map { Note("did you mean \"*\($0)\"?") }
    let fallback = Note("put quotes around text that begins with \"*\"")
    return .error(
      "the alias \(quoted("*" + name)) has no anchor \(quoted("&" + name)) before it", at: site,
      notes: [near ?? fallback])
  }

  /// An alias inside the node it stands for.
  static func recursiveAlias(
    _ name: String, at site: SourceSite, anchor: SourceSite
  ) -> Diagnostic {
    .error(
      "the alias \(quoted("*" + name)) stands inside the value it repeats", at: site,
      notes: [Note("the value begins here", at: anchor)])
  }

  /// A `<<` of something else than mappings.
  static func mergeOfNoMapping(_ node: SyntaxNode, at site: SourceSite) -> Diagnostic {
    .error("\"<<\" takes a mapping or a list of mappings; found \(node.phrase)", at: site)
  }

  /// A collection inside too many others; `anchor` is where it is written if an alias brought it.
  static func tooDeep(_ limit: Int, at site: SourceSite, anchor: SourceSite?) -> Diagnostic {
    .error(
      "nested more than \(limit) levels deep", at: site,
      notes: anchor.map { [Note("the alias brings in what is written here", at: $0)] } ?? [])
  }

  /// More nodes than allowed.
  static func tooManyNodes(_ limit: Int, at site: SourceSite) -> Diagnostic {
    .error(
      "more than \(grouped(limit)) values, with aliases counted as often as they are used",
      at: site)
  }

  /// More mistakes than it is of use to list.
  static func tooManyMistakes(_ limit: Int, at site: SourceSite?) -> Diagnostic {
    .error("reading stops here, after \(limit) mistakes", at: site)
  }

  /// A number with commas between its thousands.
  private static func grouped(_ number: Int) -> String {
    number < 1000
      ? "\(number)" : grouped(number / 1000) + "," + "\(number % 1000 + 1000)".dropFirst()
  }
}
