internal import CLanes

/// Neighbouring columns that a matrix product computes side by side: a vector of any width down to
/// the scalar, so that narrow layers and the last columns of wide ones waste no lanes, and nothing
/// outside a matrix is read or written.
protocol Strip {
  /// The number in one lane.
  associatedtype Scalar

  /// How many columns there are.
  static var count: Int { get }
  /// The same number in every lane.
  init(broadcast scalar: Scalar)
  /// The `count` numbers from `source` on, of any alignment.
  static func load(_ source: UnsafePointer<Scalar>) -> Self
  /// Writes the lanes to the `count` numbers from `target` on, of any alignment.
  func store(_ target: UnsafeMutablePointer<Scalar>)
  /// `self + a · b`, rounded once.
  func fma(_ a: Self, _ b: Self) -> Self
}

/// A precision with vectors of 8, 4 and 2 lanes beside its widest. (`Codable` and `Hashable` come
/// with being a lane of a SIMD type; `SendableMetatype` is for the functions in the suite.)
protocol StripScalar: KernelScalar, Strip, SIMDScalar, Codable, Hashable, Comparable,
  SendableMetatype
where Vector: Strip {
  /// `c + a · b` of 8 lanes: lane by lane, as the generic `addingProduct` of a SIMD type goes, only where
  /// that is a call for each.
  static func fma(_ c: SIMD8<Self>, _ a: SIMD8<Self>, _ b: SIMD8<Self>) -> SIMD8<Self>
  /// `c + a · b` of 4 lanes.
  static func fma(_ c: SIMD4<Self>, _ a: SIMD4<Self>, _ b: SIMD4<Self>) -> SIMD4<Self>
  /// `c + a · b` of 2 lanes.
  static func fma(_ c: SIMD2<Self>, _ a: SIMD2<Self>, _ b: SIMD2<Self>) -> SIMD2<Self>
}

extension StripScalar {
  /// The widest strip, whose tiles fill the registers: as wide as a panel of columns.
  ///
  /// (As an associated type it would need metadata, which is made by calls into the runtime.)
  #if AVX512
    typealias Panel = StripPair<StripPair<Vector>>
  #else
    typealias Panel = Vector
  #endif
}

extension Float: StripScalar {
  @inline(always)
  static func fma(_ c: SIMD8<Float>, _ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    guard isFusedInstruction else { return c.addingProduct(a, b) }
    var result = c
    CFloat8_fma(&result, a, b)
    return result
  }
  @inline(always)
  static func fma(_ c: SIMD4<Float>, _ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
    guard isFusedInstruction else { return c.addingProduct(a, b) }
    var result = c
    CFloat4_fma(&result, a, b)
    return result
  }
  @inline(always)
  static func fma(_ c: SIMD2<Float>, _ a: SIMD2<Float>, _ b: SIMD2<Float>) -> SIMD2<Float> {
    guard isFusedInstruction else { return c.addingProduct(a, b) }
    var result = c
    CFloat2_fma(&result, a, b)
    return result
  }
}

extension Double: StripScalar {
  @inline(always)
  static func fma(_ c: SIMD8<Double>, _ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    guard isFusedInstruction else { return c.addingProduct(a, b) }
    var result = c
    CDouble8_fma(&result, a, b)
    return result
  }
  @inline(always)
  static func fma(_ c: SIMD4<Double>, _ a: SIMD4<Double>, _ b: SIMD4<Double>) -> SIMD4<Double> {
    guard isFusedInstruction else { return c.addingProduct(a, b) }
    var result = c
    CDouble4_fma(&result, a, b)
    return result
  }
  @inline(always)
  static func fma(_ c: SIMD2<Double>, _ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
    guard isFusedInstruction else { return c.addingProduct(a, b) }
    var result = c
    CDouble2_fma(&result, a, b)
    return result
  }
}

extension FloatVector: Strip {}

extension DoubleVector: Strip {}

extension SIMD8: Strip where Scalar: StripScalar {
  @inline(always) static var count: Int { 8 }
  @inline(always) init(broadcast scalar: Scalar) { self.init(repeating: scalar) }
  @inline(always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self { Scalar.fma(self, a, b) }
}

extension SIMD4: Strip where Scalar: StripScalar {
  @inline(always) static var count: Int { 4 }
  @inline(always) init(broadcast scalar: Scalar) { self.init(repeating: scalar) }
  @inline(always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self { Scalar.fma(self, a, b) }
}

extension SIMD2: Strip where Scalar: StripScalar {
  @inline(always) static var count: Int { 2 }
  @inline(always) init(broadcast scalar: Scalar) { self.init(repeating: scalar) }
  @inline(always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self { Scalar.fma(self, a, b) }
}
