/// One of several parts that the runs of a plan are split into, to be trained apart from the others.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which part it is, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// The part that a text such as `2/8` names; nil where it names none.
  public init?(_ text: String) {
    let fields = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = fields.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isPlain, fields.count == 2, let number = Int(fields[0]), let count = Int(fields[1]),
      number >= 1, number <= count
    else { return nil }
    self.number = number
    self.count = count
  }

  /// The text that names it: `2/8`.
  public var description: String { "\(number)/\(count)" }
}
