extension SIMD16: Lanes where Scalar == Float {
  typealias Mask = SIMDMask<SIMD16<Float.SIMDMaskScalar>>
  typealias Bits = SIMD16<UInt32>

  @inline(always) static var count: Int { 16 }
  @inline(always) init(broadcast scalar: Float) { self.init(repeating: scalar) }
  @inline(always) init(bits: SIMD16<UInt32>) { self = unsafeBitCast(bits, to: Self.self) }
  @inline(always) var bits: SIMD16<UInt32> { unsafeBitCast(self, to: SIMD16<UInt32>.self) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self { addingProduct(a, b) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask { a .< b }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask { a .<= b }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask { a .== b }
}

extension SIMD8: Lanes where Scalar == Double {
  typealias Mask = SIMDMask<SIMD8<Double.SIMDMaskScalar>>
  typealias Bits = SIMD8<UInt64>

  @inline(always) static var count: Int { 8 }
  @inline(always) init(broadcast scalar: Double) { self.init(repeating: scalar) }
  @inline(always) init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }
  @inline(always) var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self { addingProduct(a, b) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask { a .< b }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask { a .<= b }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask { a .== b }
}

extension SIMD16: BitLanes where Scalar == UInt32 {
  @inline(always) init(broadcast pattern: UInt64) {
    self.init(repeating: UInt32(truncatingIfNeeded: pattern))
  }
}

extension SIMD8: BitLanes where Scalar == UInt64 {
  @inline(always) init(broadcast pattern: UInt64) { self.init(repeating: pattern) }
}
