/// How the numbers that a network gives for an output become quantities in the units of the data.
struct OutputUnit: Hashable, Sendable {
  /// What one in the network's numbers stands for.
  let scale: Double
  /// What zero in the network's numbers stands for.
  let origin: Double

  /// The network's numbers are the quantities.
  static let same = OutputUnit(scale: 1, origin: 0)

  /// The quantity that an output stands for.
  @inline(always)
  func quantity(of output: Double) -> Double { output * scale + origin }

  /// By how much an output misses its target, in the units of the data.
  @inline(always)
  func error(of output: Double, for target: Double) -> Double { quantity(of: output) - target }
}
