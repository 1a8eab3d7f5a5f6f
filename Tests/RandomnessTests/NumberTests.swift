import Randomness
import Testing

/// Numbers and integers that are made of words.
@Suite struct NumberTests {
  private let stream = RandomStream(seed: 11, purpose: .weights, index: 1)

  @Test func uniformsAreThoseOfNumPy() {
    var stream = stream
    #expect(PhiloxValues.uniforms.map { _ in stream.nextUniform() } == PhiloxValues.uniforms)
  }

  @Test func normals() {
    var stream = stream
    for expected in PhiloxValues.normals {
      #expect(abs(stream.nextNormal() - expected) <= 1e-15 * abs(expected))
    }
  }

  @Test func truncatedNormals() {
    var stream = stream
    for expected in PhiloxValues.truncatedNormals {
      // Φ(−2) + u · (1 − 2Φ(−2)) is rounded before its quantile is taken.
      #expect(abs(stream.nextTruncatedNormal() - expected) <= 1e-15 + 1e-15 * abs(expected))
    }
  }

  @Test(arguments: PhiloxValues.quantiles.indices)
  func quantiles(position: Int) {
    let (share, expected) = PhiloxValues.quantiles[position]
    #expect(abs(NormalDistribution.quantile(share) - expected) <= 1e-15 * abs(expected))
    #expect(NormalDistribution.quantile(0.5).bitPattern == 0)
  }

  /// Mean, variance, skewness and kurtosis, within five standard errors.
  @Test func moments() {
    let count = 20_000
    var stream = stream
    let normals = (0..<count).map { _ in stream.nextNormal() }
    for (power, mean, error) in [(1, 0.0, 1.0), (2, 1, 1.42), (3, 0, 3.88), (4, 3, 9.8)] {
      let sum = normals.reduce(0.0) { sum, x in sum + (0..<power).reduce(1.0) { y, _ in y * x } }
      #expect(abs(sum / Double(count) - mean) < 5 * error / Double(count).squareRoot())
    }
    let uniforms = (0..<count).map { _ in stream.nextUniform() }
    #expect(uniforms.allSatisfy { 0 <= $0 && $0 < 1 })
    let uniformMean = uniforms.reduce(0, +) / Double(count)
    #expect(abs(uniformMean - 0.5) < 5 * 0.289 / Double(count).squareRoot())
    let truncated = (0..<count).map { _ in stream.nextTruncatedNormal() }
    #expect(truncated.allSatisfy { abs($0) < 2 })
    let variance = truncated.reduce(0) { $0 + $1 * $1 } / Double(count)
    #expect(abs(variance - 0.773741) < 5 * 0.79 / Double(count).squareRoot())
  }

  @Test func integersBelowBounds() {
    var stream = stream
    #expect(
      PhiloxValues.bounds.map { stream.next(below: $0) } == PhiloxValues.integersBelowBounds)
  }

  @Test(arguments: [1, 2, 3, 7, 10, 64])
  func everyIntegerIsAsLikely(bound: Int) {
    var stream = stream
    var hits = Array(repeating: 0, count: bound)
    for _ in 0..<(bound * 400) { hits[stream.next(below: bound)] += 1 }
    // 400 ± 5 √400
    #expect(hits.allSatisfy { 300...500 ~= $0 })
  }

  @Test func orders() {
    var stream = stream
    #expect(stream.shuffled(0..<100) == PhiloxValues.orderOf100)
    #expect(stream.shuffled(0..<0) == [])
    #expect(stream.shuffled(5..<6) == [5])
    #expect(stream.shuffled(3..<40).sorted() == Array(3..<40))
  }

  @Test func everyOrderIsAsLikely() {
    var stream = stream
    var hits: [[Int]: Int] = [:]
    for _ in 0..<2_400 { hits[stream.shuffled(0..<4), default: 0] += 1 }
    #expect(hits.count == 24)
    #expect(hits.values.allSatisfy { 50...150 ~= $0 })
  }

  @Test func scalarFunctions() {
    #expect(ScalarFunctions.exp(0) == 1)
    #expect(ScalarFunctions.exp(1) == 0x1.5bf0a8b145769p1)
    #expect(ScalarFunctions.exp(-1000) == 0)
    #expect(ScalarFunctions.log(10) == 0x1.26bb1bbb55516p1)
    #expect(ScalarFunctions.log(0) == -.infinity)
    #expect(ScalarFunctions.log(-1).isNaN)
  }
}
