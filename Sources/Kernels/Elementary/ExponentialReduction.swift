/// A number taken apart for the exponential: x = n · ln 2 + r with n an integer, |r| ≤ ln 2 / 2.
struct ExponentialReduction<V: Lanes> {
  /// 1.5 · 2^significandBits + n + offset: the low bits hold n + offset.
  private let magic: V
  /// r.
  private let remainder: V

  /// Takes `x` apart.
  ///
  /// n · `logTwo` is a multiple of an ulp of ½ and near x, so that the first fma is exact (W. Cody,
  /// W. Waite, Software Manual for the Elementary Functions, 1980, who without an fma need zeros at
  /// the end of the constant); the second rounds to within half an ulp of r.
  ///
  /// - Precondition: `exponentialIsZero` ≤ x ≤ `exponentialIsInfinite`, or NaN.
  @inline(always) init(_ x: V) {
    let shift = V(broadcast: V.Scalar.integerMagic)
    magic = shift.fma(x, V(broadcast: V.Scalar.inverseLogTwo))
    let n = magic - shift
    let high = x.fma(n, V(broadcast: V.Scalar.logTwo.negated))
    remainder = high.fma(n, V(broadcast: V.Scalar.logTwoRest.negated))
  }

  /// Takes −x apart, like `init(_:)`, for `added(to:)`.
  ///
  /// Signs are put into constants, where they cost nothing.
  ///
  /// - Parameter exponentOffset: an integer.
  @inline(always) init(ofMinus x: V, exponentOffset: V.Scalar) {
    let shift = V(broadcast: V.Scalar.integerMagic + exponentOffset)
    magic = shift.fma(x, V(broadcast: V.Scalar.inverseLogTwo.negated))
    let n = magic - shift
    let high = x.fma(n, V(broadcast: V.Scalar.logTwo))
    remainder = high.fma(n, V(broadcast: V.Scalar.logTwoRest)).negated
  }

  /// e^r.
  ///
  /// 1 + r is rounded, and what that lost, which is known exactly (T. Dekker, Numerische Mathematik
  /// 18, 1971), joins the terms of higher order.
  @inline(always) var exponential: V {
    let sum = V.one + remainder
    let lost = remainder - (sum - V.one)
    return sum + lost.fma(remainder * remainder, V.Scalar.exponentialTail(remainder))
  }

  /// `term` + 2^(n + offset − exponentBias) · e^r, rounded once; the power must be a normal number.
  ///
  /// e^r is to within 0.9 ulp, by Horner's rule to its end. It brings NaN along, whatever the power's
  /// bits then are.
  @inline(always) func added(to term: V) -> V {
    let exponential = V.Scalar.exponentialTail(remainder).times(remainder, plus: V.Scalar.one)
      .times(remainder, plus: V.Scalar.one)
    let power = V(bits: magic.bits &<< V.Bits(broadcast: V.Scalar.significandBits))
    return term.fma(exponential, power)
  }

  /// e^r − 1, as r + r² · tail(r).
  @inline(always) var expMinusOne: V {
    remainder.fma(remainder * remainder, V.Scalar.exponentialTail(remainder))
  }

  /// n + `bias` as an integer.
  @inline(always) func exponent(bias: UInt64) -> V.Bits {
    magic.bits
      &- (V(broadcast: V.Scalar.integerMagic).bits &- V.Bits(broadcast: bias))
  }

  /// 2^(n + offset), which must be a normal number.
  @inline(always) func power(offset: Int64) -> V {
    let bias = V.Scalar.exponentBias &+ UInt64(bitPattern: offset)
    return V(bits: exponent(bias: bias) &<< V.Bits(broadcast: V.Scalar.significandBits))
  }

  /// p · 2^n, rounded once, and only where it is subnormal or overflows.
  ///
  /// 2^n itself need not be a number: it is multiplied by in two halves.
  @inline(always) func scale(_ p: V) -> V {
    let width = V.Bits(broadcast: V.Scalar.significandBits)
    let both = exponent(bias: 2 &* V.Scalar.exponentBias)
    let half = both &>> V.Bits(broadcast: 1)
    return p * V(bits: half &<< width) * V(bits: (both &- half) &<< width)
  }
}
