/// The natural logarithm: −∞ at ±0, NaN below.
///
/// x = 2^e · (1 + f), and ln x = e · ln 2 + ln(1 + f), in float32 by a minimax polynomial of degree
/// 10, in float64 by one of s = f / (2 + f) as in fdlibm. A subnormal number is made normal first.
///
/// Largest error: float32 0.89 ulp (of all numbers; at 0.7062), float64 0.92 ulp (at 0.7067).
@inline(always) func log<V: Lanes>(_ x: V) -> V {
  let isSubnormal = V.isLess(x, V(broadcast: V.Scalar.leastNormal))
  let normal = x.replacing(
    with: x * V(broadcast: V.Scalar.subnormalScale), where: isSubnormal)
  let shift = V.zero.replacing(
    with: V(broadcast: V.Scalar.subnormalShift), where: isSubnormal)
  let reduction = LogarithmReduction(normal)
  return reduction.logarithm(exponent: reduction.exponent - shift, rest: V.zero)
    .withLogarithmEdges(of: x)
}
