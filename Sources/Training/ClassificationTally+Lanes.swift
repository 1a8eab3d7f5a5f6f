internal import Engine

/// What is done with one output of all networks, or with what is known of each: lanes innermost,
/// and without a branch.
extension ClassificationTally {
  /// Keeps those marked whose output is on the side of its label.
  @inline(always)
  static func mark<S: EngineScalar>(
    _ isRight: inout [Int32], _ values: Span<S>, isSet: Bool
  ) {
    var isRight = isRight.mutableSpan
    precondition(isRight.count == values.count)
    if isSet {
      for lane in values.indices { isRight[lane] &= values[lane] > 0.5 ? 1 : 0 }
    } else {
      for lane in values.indices { isRight[lane] &= values[lane] <= 0.5 ? 1 : 0 }
    }
  }

  /// Counts the outputs on the side of the only label.
  @inline(always)
  static func countRight<S: EngineScalar>(
    _ values: Span<S>, isSet: Bool, _ counts: inout [Int]
  ) {
    var counts = counts.mutableSpan
    precondition(counts.count == values.count)
    if isSet {
      for lane in values.indices { counts[lane] &+= values[lane] > 0.5 ? 1 : 0 }
    } else {
      for lane in values.indices { counts[lane] &+= values[lane] <= 0.5 ? 1 : 0 }
    }
  }

  /// Counts the outputs above 0.5.
  @inline(always)
  static func countPositives<S: EngineScalar>(
    _ values: Span<S>, from first: Int, _ counts: inout [Int]
  ) {
    var counts = counts.mutableSpan
    for lane in values.indices { counts[first + lane] &+= values[lane] > 0.5 ? 1 : 0 }
  }

  /// Takes the values of an output where they are the largest so far; once one is no number, that is
  /// the largest, and nothing is larger.
  @inline(always)
  static func raise<S: EngineScalar>(
    _ largest: inout [Double], _ largestClass: inout [Int32], _ values: Span<S>, _ output: Int32
  ) {
    var largest = largest.mutableSpan
    var largestClass = largestClass.mutableSpan
    precondition(largest.count == values.count && largestClass.count == values.count)
    for lane in values.indices {
      let value = Double(values[lane])
      let isLarger = value > largest[lane]
      largestClass[lane] = isLarger ? output : largestClass[lane]
      largest[lane] = isLarger || value.isNaN ? value : largest[lane]
    }
  }

  /// Marks those whose class is the actual one, and whose outputs are numbers.
  static func compare(
    _ classes: [Int32], _ largest: [Double], with actual: Int32, _ isRight: inout [Int32]
  ) {
    let (classes, largest) = (classes.span, largest.span)
    var isRight = isRight.mutableSpan
    precondition(classes.count == isRight.count && largest.count == isRight.count)
    for lane in classes.indices {
      let isNumber: Int32 = largest[lane] == largest[lane] ? 1 : 0
      isRight[lane] = classes[lane] == actual ? isNumber : 0
    }
  }

  /// Sets all elements.
  static func fill<Element>(_ elements: inout [Element], with element: Element) {
    var elements = elements.mutableSpan
    for index in elements.indices { elements[index] = element }
  }

  /// Adds marks to counts.
  static func add(_ marks: [Int32], to counts: inout [Int]) {
    let marks = marks.span
    var counts = counts.mutableSpan
    precondition(marks.count == counts.count)
    for lane in marks.indices { counts[lane] &+= Int(marks[lane]) }
  }
}
