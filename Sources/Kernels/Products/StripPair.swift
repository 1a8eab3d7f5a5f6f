/// Two strips side by side, so that each number of the left matrix serves two vectors.
struct StripPair<Half: Strip>: Strip {
  /// The columns to the left.
  var low: Half
  /// The columns to the right.
  var high: Half

  @inline(always) static var count: Int { 2 &* Half.count }
  @inline(always) init(low: Half, high: Half) {
    self.low = low
    self.high = high
  }
  @inline(always) init(broadcast scalar: Half.Scalar) {
    low = Half(broadcast: scalar)
    high = low
  }
  @inline(always) static func load(_ source: UnsafePointer<Half.Scalar>) -> Self {
    Self(low: Half.load(source), high: Half.load(source + Half.count))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Half.Scalar>) {
    low.store(target)
    high.store(target + Half.count)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(low: low.fma(a.low, b.low), high: high.fma(a.high, b.high))
  }
}
