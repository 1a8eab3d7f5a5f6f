/// What an element of an array in a file is.
struct ArrayElement: Hashable {
  /// A type of numbers; the raw values are NumPy's names, but for the order of the bytes.
  enum Kind: String, CaseIterable {
    /// One byte, 0 or 1.
    case bool = "b1"
    /// One byte with a sign.
    case int8 = "i1"
    /// One byte.
    case uint8 = "u1"
    /// Two bytes with a sign.
    case int16 = "i2"
    /// Two bytes.
    case uint16 = "u2"
    /// Four bytes with a sign.
    case int32 = "i4"
    /// Four bytes.
    case uint32 = "u4"
    /// Eight bytes with a sign.
    case int64 = "i8"
    /// Eight bytes.
    case uint64 = "u8"
    /// A floating-point number of two bytes.
    case float16 = "f2"
    /// A floating-point number of four bytes.
    case float32 = "f4"
    /// A floating-point number of eight bytes.
    case float64 = "f8"

    /// Whether float32 has every value, so that numbers are kept as such.
    var fitsFloat32: Bool {
      switch self {
      case .bool, .int8, .uint8, .int16, .uint16, .float16, .float32: true
      case .int32, .uint32, .int64, .uint64, .float64: false
      }
    }
  }

  /// The type.
  let kind: Kind
  /// Whether the highest byte comes first.
  let isBigEndian: Bool

  /// How many bytes an element has.
  var byteCount: Int {
    switch kind {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16, .float16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64: 8
    }
  }
}
