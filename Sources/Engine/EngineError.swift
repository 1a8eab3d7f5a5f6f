/// Why an engine cannot be had on this machine.
public enum EngineError: Error, Hashable, Sendable {
  /// The processor, or this build, lacks the instruction set that was asked for.
  case instructionSetUnavailable(InstructionSet, available: [InstructionSet])
  /// The thread rounds other than to nearest, or takes subnormal numbers for zero.
  case floatingPointModeNotStandard
}

extension EngineError: CustomStringConvertible {
  /// The sentence for the reader of an error message.
  public var description: String {
    switch self {
    case .instructionSetUnavailable(let asked, let available):
      "instruction set '\(asked.rawValue)' is not available here; available: "
        + available.map(\.rawValue).joined(separator: ", ")
    case .floatingPointModeNotStandard:
      "the floating-point mode is not the standard one (round to nearest, subnormal numbers kept), "
        + "so results would differ from those of other machines"
    }
  }
}
