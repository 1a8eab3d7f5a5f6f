import Running
import Testing

/// What repeated measurements come to.
struct StatisticsTests {
  static let samples: [([Double], Double, Double?)] = [
    ([1], 1, nil), ([2, 2, 2], 2, 0), ([1, 2, 3, 4], 2.5, 1.2909944487358056),
    ([1_000_000_001, 1_000_000_002, 1_000_000_003], 1_000_000_002, 1),
    ([-1, 1], 0, 1.4142135623730951),
  ]

  @Test(arguments: samples)
  func `the variance is taken about the mean`(
    values: [Double], mean: Double, deviation: Double?
  ) throws {
    let statistics = try #require(Statistics(values))
    #expect(statistics.mean == mean)
    #expect(statistics.standardDeviation == deviation)
    #expect(statistics.minimum == values.min())
    #expect(statistics.maximum == values.max())
  }

  @Test func `nothing has no statistics`() { #expect(Statistics([]) == nil) }
}
