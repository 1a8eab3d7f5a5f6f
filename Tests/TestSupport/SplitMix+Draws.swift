extension SplitMix {
  /// A whole number.
  public mutating func integer(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of some values.
  ///
  /// - Precondition: there is one.
  public mutating func one<Value>(of values: [Value]) -> Value {
    values[integer(0...values.count - 1)]
  }

  /// True in `share` of `count` draws.
  public mutating func flip(_ share: Int = 1, of count: Int = 2) -> Bool {
    integer(1...count) <= share
  }

  /// A number between 0 and 1, of two digits.
  public mutating func share() -> Double { Double(integer(1...99)) / 100 }

  /// A number of two digits and a power of ten from a range, as a spec has it.
  public mutating func number(_ powers: ClosedRange<Int>) -> String {
    "\(integer(1...9)).\(integer(0...9))e\(integer(powers))"
  }

  /// Some of the elements, in their order.
  public mutating func some<Element>(_ elements: [Element]) -> [Element] {
    elements.filter { _ in flip() }
  }
}
