/// A step of reading a YAML text, with the bytes it covers.
struct SyntaxEvent {
  /// What was met.
  enum Kind {
    /// The text begins.
    case streamStart
    /// The text ends.
    case streamEnd
    /// A document begins.
    case documentStart
    /// A document ends.
    case documentEnd
    /// `*name`.
    case alias(String)
    /// A scalar.
    case scalar(SyntaxNode.Scalar, NodeMarks)
    /// A list begins; `isFlow` if in brackets.
    case sequenceStart(NodeMarks, isFlow: Bool)
    /// A mapping begins; `isFlow` if in braces, or alone in a list's brackets.
    case mappingStart(NodeMarks, isFlow: Bool)
    /// The innermost list or mapping ends.
    case collectionEnd
  }

  /// What was met.
  let kind: Kind

  /// The bytes it covers, marks included; empty for what is implied by indentation.
  let bytes: Range<Int>
}
