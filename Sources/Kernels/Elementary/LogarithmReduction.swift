/// A positive normal number taken apart for the logarithm: x = 2^e · (1 + f), √½ ≤ 1 + f < √2.
struct LogarithmReduction<V: Lanes> {
  /// e + `exponentBias`, as an integer.
  let storedExponent: V.Bits
  /// f, exact.
  let fraction: V

  /// Takes `x` apart by its bits, which for other than positive normal numbers means nothing.
  @inline(always) init(_ x: V) {
    let one = V.one.bits
    let rootOfHalf = V(broadcast: V.Scalar(rounding: 0.707_106_781_186_547_5)).bits
    let width = V.Bits(broadcast: V.Scalar.significandBits)
    // The exponent goes up where the significand is √2 or more.
    storedExponent = (x.bits &+ (one &- rootOfHalf)) &>> width
    let moved = storedExponent &- V.Bits(broadcast: V.Scalar.exponentBias)
    fraction = V(bits: x.bits &- (moved &<< width)) - V.one
  }

  /// e.
  @inline(always) var exponent: V {
    V(bits: storedExponent | V(broadcast: V.Scalar.integerMagic).bits)
      - V(broadcast: V.Scalar.storedExponentOrigin)
  }

  /// 2^−e; means nothing where e is the largest exponent.
  @inline(always) var inversePower: V {
    let width = V.Bits(broadcast: V.Scalar.significandBits)
    return V(bits: (V.Bits(broadcast: 2 &* V.Scalar.exponentBias) &- storedExponent) &<< width)
  }

  /// `exponent` · ln 2 + ln(1 + f) + `rest`, where `rest` is small against the sum of the others.
  ///
  /// `exponent` · `shortLogTwo` is exact, and so is what the sum of it and f loses, since it is 0
  /// or exceeds f (T. Dekker, Numerische Mathematik 18, 1971): only the last addition and the small
  /// terms round.
  @inline(always) func logarithm(exponent: V, rest: V) -> V {
    let high = exponent * V(broadcast: V.Scalar.shortLogTwo)
    let sum = high + fraction
    let lost = fraction - (sum - high)
    let tail = V.Scalar.logarithmTail(fraction) + rest
    return sum + (lost + tail.fma(exponent, V(broadcast: V.Scalar.shortLogTwoRest)))
  }
}

extension Lanes {
  /// A logarithm, or what it is where its argument is 0, negative, infinite or NaN.
  @inline(always) func withLogarithmEdges(of argument: Self) -> Self {
    let infinity = Self(broadcast: Scalar(rounding: .infinity))
    return argument.replacing(with: self, where: Self.isLess(argument, infinity))
      .replacing(with: infinity.negated, where: Self.isEqual(argument, Self.zero))
      .replacing(
        with: Self(broadcast: Scalar(rounding: .nan)), where: Self.isLess(argument, Self.zero))
  }
}

extension Float {
  @inline(always) static func logarithmTail<V: Lanes>(_ f: V) -> V where V.Scalar == Float {
    let polynomial = V(broadcast: -0x1.38304ap-4)
      .times(f, plus: 0x1.08486p-3)
      .times(f, plus: -0x1.0f375ap-3)
      .times(f, plus: 0x1.22719ap-3)
      .times(f, plus: -0x1.54276ep-3)
      .times(f, plus: 0x1.99a3f4p-3)
      .times(f, plus: -0x1.000426p-2)
      .times(f, plus: 0x1.55555p-2)
      .times(f, plus: -0x1.fffff8p-2)
    return f * f * polynomial
  }
}

extension Double {
  /// With s = f / (2 + f): ln(1 + f) = 2 atanh(s) = f − f²/2 + s · (f²/2 + R(s²)), as in fdlibm's
  /// `e_log.c` (Sun Microsystems, 1993).
  @inline(always) static func logarithmTail<V: Lanes>(_ f: V) -> V where V.Scalar == Double {
    let s = f / (V(broadcast: 2) + f)
    let z = s * s
    let polynomial = V(broadcast: 0x1.2f03a50715b7ap-3)
      .times(z, plus: 0x1.39a1e9975a009p-3)
      .times(z, plus: 0x1.74663cfc37c44p-3)
      .times(z, plus: 0x1.c71c52134998dp-3)
      .times(z, plus: 0x1.24924941e4356p-2)
      .times(z, plus: 0x1.999999997feafp-2)
      .times(z, plus: 0x1.5555555555592p-1)
    let halfSquare = V(broadcast: 0.5) * f * f
    return halfSquare.negated.fma(s, halfSquare.fma(z, polynomial))
  }
}
