extension Float {
  /// In y = (t − 3) / (t + 3), which maps t ≥ 0 to −1 … 1, (t + 3) · e^(t²) · erfc(t) is smooth
  /// (M. Shepherd, J. Laframboise, Mathematics of Computation 36, 1981): one division serves both.
  @inline(always) static func scaledComplement<V: Lanes>(_ t: V) -> V where V.Scalar == Float {
    let inverse = V.one / (t + V(broadcast: 3))
    let y = V.one.fma(inverse, V(broadcast: -6))
    let polynomial = V(broadcast: -0x1.55234cp-12)
      .times(y, plus: -0x1.faa612p-12)
      .times(y, plus: 0x1.93beb2p-9)
      .times(y, plus: -0x1.41805p-10)
      .times(y, plus: -0x1.b7be64p-6)
      .times(y, plus: 0x1.e9975p-4)
      .times(y, plus: -0x1.3deacep-2)
      .times(y, plus: 0x1.2e3268p-1)
      .times(y, plus: -0x1.c44c48p-1)
      .times(y, plus: 0x1.12f21ep0)
    return polynomial * inverse
  }
}

extension Double {
  /// As in float32, with 4 in place of 3.
  @inline(always) static func scaledComplement<V: Lanes>(_ t: V) -> V where V.Scalar == Double {
    let inverse = V.one / (t + V(broadcast: 4))
    let y = V.one.fma(inverse, V(broadcast: -8))
    let polynomial = V(broadcast: -0x1.793e481509acbp-29)
      .times(y, plus: -0x1.d98fc72863dd6p-27)
      .times(y, plus: 0x1.4a0286e14ec77p-27)
      .times(y, plus: 0x1.0abd98b59a108p-23)
      .times(y, plus: -0x1.755d0d7147ea2p-24)
      .times(y, plus: -0x1.c779ed9e77664p-21)
      .times(y, plus: 0x1.808e71e46437dp-20)
      .times(y, plus: 0x1.3b303db4758e9p-18)
      .times(y, plus: -0x1.3c7f5ab2c389p-16)
      .times(y, plus: -0x1.e80e50d00491ep-19)
      .times(y, plus: 0x1.72ce43589a1f5p-13)
      .times(y, plus: -0x1.dd283042b4bdap-12)
      .times(y, plus: -0x1.269b60c11a2eep-12)
      .times(y, plus: 0x1.908f46eca88cap-8)
      .times(y, plus: -0x1.b00c05257526cp-6)
      .times(y, plus: 0x1.38dbd2c934966p-4)
      .times(y, plus: -0x1.645fd8a4ca1f6p-3)
      .times(y, plus: 0x1.52cac2370f251p-2)
      .times(y, plus: -0x1.14eacb1ad0185p-1)
      .times(y, plus: 0x1.8be202d26c726p-1)
      .times(y, plus: -0x1.f3fe31ecb49c3p-1)
      .times(y, plus: 0x1.18932bf08e154p0)
    return polynomial * inverse
  }
}
