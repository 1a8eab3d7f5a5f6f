/// Every value of one movement with every value of all others, the last changing fastest.
struct GridPoints: SweepPoints {
  /// How many points there are.
  let count: Int
  /// For each movement how many levels it has, and how many points lie between two of them.
  private let digits: [Projection.Digit]

  /// The grid of a sweep's axes, all of which have lists.
  ///
  /// - Returns: nil where its points cannot be counted.
  init?(of sweep: Sweep) {
    var stride = 1
    var digits: [Projection.Digit] = []
    for axes in sweep.movements.reversed() {
      let count = sweep.axes[axes.lowerBound].listed.count
      digits.append(Projection.Digit(count: count, stride: stride))
      let (product, overflows) = stride.multipliedReportingOverflow(by: count)
      guard !overflows else { return nil }
      stride = product
    }
    count = stride
    self.digits = digits.reversed()
  }

  /// The level that axes which move together have in the point of a number.
  func level(of movement: Int, in number: Int) -> Level { .listed(digits[movement].value(number)) }

  /// The points as some movements tell them apart, found without going through them.
  func projection(onto movements: [Int], of sweep: Sweep) -> Projection {
    Projection(of: count, digits: movements.map { digits[$0] })
  }
}
