/// The standard normal distribution: Φ(x), and its density φ(x) = e^(−x²/2) / √(2π).
///
/// Up to |x| = 1, Φ(x) = ½ + ½ erf(x/√2) by the polynomial of `erf`. Beyond, the tail
/// Φ(−t) = ½ e^(−t²/2) · `scaledComplement`(t/√2), which keeps its relative accuracy all the way
/// down; and Φ(t) = 1 − Φ(−t).
@inline(always) func normalDistribution<V: Lanes>(_ x: V) -> (cumulative: V, density: V) {
  let half = V(broadcast: V.Scalar(rounding: 0.5))
  let rootOfHalf = V(broadcast: V.Scalar(rounding: 0.707_106_781_186_547_5))
  // Φ(−40) is 0 in float64.
  let t = x.magnitude.atMost(V(broadcast: V.Scalar(rounding: 40)))
  // The rounding of t² would count t²/2 times as much: e^−(s + d) = e^−s · (1 − d).
  let square = t * t
  let lost = square.negated.fma(t, t)
  let exponential = exp((half * square).negated)
  let bell = exponential.fma(exponential, (half * lost).negated)
  let tail = half * bell * V.Scalar.scaledComplement(t * rootOfHalf)
  let u = x * rootOfHalf
  let middle = half.fma(half, u.fma(u, V.Scalar.errorTail(u * u)))
  return (
    cumulative: (V.one - tail).replacing(with: tail, where: V.isLess(x, V.zero))
      .replacing(with: middle, where: V.isLess(t, V.one)),
    density: bell * V(broadcast: V.Scalar(rounding: 0.398_942_280_401_432_7))
  )
}
