import ElementaryErrors
import Engine
import KernelInterface
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The errors that the elementary functions promise, in float32 against float64; that is held to
/// stored values in `ElementaryTests`.
@Suite struct ElementaryErrorTests {
  /// Every exponent and both signs.
  @Test(arguments: ElementaryFunction.allCases)
  func sample(function: ElementaryFunction) throws {
    let survey = ErrorSurvey(of: function, try Engine().kernels, step: 99_991)
    #expect(survey.mismatch == nil, "\(function)")
    #expect(survey.largestError <= function.errorBound, "\(function)(\(survey.place))")
  }

  /// All 2³² numbers: `make exhaustive`.
  @Test(.enabled(if: getenv("NN_RUN_EXHAUSTIVE") != nil), arguments: ElementaryFunction.allCases)
  func exhaustive(function: ElementaryFunction) throws {
    let kernels = try Engine().kernels
    var survey: ErrorSurvey?
    let time = ContinuousClock().measure { survey = ErrorSurvey(of: function, kernels, step: 1) }
    let found = try #require(survey)
    let error = (found.largestError * 1000).rounded(.up) / 1000
    print("\(function): \(error) ulp at most, at \(found.place), in \(time.components.seconds) s")
    #expect(found.mismatch == nil, "\(function)")
    #expect(found.largestError <= function.errorBound, "\(function)(\(found.place))")
  }
}
