extension RandomStream {
  /// An integer from 0 up to but not `bound`, each as likely, of one word or, seldom, more.
  ///
  /// The high word of word · `bound`, drawn again where the low word is one of the 2^64 mod `bound`
  /// that would favour some integers (D. Lemire, Fast Random Integer Generation in an Interval, ACM
  /// Transactions on Modeling and Computer Simulation 29, 2019).
  ///
  /// - Precondition: `bound` is positive.
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "no integer is below \(bound)")
    let bound = UInt64(bound)
    let surplus = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= surplus { return Int(product.high) }
    }
  }

  /// The integers of `range` in random order, each order as likely.
  ///
  /// R. Durstenfeld, Algorithm 235, 1964 (Fisher and Yates): from the last place down, each place
  /// changes with one drawn from those up to it.
  public mutating func shuffled(_ range: Range<Int>) -> [Int] {
    var order = Array(range)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, next(below: last + 1))
    }
    return order
  }
}
