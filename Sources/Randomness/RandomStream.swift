/// The random numbers of one purpose, the same on every machine.
///
/// The words are those of NumPy's
/// `numpy.random.Philox(key=[seed, code], counter=[0, index, step, 0]).random_raw()`, where `code`
/// is that of the purpose. NumPy counts up before each block of four words, so that the first block
/// is that of counter `[1, index, step, 0]`.
public struct RandomStream: Sendable {
  /// The seed and the purpose's code.
  private let key: SIMD2<UInt64>
  /// The second and third word of the counter.
  private let index: UInt64, step: UInt64
  /// How many words `next` has drawn.
  private var position = 0
  /// The block that the last word came from.
  private var block = SIMD4<UInt64>()

  /// The stream for a purpose; what `index` and `step` are, `RandomPurpose` tells.
  ///
  /// - Precondition: `index` and `step` are not negative.
  public init(seed: UInt64, purpose: RandomPurpose, index: Int = 0, step: Int = 0) {
    key = SIMD2(seed, purpose.rawValue)
    self.index = UInt64(index)
    self.step = UInt64(step)
  }

  /// Word number `position` of the stream, from 0, whatever has been drawn.
  public func word(at position: Int) -> UInt64 {
    block(of: position)[position % 4]
  }

  /// The next word of the stream: `word(at: 0)`, `word(at: 1)` and so on.
  public mutating func next() -> UInt64 {
    if position % 4 == 0 { block = block(of: position) }
    defer { position += 1 }
    return block[position % 4]
  }

  /// The four words that word number `position` is one of.
  func block(of position: Int) -> SIMD4<UInt64> {
    Philox4x64.block(counter: SIMD4(UInt64(position / 4) + 1, index, step, 0), key: key)
  }
}
