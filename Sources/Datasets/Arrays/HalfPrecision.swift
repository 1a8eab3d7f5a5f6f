/// The number of some bits of IEEE 754's binary16, which float32 has exactly.
///
/// Swift's own type for them is not on all platforms.
func halfPrecision(_ bits: UInt16) -> Float {
  let sign = UInt32(bits & 0x8000) << 16
  let exponent = UInt32(bits >> 10 & 0x1F)
  let fraction = UInt32(bits & 0x3FF)
  switch exponent {
  case 0:
    // Subnormal: so many times the least number, 2⁻²⁴.
    let magnitude = Float(fraction) * 0x1p-24
    return sign == 0 ? magnitude : -magnitude
  case 0x1F: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
  case _: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
  }
}
