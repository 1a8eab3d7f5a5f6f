/// What can be wrong with an argument of `--set`.
extension Diagnostic {
  /// There is no `=`.
  static func assignmentWithoutSign(in argument: SourceText) -> Diagnostic {
    let end = argument.bytes.count
    return .error("expected \"=\" and a value after the key", at: argument.site(end..<end))
  }

  /// The key, or a part of it between dots, is empty.
  static func emptyKey(at site: SourceSite) -> Diagnostic {
    .error("expected a key before \"=\", its parts joined by dots", at: site)
  }

  /// Nothing follows the `=`.
  static func emptyValue(at site: SourceSite) -> Diagnostic {
    .error(
      "expected a value after \"=\"", at: site, notes: [Note("write '' for an empty text")])
  }

  /// A value with `key: value` or `- item` outside brackets.
  static func blockInArgument(at site: SourceSite) -> Diagnostic {
    .error(
      "a list or mapping needs brackets here", at: site,
      notes: [Note("write [a, b] or {key: value}, and quotes around text that contains \": \"")])
  }

  /// A key inside something that has none.
  static func overrideInsideList(_ node: SyntaxNode, at site: SourceSite) -> Diagnostic {
    .error(
      "\(quoted(site.text)) cannot be set inside \(node.phrase)", at: site,
      notes: [Note("this is not a mapping", at: node.aliasSite ?? node.site)])
  }
}
