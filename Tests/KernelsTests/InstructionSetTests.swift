import Engine
import Testing

/// Names in the log what this processor cannot test: cases of other suites for an instruction set
/// that it lacks are cancelled without a word.
@Suite struct InstructionSetTests {
  @Test(
    .enabled(
      if: Engine.available.contains(.avx2), "no avx2 here: kernels for it are not tested"))
  func avx2() throws {
    #expect(try engine(.avx2).instructionSet == .avx2)
  }

  @Test(
    .enabled(
      if: Engine.available.contains(.avx512), "no avx512 here: kernels for it are not tested"))
  func avx512() throws {
    #expect(try engine(.avx512).instructionSet == .avx512)
  }
}
