/// ln(1 + x), accurate for small x too: −∞ at −1, NaN below.
///
/// u = 1 + x is rounded; what it lost is known exactly and is put back to first order, as in
/// fdlibm's `s_log1p.c` (Sun Microsystems, 1993).
///
/// Largest error: float32 1.24 ulp (of all numbers; at 0.2820), float64 1.15 ulp (at 0.2813).
@inline(always) func logOnePlus<V: Lanes>(_ x: V) -> V {
  let isSmall = V.isLess(x, V.one)
  let large = x.replacing(with: V.one, where: isSmall)
  let small = V.one.replacing(with: x, where: isSmall)
  let sum = large + small
  let result = logarithm(ofSum: sum, lost: small - (sum - large))
  // 0 keeps its sign.
  return result.withLogarithmEdges(of: sum).replacing(with: x, where: V.isEqual(x, V.zero))
}

/// ln(`sum` + `lost`), where `sum` is positive and normal and `lost` is less than an ulp of it.
///
/// With sum = 2^e · (1 + f) and d = 2^−e · lost: ln(1 + f + d) = ln(1 + f) + d/(1 + f) − …, of which
/// d · (1 − f) is enough.
@inline(always) func logarithm<V: Lanes>(ofSum sum: V, lost: V) -> V {
  let reduction = LogarithmReduction(sum)
  let scaled = lost * reduction.inversePower
  // Far beyond, where `lost` no longer counts, 2^−e is not a normal number.
  let d = scaled.replacing(
    with: V.zero, where: V.isLess(V(broadcast: V.Scalar(rounding: 0x1p100)), sum))
  return reduction.logarithm(
    exponent: reduction.exponent, rest: d.fma(d, reduction.fraction.negated))
}
