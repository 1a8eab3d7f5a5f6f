/// Makes a tree out of libyaml's events: positions, anchors, limits, and what YAML allows but a
/// spec does not.
///
/// Mistakes that leave the structure plain are collected in `log`; the first that does not ends the
/// reading.
struct TreeBuilder {
  /// The text read.
  let source: SourceText

  /// How large it may be.
  let limits: SyntaxLimits

  /// What was found wrong.
  private(set) var log: DiagnosticLog

  /// Whether block mappings and lists are allowed, which end with their indentation.
  let allowsBlocks: Bool

  /// The collections begun and not ended, outermost first.
  var open: [OpenCollection] = []

  /// The anchors met so far.
  var anchors = Anchors()

  /// How many nodes there are, aliases expanded.
  private var nodeCount = 0

  /// How many mistakes were reported.
  private(set) var mistakeCount = 0

  /// Whether a part was left out that could not be understood.
  var isDamaged = false

  /// The quote that opened the last scalar, if that scalar runs over several lines.
  var longQuote: SourceSite?

  /// The outermost node, once it is whole.
  var root: SyntaxNode?

  /// Prepares to read `source`.
  ///
  /// Precondition: the text has no fault, so that libyaml may be given it.
  init(source: SourceText, limits: SyntaxLimits, allowsBlocks: Bool, log: DiagnosticLog) {
    self.source = source
    self.limits = limits
    self.allowsBlocks = allowsBlocks
    self.log = log
  }

  /// Reads the one document that begins at `start`; nil if it could not be understood.
  ///
  /// Precondition: there is content at `start` or after.
  mutating func document(from start: Int) -> SyntaxNode? {
    do throws(SyntaxStop) {
      try readEvents(from: start)
    } catch {
      log.insert(error.diagnostic)
      return nil
    }
    return isDamaged ? nil : root
  }

  /// Follows the events up to the end of the document.
  private mutating func readEvents(from start: Int) throws(SyntaxStop) {
    var parser = EventParser(bytes: source.bytes, from: start)
    while true {
      let event: SyntaxEvent
      do throws(ParserFailure) {
        event = try parser.next()
      } catch {
        let diagnostic = error.diagnostic(in: source, inside: openBracket)
        throw SyntaxStop(diagnostic: diagnostic.after(quote: longQuote))
      }
      switch event.kind {
      case .streamStart, .documentStart: continue
      case .streamEnd: throw SyntaxStop(diagnostic: .emptySpec(at: source.site(start..<start)))
      case .documentEnd: return try checkNothingFollows(event.bytes.upperBound)
      case .alias(let name): try readAlias(name, bytes: event.bytes)
      case .scalar(let scalar, let marks): try readScalar(scalar, marks, bytes: event.bytes)
      case .sequenceStart(let marks, let isFlow):
        try begin(.sequence([]), marks, isFlow: isFlow, bytes: event.bytes)
      case .mappingStart(let marks, let isFlow):
        try begin(.mapping(MappingBuilder()), marks, isFlow: isFlow, bytes: event.bytes)
      case .collectionEnd: try end(event.bytes)
      }
    }
  }

  /// The innermost bracket or brace that is open.
  private var openBracket: SourceSite? {
    let brackets = Array("[{".utf8)
    let collection = open.last { $0.isFlow && brackets.contains(source.bytes[$0.start]) }
    return collection.map { source.site($0.start..<$0.start + 1) }
  }

  /// Refuses anything but comments and end marks after the document.
  ///
  /// libyaml is not asked: it would read all of a next document's directives first, which takes
  /// quadratic time.
  private func checkNothingFollows(_ end: Int) throws(SyntaxStop) {
    var offset = source.contentStart(from: end)
    while source.bytes[offset...].starts(with: "...".utf8) && source.isLineStart(offset) {
      offset = source.contentStart(from: offset + 3)
    }
    guard offset < source.bytes.count else { return }
    let site = source.site(source.word(at: offset))
    if source.isLineStart(offset) && site.text.starts(with: "---") {
      throw SyntaxStop(diagnostic: .severalDocuments(at: site))
    }
    if let root, root.scalar?.isPlain == true {
      throw SyntaxStop(diagnostic: .missingColon(at: root.site))
    }
    throw SyntaxStop(diagnostic: .textAfterEnd(at: site))
  }

  /// Adds a mistake that leaves the structure plain.
  mutating func report(_ diagnostic: Diagnostic) throws(SyntaxStop) {
    log.insert(diagnostic)
    mistakeCount += 1
    if mistakeCount == limits.mistakes {
      throw SyntaxStop(diagnostic: .tooManyMistakes(limits.mistakes, at: diagnostic.site))
    }
  }

  /// Counts `count` more nodes.
  mutating func count(_ count: Int, at site: SourceSite) throws(SyntaxStop) {
    nodeCount += count
    if nodeCount > limits.nodes {
      throw SyntaxStop(diagnostic: .tooManyNodes(limits.nodes, at: site))
    }
  }
}
