extension Shape {
  /// A value that was read by another shape, as this one has it: a whole number may stand for a
  /// number, and a number without a fraction for a whole one.
  ///
  /// - Returns: nil where the value is of another kind, or out of bounds.
  public func admitted(_ value: SpecValue) -> SpecValue? {
    switch self {
    case .integer(let range):
      let integer = value.asInteger ?? value.asNumber.flatMap(Int.init(exactly:))
      return integer.flatMap { range.contains($0) ? .integer($0) : nil }
    case .number(let interval):
      let number = value.asNumber ?? value.asInteger.map(Double.init)
      return number.flatMap { interval.contains($0) ? .number($0) : nil }
    case .boolean:
      return value == .boolean(true) || value == .boolean(false) ? value : nil
    case .text, .folderName, .path: return value.asText == nil ? nil : value
    case .choice(_, let entries):
      return entries.contains { $0.name == value.word } ? value : nil
    case .list: return value.elements == nil ? nil : value
    case .either(let shapes): return shapes.lazy.compactMap { $0.admitted(value) }.first
    case .mapping, .labels, .axes, .configurations, .configuration:
      guard case .mapping = value else { return nil }
      return value
    }
  }

  /// The keys of a mapping that may be written with any of them alone: each can be given a value
  /// where nothing else is known of the mapping.
  public var freeMembers: [Setting] {
    switch self {
    case .mapping(let settings):
      settings.contains { $0.standard == .required } ? [] : settings
    case .either(let shapes): shapes.flatMap(\.freeMembers)
    case .integer, .number, .boolean, .text, .folderName, .path, .choice, .list, .labels, .axes,
      .configurations, .configuration:
      []
    }
  }
}
