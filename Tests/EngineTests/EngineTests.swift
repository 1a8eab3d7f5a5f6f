import Engine
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The choice of an instruction set.
@Suite struct EngineTests {
  @Test func bestInstructionSetIsChosen() throws {
    #expect(Engine.available.first == .baseline)
    #expect(Engine.available == Engine.available.sorted())
    #expect(try Engine().instructionSet == Engine.available.last)
  }

  @Test(arguments: InstructionSet.allCases)
  func instructionSetIsTheOneNamed(instructionSet: InstructionSet) throws {
    if Engine.available.contains(instructionSet) {
      #expect(try Engine(instructionSet: instructionSet).instructionSet == instructionSet)
    } else {
      #expect(
        throws: EngineError.instructionSetUnavailable(
          instructionSet, available: Engine.available)
      ) { try Engine(instructionSet: instructionSet) }
    }
  }

  @Test func otherFloatingPointModesAreRefused() {
    fesetround(FE_UPWARD)
    let refused = Result { try Engine() }
    fesetround(FE_TONEAREST)
    #expect(throws: EngineError.floatingPointModeNotStandard) { try refused.get() }
  }

  @Test func errorsSayWhatIsThere() {
    let error = EngineError.instructionSetUnavailable(.avx512, available: [.baseline, .avx2])
    #expect(
      error.description
        == "instruction set 'avx512' is not available here; available: baseline, avx2")
    #expect(EngineError.floatingPointModeNotStandard.description.contains("round to nearest"))
  }
}
