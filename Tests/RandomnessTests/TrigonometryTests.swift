import Randomness
import Testing

/// The sine and the cosine of multiples of π.
@Suite struct TrigonometryTests {
  @Test func valuesAreWithinTheErrorsMeasured() {
    for (x, sine, cosine) in TrigonometryValues.values {
      #expect(abs(ScalarFunctions.sinPi(x) - sine) <= sine.ulp)
      #expect(abs(ScalarFunctions.cosPi(x) - cosine) <= 1.1 * cosine.ulp)
    }
  }

  @Test(arguments: [0.0, 1, 2, 3, -1, -2, 1e15, 1e16, 0x1p60])
  func wholeNumbers(x: Double) {
    #expect(ScalarFunctions.sinPi(x) == 0)
    let isEven = x.remainder(dividingBy: 2) == 0
    #expect(ScalarFunctions.cosPi(x) == (isEven ? 1 : -1))
  }

  @Test(arguments: [(0.5, 1.0), (-0.5, -1.0), (1.5, -1.0), (2.5, 1.0), (1e6 + 0.5, 1.0)])
  func halves(x: Double, sine: Double) {
    #expect(ScalarFunctions.sinPi(x) == sine)
    #expect(ScalarFunctions.cosPi(x) == 0)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func nothingBeyondTheNumbers(x: Double) {
    #expect(ScalarFunctions.sinPi(x).isNaN)
    #expect(ScalarFunctions.cosPi(x).isNaN)
  }

  @Test func cosineFallsFromZeroToOne() {
    let values = (0...4096).map { ScalarFunctions.cosPi(Double($0) / 4096) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
    #expect(zip(values, values.reversed()).allSatisfy { $0 == -$1 })
  }

  @Test func largestFiniteNumberIsEven() {
    #expect(ScalarFunctions.cosPi(.greatestFiniteMagnitude) == 1)
  }
}
