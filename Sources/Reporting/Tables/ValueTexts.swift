public import Vocabulary

/// The texts of the values that keys have in the rows of a table.
///
/// A value stands in many rows, and is written once.
public struct ValueTexts {
  /// For each key the texts of values that it had.
  private var known: [[SpecValue: String]]
  /// Writes a value of a key, given by its index.
  private let write: (_ value: SpecValue, _ key: Int) -> String

  /// How many texts of a key are kept: where nearly each value is another, keeping them is of no use.
  private static let limit = 1 << 16

  /// Texts for so many keys, as `write` makes them; by default those of the values as a spec has them.
  public init(
    keyCount: Int,
    _ write: @escaping (_ value: SpecValue, _ key: Int) -> String = { value, _ in value.text }
  ) {
    known = Array(repeating: [:], count: keyCount)
    self.write = write
  }

  /// The text of a value of a key.
  public mutating func text(of value: SpecValue, key: Int) -> String {
    if let text = known[key][value] { return text }
    let text = write(value, key)
    if known[key].count >= Self.limit { known[key].removeAll(keepingCapacity: true) }
    known[key][value] = text
    return text
  }

  /// The texts of values of the keys, in their order.
  public mutating func texts(of values: [SpecValue]) -> [String] {
    values.indices.map { text(of: values[$0], key: $0) }
  }
}
