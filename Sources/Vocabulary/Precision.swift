/// The floating-point format that a run computes in.
public enum Precision: String, Keyword {
  /// IEEE 754 binary32.
  case float32
  /// IEEE 754 binary64.
  case float64

  /// What the words are called.
  public static let kind = "precision"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .float32: "32-bit IEEE 754, 24 significant bits"
    case .float64: "64-bit IEEE 754, 53 significant bits"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .float32: ["single", "float", "fp32", "f32"]
    case .float64: ["double", "fp64", "f64"]
    }
  }

  /// The size of one number in bytes.
  public var byteCount: Int {
    switch self {
    case .float32: 4
    case .float64: 8
    }
  }
}
