import Experiments
import Testing

/// Values between two ends.
@Suite struct ValueRangeTests {
  typealias Case = (scale: ValueRange.Scale, ends: (Double, Double), values: [Double])

  static let cases: [Case] = [
    (.linear, (0, 0.9), [0, 0.3, 0.6, 0.9]),
    (.linear, (0.1, 0.5), [0.1, 0.2, 0.3, 0.4, 0.5]),
    (.linear, (1, 2), [1, 2]),
    (.linear, (-0.1, 0.2), [-0.1, 0, 0.1, 0.2]),
    (.linear, (-0.3, 0.3), [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]),
    (.linear, (1, 0), [1, 0.75, 0.5, 0.25, 0]),
    (.linear, (-1e308, 1e308), [-1e308, 0, 1e308]),
    (.linear, (0, 1), [0, 0.333333333333, 0.666666666667, 1]),
    (.log, (1e-6, 1e-2), [1e-6, 1e-5, 1e-4, 1e-3, 1e-2]),
    (.log, (1, 0.001), [1, 0.1, 0.01, 0.001]),
    (.log, (8, 128), [8, 16, 32, 64, 128]),
    (.log, (1e-300, 1e300), [1e-300, 1, 1e300]),
    (.log, (1, 2), [1, 1.41421356237, 2]),
  ]

  @Test(arguments: cases)
  func areExact(_ example: Case) {
    let range = ValueRange(
      example.scale, from: example.ends.0, to: example.ends.1, count: example.values.count)
    #expect(range.values == example.values)
  }

  @Test func endsAreAsTheyAre() {
    let (low, high) = (0.1234567890123456, 0.9876543210987654)
    for scale in ValueRange.Scale.allCases {
      let values = ValueRange(scale, from: low, to: high, count: 3).values
      #expect(values.first == low)
      #expect(values.last == high)
    }
  }

  @Test(arguments: ValueRange.Scale.allCases)
  func ascendWithAtMostTwelveDigits(scale: ValueRange.Scale) {
    let values = ValueRange(scale, from: 0.7, to: 13, count: 1000).values
    #expect(zip(values, values.dropFirst()).allSatisfy(<))
    for value in values {
      let digits = value.description.prefix { $0 != "e" }.filter(\.isNumber)
      #expect(digits.drop { $0 == "0" }.count <= 12)
    }
  }
}
