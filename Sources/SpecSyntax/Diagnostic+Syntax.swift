/// What is wrong with the YAML itself; reading ends at the first of these.
extension Diagnostic {
  /// A quote that opens and does not close.
  static func unclosedQuote(at site: SourceSite) -> Diagnostic {
    .error("the quote \(site.text) is never closed", at: site)
  }

  /// The same diagnostic, after a quoted text of several lines that may have been meant to be short.
  func after(quote: SourceSite?) -> Diagnostic {
    guard let quote else { return self }
    let note = Note("the text before it begins here; is a quote missing?", at: quote)
    return .error(message, at: site, notes: notes + [note])
  }

  /// A bracket that opens and does not close.
  static func unclosedBracket(at site: SourceSite) -> Diagnostic {
    .error("the bracket \(quoted(site.text)) is never closed", at: site)
  }

  /// Something in brackets after a value.
  static func missingComma(
    at site: SourceSite, closing: String, opening: SourceSite
  ) -> Diagnostic {
    .error(
      "expected \",\" or \"\(closing)\"; found \(site.phrase)", at: site,
      notes: [Note("the bracket opens here", at: opening)])
  }

  /// A line with no colon where there must be a key.
  static func missingColon(at site: SourceSite) -> Diagnostic {
    let isGlued = site.text.contains(":")
    let note = isGlued ? "put a space after the colon" : "write \"key: value\""
    return .error(
      "expected \"key: value\"; found \(site.phrase)", at: site, notes: [Note(note)])
  }

  /// A colon in brackets that touches what follows.
  static func colonWithoutSpace(at site: SourceSite) -> Diagnostic {
    .error("put a space after this colon", at: site)
  }

  /// A second colon in one line.
  static func colonInValue(at site: SourceSite) -> Diagnostic {
    .error(
      "a colon cannot stand here", at: site,
      notes: [Note("put quotes around text that contains \": \"")])
  }

  /// A key that does not go with the line above.
  static func misplacedKey(at site: SourceSite, after line: SourceSite) -> Diagnostic {
    .error(
      "the key \(quoted(site.text)) does not fit the line above", at: site,
      notes: [
        Note("keys of one mapping start in the same column"),
        Note("this line has a value already", at: line),
      ])
  }

  /// A line indented like nothing above it.
  static func misaligned(at site: SourceSite, among kind: String) -> Diagnostic {
    .error(
      "\(quoted(site.text)) does not start in the column of any \(kind) above", at: site,
      notes: [Note("indent it like the lines it belongs to")])
  }

  /// A key among the items of a list, or something else than a key among keys.
  static func wrongKind(at site: SourceSite, among kind: String) -> Diagnostic {
    .error("expected another \(kind) like those above; found \(site.phrase)", at: site)
  }

  /// `- ` after `key:` on the same line.
  static func misplacedItem(at site: SourceSite) -> Diagnostic {
    .error(
      "a list with \"- \" cannot begin here", at: site,
      notes: [Note("begin it on a line of its own, or write [a, b]")])
  }

  /// A tab where spaces must be.
  static func tab(at site: SourceSite) -> Diagnostic {
    .error("a tab cannot indent a line; use spaces", at: site)
  }

  /// A character YAML keeps for itself.
  static func reserved(at site: SourceSite) -> Diagnostic {
    .error("\(quoted(site.text)) needs quotes: a value cannot begin like this", at: site)
  }

  /// `*` or `&` without a name.
  static func namelessMark(at site: SourceSite) -> Diagnostic {
    let kind = site.text == "*" ? "an alias" : "an anchor"
    return .error(
      "\(quoted(site.text)) begins \(kind) and needs a name of letters and digits", at: site,
      notes: [Note("put quotes around text that begins with \(quoted(site.text))")])
  }

  /// A backslash with a letter that means nothing.
  static func unknownEscape(at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(site.text)) means nothing in double quotes", at: site,
      notes: [Note("use single quotes, or write \"\\\\\" for a backslash")])
  }

  /// `\x`, `\u` or `\U` without its digits, or with those of no character.
  static func badEscape(at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(site.text)) is no character", at: site,
      notes: [Note("write its hexadecimal digits as in \"\\u00E9\"")])
  }

  /// Something on the line of `|` or `>`.
  static func textAfterIndicator(at site: SourceSite) -> Diagnostic {
    .error("the text after \"|\" or \">\" begins on the next line", at: site)
  }

  /// Punctuation where a value must be.
  static func missingValue(at site: SourceSite) -> Diagnostic {
    .error("expected a value; found \(site.phrase)", at: site)
  }

  /// A key beyond what libyaml looks at.
  static func longKey(at site: SourceSite) -> Diagnostic {
    .error("a key has at most 1,024 characters", at: site)
  }

  /// Anything else.
  static func unreadable(at site: SourceSite) -> Diagnostic {
    .error(
      "this cannot be read", at: site,
      notes: [Note("check the quotes, brackets and indentation around it")])
  }
}
