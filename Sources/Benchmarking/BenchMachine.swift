internal import CProcessor
internal import Engine

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the benchmarks take of the machine, as `nn-run` does.
enum BenchMachine {
  /// How many cores the program may use.
  static var coreCount: Int { Int(processor_core_count()) }

  /// The engine for the best instruction set that the processor has, or for the one that the
  /// variable `NN_RUN_CPU` names.
  static func engine() throws(BenchFailure) -> Engine {
    let name = getenv("NN_RUN_CPU").map { String(cString: $0) }
    let instructionSet = name.flatMap { InstructionSet(rawValue: $0) }
    if let name, instructionSet == nil {
      let names = InstructionSet.allCases.map(\.rawValue).joined(separator: ", ")
      throw BenchFailure(64, "NN_RUN_CPU is \"\(name)\"; it can be \(names)")
    }
    do throws(EngineError) {
      return try Engine(instructionSet: instructionSet)
    } catch {
      throw BenchFailure(64, error.description)
    }
  }
}
