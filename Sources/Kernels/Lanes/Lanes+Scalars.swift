extension Float: Lanes, KernelScalar {
  typealias Scalar = Float
  typealias Vector = FloatVector
  typealias Block = FloatBlock
  typealias Bits = UInt32

  @inline(always) static var count: Int { 1 }
  @inline(always) init(broadcast scalar: Float) { self = scalar }
  @inline(always) init(bits: UInt32) { self.init(bitPattern: bits) }
  @inline(always) var bits: UInt32 { reinterpret(self, as: UInt32.self) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Float { source.pointee }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) { target.pointee = self }
  @inline(always) func fma(_ a: Float, _ b: Float) -> Float { addingProduct(a, b) }
  @inline(always) var squareRoot: Float { squareRoot() }
  @inline(always) static func isLess(_ a: Float, _ b: Float) -> Bool { a < b }
  @inline(always) static func isAtMost(_ a: Float, _ b: Float) -> Bool { a <= b }
  @inline(always) static func isEqual(_ a: Float, _ b: Float) -> Bool { a == b }
  @inline(always) func replacing(with other: Float, where mask: Bool) -> Float {
    mask ? other : self
  }
  @inline(always) init(rounding value: Double) { self.init(value) }
  @inline(always) var widened: Double { Double(self) }
}

extension Double: Lanes, KernelScalar {
  typealias Scalar = Double
  typealias Vector = DoubleVector
  typealias Block = DoubleBlock
  typealias Bits = UInt64

  @inline(always) static var count: Int { 1 }
  @inline(always) init(broadcast scalar: Double) { self = scalar }
  @inline(always) init(bits: UInt64) { self.init(bitPattern: bits) }
  @inline(always) var bits: UInt64 { reinterpret(self, as: UInt64.self) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Double { source.pointee }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) { target.pointee = self }
  @inline(always) func fma(_ a: Double, _ b: Double) -> Double { addingProduct(a, b) }
  @inline(always) var squareRoot: Double { squareRoot() }
  @inline(always) static func isLess(_ a: Double, _ b: Double) -> Bool { a < b }
  @inline(always) static func isAtMost(_ a: Double, _ b: Double) -> Bool { a <= b }
  @inline(always) static func isEqual(_ a: Double, _ b: Double) -> Bool { a == b }
  @inline(always) func replacing(with other: Double, where mask: Bool) -> Double {
    mask ? other : self
  }
  @inline(always) init(rounding value: Double) { self = value }
  @inline(always) var widened: Double { self }
}

extension UInt32: BitLanes {
  @inline(always) init(broadcast pattern: UInt64) { self.init(truncatingIfNeeded: pattern) }
}

extension UInt64: BitLanes {
  @inline(always) init(broadcast pattern: UInt64) { self = pattern }
}

/// The same bits as another type, of the same size.
///
/// Generic, because `bitPattern` is a call into the standard library.
@inline(always) private func reinterpret<From, To>(_ value: From, as type: To.Type) -> To {
  unsafeBitCast(value, to: type)
}
