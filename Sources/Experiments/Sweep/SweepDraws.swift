internal import Digests
internal import Randomness

/// The random draws of one key of a sweep.
///
/// A draw depends on the spec's seed, the key and its number alone: another key, or more samples,
/// leave it as it is.
struct SweepDraws: Sendable {
  private let seed: UInt64
  /// The first 63 bits of the SHA-256 of the key.
  private let index: Int

  /// The draws of a key; a group of keys that move together draws by its first.
  ///
  /// - Precondition: the seed is not negative.
  init(seed: Int, key: SettingPath) {
    self.seed = UInt64(seed)
    index = Int(SHA256.hash(key.key.utf8.span).short.bits >> 1)
  }

  /// A number from 0 up to but not 1.
  func share(_ draw: Int) -> Double {
    var stream = stream(draw)
    return stream.nextUniform()
  }

  /// A whole number from 0 up to but not `bound`.
  ///
  /// - Precondition: `bound` is positive.
  func index(_ draw: Int, below bound: Int) -> Int {
    var stream = stream(draw)
    return stream.next(below: bound)
  }

  /// The random numbers of one draw.
  private func stream(_ draw: Int) -> RandomStream {
    RandomStream(seed: seed, purpose: .sweep, index: index, step: draw)
  }
}
