extension ParserFailure {
  /// The failure in words of our own, at the place a person would look for it.
  ///
  /// libyaml's problems are told apart by their text, which has been the same for its releases of
  /// many years; one that is not known here still gets its position. `bracket` is the innermost
  /// one open.
  func diagnostic(in source: SourceText, inside bracket: SourceSite?) -> Diagnostic {
    if let bracket, offset == source.bytes.count { return .unclosedBracket(at: bracket) }
    let site = source.site(source.word(at: offset))
    if isAfterLongKey(in: source) { return .longKey(at: source.site(offset..<offset)) }
    if context == "while scanning a block scalar" && !problem.contains(" tab ") {
      return .textAfterIndicator(at: site)
    }
    if context.hasSuffix(" directive") {
      let line = source.position(at: contextOffset).line
      return .directive(at: source.site(source.content(ofLine: line)))
    }
    if context.contains(" tag") || problem == "found undefined tag handle" {
      return .tag(at: source.site(NodePrefix.mark(in: source, from: contextOffset)))
    }
    switch problem {
    case "could not find expected ':'":
      return lineWithoutColon(source.position(at: contextOffset).line, in: source)
    case "found unexpected ':'": return .colonWithoutSpace(at: site)
    case "mapping values are not allowed in this context": return misplacedColon(in: source)
    case "did not find expected key": return misplaced(in: source, among: "key")
    case "did not find expected '-' indicator": return misplaced(in: source, among: "\"- \"")
    case "did not find expected ',' or ']'": return unclosed("[", in: source)
    case "did not find expected ',' or '}'": return unclosed("{", in: source)
    case "found unexpected end of stream", "found unexpected document indicator":
      return .unclosedQuote(at: source.site(contextOffset..<contextOffset + 1))
    case "block sequence entries are not allowed in this context":
      return .misplacedItem(at: site)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return .tab(at: site)
    case "found character that cannot start any token":
      return source.isBlank(at: offset) ? .tab(at: site) : .reserved(at: site)
    case "did not find expected alphabetic or numeric character":
      return .namelessMark(at: source.site(contextOffset..<contextOffset + 1))
    case "found unknown escape character":
      return .unknownEscape(at: source.site(source.characters(2, from: offset)))
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return .badEscape(at: source.site(offset - 2..<source.word(at: offset).upperBound))
    case "mapping keys are not allowed in this context": return .reserved(at: site)
    case "did not find expected node content":
      return isColon(in: source) ? .missingKey(at: site) : .missingValue(at: site)
    default: return .unreadable(at: site)
    }
  }

  /// Whether libyaml stopped at a key of more than 1,024 characters, which it does not look beyond.
  private func isAfterLongKey(in source: SourceText) -> Bool {
    guard problem == "could not find expected ':'" || isColon(in: source) else { return false }
    let line = source.line(source.position(at: offset).line)
    let separators = Array(",{".utf8)
    let before = source.bytes[line.lowerBound..<offset]
    let start = before.lastIndex { separators.contains($0) } ?? line.lowerBound
    let key = source.site(start..<offset).text
    return key.unicodeScalars.count > 1024 && !key.contains(": ")
  }

  /// Whether libyaml stopped at a colon.
  private func isColon(in source: SourceText) -> Bool {
    offset < source.bytes.count && source.bytes[offset] == UInt8(ascii: ":")
  }

  /// A line that should be `key: value` and has no colon with a blank after it.
  private func lineWithoutColon(_ number: Int, in source: SourceText) -> Diagnostic {
    .missingColon(at: source.site(source.content(ofLine: number)))
  }

  /// A colon that nothing before it explains: it is in the value, or the line above is wrong.
  private func misplacedColon(in source: SourceText) -> Diagnostic {
    let number = source.position(at: offset).line
    let start = source.content(ofLine: number).lowerBound
    let key = source.site(start..<offset)
    if key.text.contains(": ") || key.text.starts(with: "- ") || number == 1 {
      return .colonInValue(at: source.site(offset..<offset + 1))
    }
    let above = (1..<number).last { !source.content(ofLine: $0).isEmpty } ?? number
    let content = source.content(ofLine: above)
    if !hasColon(content, in: source) { return lineWithoutColon(above, in: source) }
    return .misplacedKey(at: key, after: source.site(content))
  }

  /// Whether a stretch has a colon that ends a key.
  private func hasColon(_ range: Range<Int>, in source: SourceText) -> Bool {
    let text = source.site(range).text
    return text.contains(": ") || text.hasSuffix(":") || text.starts(with: "- ")
  }

  /// Something among keys, or among items of a list, that is none.
  private func misplaced(in source: SourceText, among kind: String) -> Diagnostic {
    let position = source.position(at: offset)
    let found = source.site(source.word(at: offset))
    if isColon(in: source) { return .missingKey(at: found) }
    if source.content(ofLine: position.line).lowerBound < offset { return .textAfterEnd(at: found) }
    let isAligned = position.column == source.position(at: contextOffset).column
    return isAligned ? .wrongKind(at: found, among: kind) : .misaligned(at: found, among: kind)
  }

  /// A list or mapping in brackets that goes on where it should not.
  private func unclosed(_ bracket: String, in source: SourceText) -> Diagnostic {
    let opening = source.site(contextOffset..<contextOffset + 1)
    if isKeyOutside(bracketAt: contextOffset, in: source) { return .unclosedBracket(at: opening) }
    let found = source.site(source.word(at: offset))
    return .missingComma(at: found, closing: bracket == "[" ? "]" : "}", opening: opening)
  }

  /// Whether libyaml stopped at a key that is indented no deeper than the line of a bracket above,
  /// and so can hardly be meant to stand inside it.
  private func isKeyOutside(bracketAt opening: Int, in source: SourceText) -> Bool {
    let end = isColon(in: source) ? offset : source.word(at: offset).upperBound
    guard end < source.bytes.count && source.bytes[end] == UInt8(ascii: ":") else { return false }
    let (line, openingLine) = (source.position(at: offset).line, source.position(at: opening).line)
    return line > openingLine
      && source.indentation(ofLine: line) <= source.indentation(ofLine: openingLine)
  }
}
