/// A key of a nested mapping: an option of a word, such as `momentum` of `sgd`.
public struct Setting: Sendable, Hashable {
  /// The key.
  public let name: String
  /// What may be written for it.
  public let shape: Shape
  /// What holds where the spec does not give it.
  public let standard: Standard
  /// One line for the documentation.
  public let summary: String

  /// Creates the declaration of a setting.
  public init(_ name: String, _ shape: Shape, _ standard: Standard, _ summary: String) {
    self.name = name
    self.shape = shape
    self.standard = standard
    self.summary = summary
  }
}
