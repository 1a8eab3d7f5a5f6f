/// e^x.
///
/// e^x = 2^n · e^r, and e^r = 1 + r + r² · tail(r) by a minimax polynomial of degree 6 (float32) or
/// 12 (float64), after W. Cody and W. Waite, Software Manual for the Elementary Functions, 1980.
///
/// Largest error: float32 0.84 ulp (of all numbers; at −5.848), float64 0.83 ulp (at −708.758).
@inline(always) func exp<V: Lanes>(_ x: V) -> V {
  let bounded = x.atMost(V(broadcast: V.Scalar.exponentialIsInfinite))
    .atLeast(V(broadcast: V.Scalar.exponentialIsZero))
  let reduction = ExponentialReduction(bounded)
  return reduction.scale(reduction.exponential)
}

extension Float {
  @inline(always) static func exponentialTail<V: Lanes>(_ r: V) -> V where V.Scalar == Float {
    V(broadcast: 0x1.6bec26p-10)
      .times(r, plus: 0x1.122766p-7)
      .times(r, plus: 0x1.555674p-5)
      .times(r, plus: 0x1.5554bp-3)
      .times(r, plus: 0x1.fffffep-2)
  }
}

extension Double {
  @inline(always) static func exponentialTail<V: Lanes>(_ r: V) -> V where V.Scalar == Double {
    V(broadcast: 0x1.1ee8942c5c05p-29)
      .times(r, plus: 0x1.af5e6902d8a51p-26)
      .times(r, plus: 0x1.27e5361fe175fp-22)
      .times(r, plus: 0x1.71ddf88510bd6p-19)
      .times(r, plus: 0x1.a01a017bcdad8p-16)
      .times(r, plus: 0x1.a01a01afd198cp-13)
      .times(r, plus: 0x1.6c16c16c1f06p-10)
      .times(r, plus: 0x1.111111110f6dfp-7)
      .times(r, plus: 0x1.555555555553fp-5)
      .times(r, plus: 0x1.5555555555559p-3)
      .times(r, plus: 0x1p-1)
  }
}
