extension RandomStream {
  /// A number from 0 up to but not 1, each multiple of 2^−53 as likely: the next word without its
  /// low 11 bits, as NumPy's `Generator.random` has it.
  public mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number from the normal distribution of mean 0 and variance 1, of the next word: its quantile
  /// at `openUniform`.
  public mutating func nextNormal() -> Double {
    NormalDistribution.quantile(Self.openUniform(next()))
  }

  /// A number from the normal distribution of mean 0 and variance 1 as it is between −2 and 2, of
  /// the next word: its quantile at Φ(−2) + u · (1 − 2Φ(−2)), with u = `openUniform`.
  public mutating func nextTruncatedNormal() -> Double {
    let tail = 0.022_750_131_948_179_207
    let middle = 0.954_499_736_103_641_6
    return NormalDistribution.quantile(tail.addingProduct(middle, Self.openUniform(next())))
  }

  /// A number between 0 and 1, neither of them, in the middle of one of 2^52 intervals.
  private static func openUniform(_ word: UInt64) -> Double {
    (Double(word >> 12) + 0.5) * 0x1p-52
  }
}
