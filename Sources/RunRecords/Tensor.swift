public import Vocabulary

/// A named array of numbers, as files of weights have it.
public struct Tensor: Hashable, Sendable {
  /// The numbers, in the format of the run.
  public enum Elements: Hashable, Sendable {
    case float32([Float])
    case float64([Double])

    /// How many there are.
    public var count: Int {
      switch self {
      case .float32(let elements): elements.count
      case .float64(let elements): elements.count
      }
    }

    /// The format of each.
    public var precision: Precision {
      switch self {
      case .float32: .float32
      case .float64: .float64
      }
    }
  }

  /// The name, such as `layers.0.weight`.
  public let name: String
  /// The sizes of the dimensions, the last changing fastest.
  public let shape: [Int]
  /// The numbers, row after row.
  public let elements: Elements

  /// Creates a tensor.
  ///
  /// - Precondition: there are as many elements as the shape says.
  public init(_ name: String, shape: [Int], _ elements: Elements) {
    precondition(shape.reduce(1, *) == elements.count)
    self.name = name
    self.shape = shape
    self.elements = elements
  }

  /// How many bytes the numbers take.
  var byteCount: Int { elements.count * elements.precision.byteCount }

  /// The bytes of the numbers, little-endian; every NaN is the same one, as its bits differ between
  /// processors.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    switch elements {
    case .float32(let elements):
      for element in elements {
        append((element.isNaN ? Float.nan : element).bitPattern, to: &bytes)
      }
    case .float64(let elements):
      for element in elements {
        append((element.isNaN ? Double.nan : element).bitPattern, to: &bytes)
      }
    }
    return bytes
  }

  private func append<Bits: FixedWidthInteger>(_ bits: Bits, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: Bits.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> Bits(shift)))
    }
  }
}
