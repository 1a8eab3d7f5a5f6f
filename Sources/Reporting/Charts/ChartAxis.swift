#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An axis of a drawing: where numbers lie on it, and which stand beside it.
struct ChartAxis {
  /// A number beside the axis.
  struct Tick {
    /// Where it stands, from 0 to 1.
    let position: Double
    /// The number.
    let label: String
  }

  /// Whether equal distances are equal factors.
  let isLogarithmic: Bool
  /// What stands at the beginning, as a logarithm where the axis is of these.
  private let lowest: Double
  /// What stands at the end, likewise; above the lowest, and both are finite.
  private let highest: Double
  /// The least distance of two numbers beside the axis.
  private let leastStep: Double

  /// An axis for values, logarithmic where they are above 0 and the largest is a hundred times the least.
  ///
  /// - Returns: nil where there are no values.
  init?(values: [Double]) {
    guard let least = values.min(), let most = values.max() else { return nil }
    isLogarithmic = least > 0 && most / 100 >= least
    leastStep = 0
    let (low, high) = isLogarithmic ? (log10(least), log10(most)) : (least, most)
    // Room above and below what is all on one height.
    let room = low == high ? max(abs(low) / 10, .leastNormalMagnitude) : 0
    lowest = max(low - room, -.greatestFiniteMagnitude)
    highest = min(high + room, .greatestFiniteMagnitude)
  }

  /// An axis for epochs, which are whole.
  ///
  /// - Returns: nil where there are none.
  init?(epochs: [Double]) {
    guard let first = epochs.min(), let last = epochs.max() else { return nil }
    isLogarithmic = false
    leastStep = 1
    // Where epochs are too large to be counted one by one, the next number that there is.
    highest = min(max(last, first + 1, first.nextUp), .greatestFiniteMagnitude)
    lowest = min(first, highest.nextDown)
  }

  /// Where a number lies, from 0 to 1.
  ///
  /// - Precondition: it is among those that the axis was made for.
  func position(of number: Double) -> Double {
    let value = isLogarithmic ? log10(number) : number
    let span = highest - lowest
    // Halves of numbers that are far apart have a finite difference; those of the least have none.
    return span.isFinite
      ? (value - lowest) / span : (value / 2 - lowest / 2) / (highest / 2 - lowest / 2)
  }

  /// The place of a position among so many.
  static func place(_ position: Double, of count: Int) -> Int {
    min(max(0, Int((position * Double(count - 1)).rounded())), count - 1)
  }

  /// Round numbers along the axis: about so many, at least one.
  func ticks(atMost count: Int) -> [Tick] {
    let numbers = roundNumbers(count)
    let labels = isLogarithmic ? numbers.map { Readable.number($0) } : Readable.column(numbers)
    return zip(numbers, labels).map { Tick(position: position(of: $0), label: $1) }
  }

  /// Powers of ten, or multiples of one, two or five times a power of ten.
  private func roundNumbers(_ count: Int) -> [Double] {
    let span = highest - lowest
    guard span.isFinite else { return [lowest, highest] }
    if isLogarithmic {
      let step = max(1, (span / Double(count)).rounded(.up))
      return multiples(of: step).map { Self.decimal(1, exponent: $0 * step) }
    }
    let exponent = log10(max(span / Double(count), leastStep)).rounded(.down)
    let step =
      [1.0, 2, 5].first { span / Self.decimal($0, exponent: exponent) <= Double(count) } ?? 10
    return multiples(of: Self.decimal(step, exponent: exponent)).map {
      Self.decimal($0 * step, exponent: exponent)
    }
  }

  /// A number times a power of ten, to the nearest that there is.
  private static func decimal(_ number: Double, exponent: Double) -> Double {
    // A quotient is nearer where the power has an inverse that is finite.
    (-300..<0).contains(exponent)
      ? number / pow(10, -exponent) : number * pow(10, exponent)
  }

  /// How many times a number are along the axis.
  private func multiples(of step: Double) -> [Double] {
    let (first, last) = ((lowest / step).rounded(.up), (highest / step).rounded(.down))
    guard first <= last, last - first < 1000 else { return [] }
    return Array(stride(from: first, through: last, by: 1))
  }
}
