/// Finds the byte at which the n-th Unicode scalar of a UTF-8 text begins.
///
/// libyaml counts in scalars, sites in bytes.
struct ScalarOffsets: Sendable {
  /// How many scalars lie between two checkpoints.
  private static let stride = 64

  /// The text, valid UTF-8 from `start` on.
  private let bytes: [UInt8]

  /// Where counting begins.
  private let start: Int

  /// The offset of each `stride`-th scalar; empty where every scalar is one byte.
  private var checkpoints: [UInt32] = []

  /// Prepares `bytes`, counted from `start`.
  ///
  /// Complexity: O(bytes).
  init(of bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
    if bytes[start...].allSatisfy({ $0 < 0x80 }) { return }
    var count = 0
    for offset in start..<bytes.count where !isContinuation(bytes[offset]) {
      if count % Self.stride == 0 { checkpoints.append(UInt32(offset)) }
      count += 1
    }
  }

  /// The offset of the scalar numbered `index` (from 0), or the text's end beyond the last.
  ///
  /// Complexity: O(1).
  subscript(index: Int) -> Int {
    if checkpoints.isEmpty { return min(start + index, bytes.count) }
    let checkpoint = min(index / Self.stride, checkpoints.count - 1)
    var offset = Int(checkpoints[checkpoint])
    var remaining = index - checkpoint * Self.stride
    while remaining > 0 && offset < bytes.count {
      offset += 1
      while offset < bytes.count && isContinuation(bytes[offset]) { offset += 1 }
      remaining -= 1
    }
    return offset
  }
}
