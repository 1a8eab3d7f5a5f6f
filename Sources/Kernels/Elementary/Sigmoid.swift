/// The logistic function 1 / (1 + e^−x).
///
/// Computed as c / (c + c · e^−x), with c a power of 2 so small that e^−x does not overflow and the
/// far tail, down to the last subnormal number, is rounded once, by the division. From
/// `sigmoidIsOne` on it is 1. From one number to the next it may step back by an ulp.
///
/// Largest error: float32 2.49 ulp (of all numbers; at −16.636), float64 2.50 ulp (at −36.737).
@inline(always) func sigmoid<V: Lanes>(_ x: V) -> V {
  let bounded = x.atLeast(V(broadcast: V.Scalar.exponentialIsZero))
    .atMost(V(broadcast: V.Scalar.sigmoidIsOne))
  let reduction = ExponentialReduction(
    ofMinus: bounded, exponentOffset: V.Scalar.sigmoidExponentOffset)
  let unit = V(broadcast: V.Scalar.sigmoidUnit)
  return unit / reduction.added(to: unit)
}
