internal import CPeak
internal import Engine
internal import Running
internal import Synchronization
internal import Vocabulary

/// How many operations of multiply-adds a second the processor can do, measured.
enum Peak {
  /// Of one core, in vectors of an instruction set.
  static func ofOneCore(_ instructionSet: InstructionSet, _ precision: Precision) -> Double {
    let vectorBytes: Int32 =
      switch instructionSet {
      case .baseline: 16
      case .avx2: 32
      case .avx512: 64
      }
    var operations = 0.0
    let seconds = Stopwatch.least {
      operations = peak_multiply_adds(vectorBytes, precision == .float64)
    }
    return operations / seconds
  }

  /// Of so many cores at once in float32.
  static func ofCores(_ count: Int, _ instructionSet: InstructionSet) -> Double {
    let sum = Mutex(0.0)
    Scheduler(workers: count).run(
      count, cancellation: Cancellation(),
      perform: { _, _ in ofOneCore(instructionSet, .float32) },
      receive: { _, rate in sum.withLock { $0 += rate } })
    return sum.withLock(\.self)
  }
}
