public import Vocabulary

/// A key that a sweep can give values to: a field, or a setting of the word that a field has, such
/// as `optimizer.momentum`.
public struct SettingPath: Hashable, Sendable {
  /// The field.
  public let field: Field
  /// The setting of the field's word, if the key names one.
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

  /// What may be written for the key; nil if none of the field's words has such a setting.
  public var shape: Shape? {
    let shape = field.declaration.shape
    guard let setting else { return shape }
    return shape.words.flatMap(\.settings).first { $0.name == setting }?.shape
  }
}
