extension TreeBuilder {
  /// Adds a scalar.
  mutating func readScalar(
    _ scalar: SyntaxNode.Scalar, _ marks: NodeMarks, bytes: Range<Int>
  ) throws(SyntaxStop) {
    let prefix = try prefix(marks, bytes: bytes)
    let end = source.trimmedEnd(of: prefix.content..<bytes.upperBound)
    let node = SyntaxNode(.scalar(scalar), at: source.site(prefix.content..<end))
    try count(1, at: node.site)
    longQuote = openingQuote(of: node)
    if let anchor = begin(marks.anchor, at: prefix.anchor) {
      anchors.end(anchor.name, number: anchor.number, as: node)
    }
    try add(node, end: max(end, prefix.anchor?.upperBound ?? 0, prefix.tag?.upperBound ?? 0))
  }

  /// Adds the node an alias stands for: the same storage, seen through another site.
  mutating func readAlias(_ name: String, bytes: Range<Int>) throws(SyntaxStop) {
    let site = source.site(bytes)
    guard let anchor = anchors[name] else {
      isDamaged = true
      try report(.undefinedAlias(name, at: site, known: anchors.names))
      return try add(nil, end: bytes.upperBound)
    }
    switch anchor.state {
    case .open:
      isDamaged = true
      try report(.recursiveAlias(name, at: site, anchor: anchor.site))
      try add(nil, end: bytes.upperBound)
    case .whole(let node):
      try count(node?.size ?? 0, at: site)
      if open.count + (node?.height ?? 0) > limits.depth {
        throw SyntaxStop(diagnostic: .tooDeep(limits.depth, at: site, anchor: anchor.site))
      }
      try add(node?.reached(through: site), end: bytes.upperBound)
    }
  }

  /// Begins a list or a mapping.
  mutating func begin(
    _ content: OpenCollection.Content, _ marks: NodeMarks, isFlow: Bool, bytes: Range<Int>
  ) throws(SyntaxStop) {
    let prefix = try prefix(marks, bytes: bytes)
    let start = prefix.content
    let site = source.site(start..<min(start + 1, source.bytes.count))
    if !isFlow && !allowsBlocks { throw SyntaxStop(diagnostic: .blockInArgument(at: site)) }
    if open.count == limits.depth {
      throw SyntaxStop(diagnostic: .tooDeep(limits.depth, at: site, anchor: nil))
    }
    try count(1, at: site)
    let anchor = begin(marks.anchor, at: prefix.anchor)
    open.append(
      OpenCollection(content: content, start: start, end: start, anchor: anchor, isFlow: isFlow))
  }

  /// Ends the innermost list or mapping; `bytes` are those of its closing bracket, if it has one.
  mutating func end(_ bytes: Range<Int>) throws(SyntaxStop) {
    let collection = open.removeLast()
    let isClosed = collection.isFlow && !bytes.isEmpty
    let end = isClosed ? bytes.upperBound : max(collection.end, collection.start)
    let site = source.site(collection.start..<end)
    let node = SyntaxNode(collection.finished(), at: site)
    if let anchor = collection.anchor {
      anchors.end(anchor.name, number: anchor.number, as: node)
    }
    try add(node, end: end)
  }

  /// Hands a whole node to the collection around it, or nil for one that could not be understood.
  private mutating func add(_ node: SyntaxNode?, end: Int) throws(SyntaxStop) {
    guard !open.isEmpty else {
      root = node
      return
    }
    if let mistake = open[open.count - 1].add(node, end: end) { try report(mistake) }
  }

  /// Finds the anchor and the tag before a node, and refuses the tag.
  private mutating func prefix(
    _ marks: NodeMarks, bytes: Range<Int>
  ) throws(SyntaxStop) -> NodePrefix {
    let prefix = NodePrefix(marks, in: source, bytes: bytes)
    if let tag = prefix.tag { try report(.tag(at: source.site(tag))) }
    return prefix
  }

  /// The quote that opens a scalar of several lines, if it is such a one.
  private func openingQuote(of node: SyntaxNode) -> SourceSite? {
    let start = node.site.bytes.lowerBound
    let isQuoted = "\"'".utf8.contains { source.bytes[start...].first == $0 }
    guard isQuoted && source.bytes[node.site.bytes].contains(0x0A) else { return nil }
    return source.site(start..<start + 1)
  }

  /// Begins the node named by the anchor at `place`, if there is one.
  private mutating func begin(
    _ name: String?, at place: Range<Int>?
  ) -> (name: String, number: Int)? {
    guard let name, let place else { return nil }
    return (name, anchors.begin(name, at: source.site(place)))
  }
}
