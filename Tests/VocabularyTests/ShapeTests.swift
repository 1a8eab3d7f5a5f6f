import Testing
import Vocabulary

/// What may be written, as data and in words.
@Suite struct ShapeTests {
  @Test(arguments: [
    (Shape.integer(1...16), "a whole number from 1 to 16"),
    (.integer(0...Int.max), "a whole number of at least 0"),
    (.number(.all), "a number"),
    (.number(.positive), "a number above 0"),
    (.number(Interval(.included(0), .excluded(1))), "a number of at least 0 and below 1"),
    (.number(Interval(.none, .included(0.5))), "a number of at most 0.5"),
    (.boolean, "true or false"),
    (.text, "a text"),
    (.choice(of: Precision.self), "`float32` or `float64`"),
    (.choice(of: Loss.self), "a word such as `mse` or `sse`"),
    (.list(of: .number(.all), count: 1...2), "a list, each element a number"),
    (
      .either([.integer(1...2), .constant(Shape.Entry("full", ""))]),
      "a whole number from 1 to 2 or `full`"
    ),
    (
      .either([.choice(of: BiasInitialization.self), .number(.all)]),
      "`zeros`, `normal`, `uniform` or a number"
    ),
    (
      .mapping([Setting("a", .boolean, .required, ""), Setting("b", .boolean, .required, "")]),
      "a mapping of `a` and `b`"
    ),
  ])
  func hasAPhrase(shape: Shape, phrase: String) { #expect(shape.phrase == phrase) }

  @Test func wordsAreFoundThroughAlternatives() {
    let auto = Shape.Entry("auto", "as it comes")
    #expect(
      Shape.choice(of: Goal.self, or: auto).words.map(\.name) == ["auto", "minimize", "maximize"])
    let either = Shape.either([.number(.all), .choice(of: Goal.self), .constant(auto)])
    #expect(either.words.map(\.name) == ["minimize", "maximize", "auto"])
    #expect(Shape.list(of: .choice(of: Goal.self), count: 0...1).words.isEmpty)
  }

  static let intervals: [(Interval, inside: [Double], outside: [Double])] = [
    (.all, [-1e308, 0, 1e308], []),
    (.positive, [.leastNonzeroMagnitude, 1], [0, -1]),
    (.nonNegative, [0, 1], [-.leastNonzeroMagnitude]),
    (Interval(.included(0), .excluded(1)), [0, 0.5], [1, -0.5]),
    (Interval(.excluded(-1), .included(1)), [0, 1], [-1, 1.5]),
  ]

  @Test(arguments: intervals)
  func intervalContains(interval: Interval, inside: [Double], outside: [Double]) {
    for number in inside { #expect(interval.contains(number)) }
    for number in outside { #expect(!interval.contains(number)) }
  }

  @Test func standardHasAValueWhereItIsFixed() {
    #expect(Standard.value(.integer(1)).value == .integer(1))
    #expect(Standard.off(.integer(0)).value == .integer(0))
    #expect(Standard.required.value == nil)
    #expect(Standard.absent.value == nil)
    #expect(Standard.derived("as it comes").value == nil)
  }
}
