internal import Engine
internal import Randomness

/// Numbers for kernels to work on, the same in each run.
struct RandomNumbers {
  private var stream = RandomStream(seed: 0, purpose: .dataset)

  /// So many numbers, evenly from a range.
  mutating func next<S: EngineScalar>(_ count: Int, in range: Range<Double> = -1..<1) -> [S] {
    (0..<count).map { _ in
      S(range.lowerBound + stream.nextUniform() * (range.upperBound - range.lowerBound))
    }
  }
}
