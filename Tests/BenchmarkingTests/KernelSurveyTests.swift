import Engine
import KernelInterface
import KernelsReference
import Testing
import Vocabulary

@testable import Benchmarking

/// The verification of kernels before they are timed, and the tables of what was found.
@Suite struct KernelSurveyTests {
  static let plain = Engine(instructionSet: .baseline, kernels: referenceSuite())

  @Test(arguments: [KernelGroup.functions, .forms, .optimizers], Precision.allCases)
  func kernelsAreVerified(group: KernelGroup, precision: Precision) throws {
    let engine = try Engine()
    for kernel in group.cases(precision) {
      let expected = kernel.expectedResults(Self.plain)
      #expect(kernel.isVerified(kernel.prepare(engine), expected: expected), "\(kernel.name)")
    }
  }

  @Test func productsAreVerified() throws {
    let engine = try Engine()
    for kernel in KernelGroup.products.cases(.float32).prefix(6) {
      let expected = kernel.expectedResults(Self.plain)
      #expect(kernel.isVerified(kernel.prepare(engine), expected: expected), "\(kernel.name)")
    }
  }

  /// What trains one step too few is found out, and nothing else.
  @Test func wrongBitsAreFound() throws {
    let survey = KernelSurvey(.forms, .float32, [try lazyEngine()], plain: Self.plain)
    #expect(survey.wrongCount == 1)
    let lines = survey.text.split(separator: "\n")
    #expect(lines.count == 2 + TrainingForm.allCases.count)
    for line in lines.dropFirst(2) {
      #expect(line.contains("wrong bits") == line.contains("narrow"), "\(line)")
    }
    #expect(survey.rows.allSatisfy { $0.count == KernelSurvey.header.count })
    #expect(survey.rows.map { $0[4] } == ["true", "true", "false", "true"])
  }

  @Test func figuresAreInTheUnitOfTheGroup() {
    #expect(KernelGroup.products.value(seconds: 2, work: 6e9) == 3)
    #expect(KernelGroup.functions.value(seconds: 2, work: 1e9) == 2)
  }

  /// An engine whose form `narrow` leaves out a step.
  private func lazyEngine() throws -> Engine {
    let engine = try Engine()
    let kernels = engine.kernels.float32
    let narrow = kernels.narrow
    let lazy = NetworkKernels<Float>(
      lanes: narrow.lanes, areUnitsOutermost: narrow.areUnitsOutermost, gather: narrow.gather,
      forward: narrow.forward, addLosses: narrow.addLosses,
      train: { narrow.train($0, $1, $2, $3 - 1, $4) })
    let float32 = PrecisionKernels<Float>(
      matrix: kernels.matrix, single: kernels.single, narrow: lazy, wide: kernels.wide,
      products: kernels.products, losses: kernels.losses, elementary: kernels.elementary)
    return Engine(
      instructionSet: engine.instructionSet,
      kernels: KernelSuite(float32: float32, float64: engine.kernels.float64))
  }
}
