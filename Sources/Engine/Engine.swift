internal import CProcessor
public import KernelInterface
internal import Kernels

#if arch(x86_64)
  internal import KernelsAVX2
  internal import KernelsAVX512
#endif

/// The kernels for one instruction set, chosen once.
///
/// Results are the same bits whichever is chosen.
public struct Engine: Sendable {
  /// The instruction set in use.
  public let instructionSet: InstructionSet
  /// The kernels compiled for it.
  public let kernels: KernelSuite

  /// The instruction sets of this processor that there are kernels for, the plainest first.
  public static var available: [InstructionSet] {
    let level = processor_instruction_set()
    return InstructionSet.allCases.filter { instructionSet in
      switch instructionSet {
      case .baseline: true
      case .avx2: level >= 1
      case .avx512: level >= 2
      }
    }
  }

  /// Chooses an instruction set, the best there is if none is named.
  ///
  /// - Throws: `EngineError` if the processor lacks it, or if the calling thread's floating-point
  ///   mode is not the standard one. Threads inherit the mode of the thread that makes them.
  public init(instructionSet: InstructionSet? = nil) throws(EngineError) {
    guard processor_has_standard_floating_point() else {
      throw .floatingPointModeNotStandard
    }
    let available = Engine.available
    let chosen = instructionSet ?? available.max() ?? .baseline
    guard available.contains(chosen) else {
      throw .instructionSetUnavailable(chosen, available: available)
    }
    self.init(instructionSet: chosen, kernels: Engine.suite(for: chosen))
  }

  /// Takes kernels as they are; the plain ones are held against the others in this way.
  package init(instructionSet: InstructionSet, kernels: KernelSuite) {
    self.instructionSet = instructionSet
    self.kernels = kernels
  }

  /// The kernels that were compiled for an instruction set.
  private static func suite(for instructionSet: InstructionSet) -> KernelSuite {
    #if arch(x86_64)
      switch instructionSet {
      case .baseline: Kernels.kernelSuite()
      case .avx2: KernelsAVX2.kernelSuite()
      case .avx512: KernelsAVX512.kernelSuite()
      }
    #else
      Kernels.kernelSuite()
    #endif
  }
}
