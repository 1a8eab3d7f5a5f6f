/// Two runs of numbers in memory of their own that never changes, each on a 64-byte boundary.
final class AlignedNumbers<S: EngineScalar>: Sendable {
  /// The first run.
  ///
  /// The pointers may be shared between threads, as nothing is written after `init`.
  nonisolated(unsafe) let first: UnsafePointer<S>
  /// The second run.
  nonisolated(unsafe) let second: UnsafePointer<S>
  /// Copies the numbers.
  init(_ first: [S], _ second: [S]) {
    let start = allocateAligned(S.self, count: padded(first.count) + padded(second.count))
    let middle = start + padded(first.count)
    _ = UnsafeMutableBufferPointer(start: start, count: first.count).initialize(from: first)
    _ = UnsafeMutableBufferPointer(start: middle, count: second.count).initialize(from: second)
    self.first = UnsafePointer(start)
    self.second = UnsafePointer(middle)
  }

  /// Has so many numbers of each run written over zeros.
  init(
    _ firstCount: Int, _ secondCount: Int, writeFirst: (inout MutableSpan<S>) -> Void,
    writeSecond: (inout MutableSpan<S>) -> Void
  ) {
    let count = padded(firstCount) + padded(secondCount)
    let start = allocateAligned(S.self, count: count)
    start.initialize(repeating: 0, count: count)
    let middle = start + padded(firstCount)
    var firstRun = UnsafeMutableBufferPointer(start: start, count: firstCount).mutableSpan
    writeFirst(&firstRun)
    var secondRun = UnsafeMutableBufferPointer(start: middle, count: secondCount).mutableSpan
    writeSecond(&secondRun)
    first = UnsafePointer(start)
    second = UnsafePointer(middle)
  }

  deinit { first.deallocate() }
}

/// Memory for numbers, on a 64-byte boundary, uninitialized.
package func allocateAligned<S>(_: S.Type, count: Int) -> UnsafeMutablePointer<S> {
  UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<S>.stride, alignment: 64)
    .bindMemory(to: S.self, capacity: count)
}

/// A number of numbers rounded up, so that what follows them in aligned memory is aligned too.
func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
