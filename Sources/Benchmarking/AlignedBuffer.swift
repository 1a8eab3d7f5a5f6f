internal import Engine

/// Numbers for kernels to work on, in memory that begins where vectors want it to.
final class AlignedBuffer<S: EngineScalar> {
  /// Where they are.
  let pointer: UnsafeMutablePointer<S>
  /// How many there are.
  private let count: Int

  /// Numbers that are there already.
  init(_ numbers: [S]) {
    count = numbers.count
    pointer = allocateAligned(S.self, count: count)
    _ = UnsafeMutableBufferPointer(start: pointer, count: count).initialize(from: numbers)
  }

  /// Zeros.
  convenience init(count: Int) { self.init(Array(repeating: 0, count: count)) }

  deinit { pointer.deallocate() }

  /// Their bits.
  var bits: [UInt64] { UnsafeBufferPointer(start: pointer, count: count).map(\.bits) }
}

extension EngineScalar {
  /// Its bits once widened, which keeps every value and the sign of zero; one pattern for all NaN.
  var bits: UInt64 { isNaN ? .max : Double(self).bitPattern }
}
