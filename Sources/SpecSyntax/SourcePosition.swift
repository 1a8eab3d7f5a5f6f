/// A place in a text, as editors count it.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1; lines end at LF, CR LF or a lone CR.
  public let line: Int

  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// The offset, in bytes from the start of the text.
  public let offset: Int
}

extension SourcePosition: Comparable {
  /// Orders the positions of one text.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.offset < right.offset
  }
}

extension SourcePosition: CustomStringConvertible {
  /// The position as compilers write it: `3:12`.
  public var description: String { "\(line):\(column)" }
}
