public import Vocabulary

/// A key that a sweep can give values to: a field, a setting of the word that a field has, such as
/// `optimizer.momentum`, or a key of the mapping that it is, such as `split.seed`.
public struct SettingPath: Hashable, Sendable {
  /// The field.
  public let field: Field
  /// The setting of the field's word, or the key of its mapping, if the key names one.
  public let setting: String?

  /// Creates the path of a field, or of a setting inside it.
  public init(_ field: Field, _ setting: String? = nil) {
    self.field = field
    self.setting = setting
  }

  /// The key as a spec writes it: `optimizer.momentum`.
  public var key: String { setting.map { "\(field.key).\($0)" } ?? field.key }

  /// The key as a column's name has it: `param_optimizer__momentum`.
  public var column: String { "param_" + (setting.map { "\(field.key)__\($0)" } ?? field.key) }

  /// Whether there is such a key: one of the field's words has the setting, or the field is a
  /// mapping that can have it alone.
  public var exists: Bool { shape() != nil }

  /// What may be written for the key; nil if there is no such key.
  ///
  /// Words may have settings of one name and of several shapes: each of these may be written then,
  /// and whether it suits the word that the field has is seen only where the two come together.
  ///
  /// - Parameter words: the words that the field may have; nil where any is possible, as it is where
  ///   none of these has the setting.
  public func shape(beside words: [String]? = nil) -> Shape? {
    guard let setting else { return field.declaration.shape }
    var shapes: [Shape] = []
    for candidate in field.sweepableSettings(of: words)
    where candidate.name == setting && !shapes.contains(candidate.shape) {
      shapes.append(candidate.shape)
    }
    if shapes.isEmpty, words != nil { return self.shape() }
    return shapes.count > 1 ? .either(shapes) : shapes.first
  }
}

extension Field {
  /// The settings that a sweep can give values to: those of the field's words, or the keys of the
  /// mapping that it is. One that several words have stands there for each of them.
  ///
  /// - Parameter words: the words that count; nil for all.
  package func sweepableSettings(of words: [String]? = nil) -> [Setting] {
    let shape = declaration.shape
    let owners = shape.words.filter { words?.contains($0.name) ?? true }
    return owners.flatMap(\.settings) + shape.freeMembers
  }
}
