import Engine
import KernelInterface
import Testing
import Vocabulary

/// The engine for an instruction set; a case for a set that this processor lacks is cancelled by
/// name.
func engine(_ instructionSet: InstructionSet) throws -> Engine {
  guard Engine.available.contains(instructionSet) else {
    try Test.cancel("this processor has no \(instructionSet.rawValue)")
  }
  return try Engine(instructionSet: instructionSet)
}

/// Numbers of both signs and several magnitudes, the same in each run.
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Evenly between −1 and 1 (an xorshift generator: Marsaglia, 2003).
  mutating func next() -> Double {
    state ^= state &<< 13
    state ^= state &>> 7
    state ^= state &<< 17
    return Double(Int64(bitPattern: state) >> 11) / 0x1p52
  }

  mutating func next(in range: Range<Double>) -> Double {
    range.lowerBound + (next() + 1) / 2 * (range.upperBound - range.lowerBound)
  }

  mutating func next(below bound: Int) -> Int {
    min(bound - 1, Int(next(in: 0..<Double(bound))))
  }

  mutating func next<S: EngineScalar>(_ count: Int, of _: S.Type) -> [S] {
    (0..<count).map { _ in S(next()) }
  }
}

/// A buffer for a kernel to write into: `count` numbers, and some behind them that must stay.
struct Guarded<S: EngineScalar> {
  private static var fence: Int { 20 }
  private let count: Int
  private var all: [S]

  init(_ count: Int) {
    self.count = count
    all = Array(repeating: 123, count: count + Self.fence)
  }

  init(_ numbers: [S]) {
    count = numbers.count
    all = numbers + Array(repeating: 123, count: Self.fence)
  }

  var numbers: [S] { Array(all[..<count]) }
  var isIntact: Bool { all[count...].allSatisfy { $0 == 123 } }

  mutating func fill(_ body: (UnsafeMutablePointer<S>) -> Void) {
    all.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      body(start)
    }
  }
}

extension EngineScalar {
  /// Its bits once widened, which keeps every value and the sign of zero; one pattern for all NaN.
  var bits: UInt64 { isNaN ? .max : Double(self).bitPattern }
}

extension Array where Element: EngineScalar {
  var bits: [UInt64] { map(\.bits) }
}
