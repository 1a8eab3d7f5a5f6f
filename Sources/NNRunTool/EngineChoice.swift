internal import Engine

/// Which kernels the program computes with.
enum EngineChoice {
  /// The engine for the best instruction set that the processor has, or for the one that the
  /// variable `NN_RUN_CPU` names, as tests do to compare them.
  static func engine() throws(ExitError) -> Engine {
    let instructionSet = try named()
    do throws(EngineError) {
      return try Engine(instructionSet: instructionSet)
    } catch {
      throw ExitError(.badCommandLine, error.description)
    }
  }

  private static func named() throws(ExitError) -> InstructionSet? {
    guard let name = Environment["NN_RUN_CPU"] else { return nil }
    guard let instructionSet = InstructionSet(rawValue: name) else {
      let names = InstructionSet.allCases.map(\.rawValue).joined(separator: ", ")
      throw ExitError(.badCommandLine, "NN_RUN_CPU is \"\(name)\"; it can be \(names)")
    }
    return instructionSet
  }
}
