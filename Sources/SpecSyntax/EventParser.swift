import CLibYAML

/// libyaml's event parser: the only unsafe code of the module.
///
/// The parser struct points into itself and into its input, so both live on the heap, at addresses
/// that do not change, until this owner ends.
struct EventParser: ~Copyable {
  /// The parser's state.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// The bytes being read.
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Where in the text the input begins.
  private let start: Int

  /// From libyaml's positions to bytes of the text.
  private let offsets: ScalarOffsets

  /// Begins to read `bytes` at `start`.
  ///
  /// Precondition: the bytes from `start` on are valid UTF-8 without NUL or a byte-order mark.
  init(bytes: [UInt8], from start: Int) {
    self.start = start
    offsets = ScalarOffsets(of: bytes, from: start)
    input = .allocate(capacity: bytes.count - start)
    _ = input.initialize(fromContentsOf: bytes[start...])
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("out of memory") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, UnsafePointer(input.baseAddress), input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// Reads the next event.
  ///
  /// Precondition: neither the stream's end nor a failure came before.
  mutating func next() throws(ParserFailure) -> SyntaxEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let start = offsets[event.start_mark.index]
    let end = offsets[event.end_mark.index]
    return SyntaxEvent(kind: kind(of: event), bytes: start..<max(start, end))
  }

  /// What an event says; its union's member is read by the event's type.
  private func kind(of event: yaml_event_t) -> SyntaxEvent.Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT:
      return .alias(name(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let text = UnsafeBufferPointer(start: data.value, count: data.length)
      let scalar = SyntaxNode.Scalar(
        text: String(decoding: text, as: UTF8.self), isPlain: data.style == YAML_PLAIN_SCALAR_STYLE)
      return .scalar(scalar, marks(data.anchor, data.tag))
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      let isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
      return .sequenceStart(marks(data.anchor, data.tag), isFlow: isFlow)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      let isFlow = data.style == YAML_FLOW_MAPPING_STYLE
      return .mappingStart(marks(data.anchor, data.tag), isFlow: isFlow)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    default: preconditionFailure("libyaml has no other events")
    }
  }

  /// An anchor and a tag, as libyaml hands them over.
  private func marks(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> NodeMarks {
    NodeMarks(anchor: name(anchor), hasTag: tag != nil)
  }

  /// A NUL-terminated name; names have no NUL in them, as the input has none.
  private func name(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    characters.map { String(cString: $0) }
  }

  /// Why the parser stopped.
  private func failure() -> ParserFailure {
    let state = parser.pointee
    let offset = offsets[state.problem_mark.index]
    return ParserFailure(
      problem: state.problem.map { String(cString: $0) } ?? "out of memory",
      context: state.context.map { String(cString: $0) } ?? "",
      offset: state.error == YAML_READER_ERROR ? start + Int(state.problem_offset) : offset,
      contextOffset: state.context == nil ? offset : offsets[state.context_mark.index])
  }
}
