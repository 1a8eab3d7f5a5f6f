/// Finite numbers, kept in the narrower format where that loses nothing.
enum Numbers: Sendable {
  /// Numbers that float32 has.
  case float32([Float])
  /// Any numbers.
  case float64([Double])

  /// How many there are.
  var count: Int {
    switch self {
    case .float32(let numbers): numbers.count
    case .float64(let numbers): numbers.count
    }
  }

  /// One of them.
  subscript(index: Int) -> Double {
    switch self {
    case .float32(let numbers): Double(numbers[index])
    case .float64(let numbers): numbers[index]
    }
  }
}
