/// The points of a sweep as some of its movements tell them apart, all others being passed over.
///
/// Numbers beyond the points are of configurations beside them, each of which is a class of its own.
struct Projection: Sendable {
  /// One of the digits that a point's number is made of.
  struct Digit: Sendable {
    /// How many values it has.
    let count: Int
    /// How many points lie between two of them.
    let stride: Int

    /// Its value in a number.
    func value(_ number: Int) -> Int { number / stride % count }
  }

  /// How classes are found.
  private enum Form {
    /// By the digits of numbers that count, the first changing slowest.
    case digits([Digit])
    /// For each number its class, and for each class its first number.
    case listed(classes: [Int32], firsts: [Int])
  }

  /// How many points there are.
  let pointCount: Int
  /// How many classes of points there are.
  let count: Int
  /// How classes are found.
  private let form: Form

  /// So many points, told apart by some digits of their numbers.
  init(of pointCount: Int, digits: [Digit]) {
    self.pointCount = pointCount
    count = digits.reduce(1) { $0 * $1.count }
    form = .digits(digits)
  }

  /// Points of these classes, which are counted in the order in which they come up.
  ///
  /// - Precondition: there are fewer than 2³¹.
  init(of classes: [Int32]) {
    var firsts: [Int] = []
    for (number, index) in classes.enumerated() where index == firsts.count {
      firsts.append(number)
    }
    pointCount = classes.count
    count = firsts.count
    form = .listed(classes: classes, firsts: firsts)
  }

  /// The class of the configuration of a number.
  func index(_ number: Int) -> Int {
    guard number < pointCount else { return count + number - pointCount }
    switch form {
    case .digits(let digits): return digits.reduce(0) { $0 * $1.count + $1.value(number) }
    case .listed(let classes, _): return Int(classes[number])
    }
  }

  /// How many points each class has.
  var pointCounts: [Int] {
    switch form {
    case .digits: return Array(repeating: pointCount / count, count: count)
    case .listed(let classes, let firsts):
      return classes.reduce(into: firsts.map { _ in 0 }) { $0[Int($1)] += 1 }
    }
  }

  /// The number of the first point of a class.
  func firstNumber(of index: Int) -> Int {
    switch form {
    case .digits(let digits):
      var (rest, number) = (index, 0)
      for digit in digits.reversed() {
        number += rest % digit.count * digit.stride
        rest /= digit.count
      }
      return number
    case .listed(_, let firsts): return firsts[index]
    }
  }
}
