internal import KernelInterface

// What belongs to one network among those that are trained side by side.
extension Workspace {
  /// A copy of all weights and biases of a network, laid out as in `Network`.
  func parameters(ofLane lane: Int) -> [S] {
    let start = network.parameters + lane
    return (0..<network.parameterCount).map { start[$0 * lanes] }
  }

  /// Replaces all weights and biases of a network.
  mutating func setParameters(_ parameters: [S], ofLane lane: Int) {
    precondition(parameters.count == network.parameterCount)
    let start = network.parameters + lane
    for k in parameters.indices { start[k * lanes] = parameters[k] }
  }

  /// A copy of the running statistics of the only network, laid out as in `Network`.
  var statistics: [S] {
    Array(UnsafeBufferPointer(start: network.statistics, count: statisticsCount))
  }

  /// Replaces the running statistics of the only network.
  mutating func setStatistics(_ statistics: [S]) {
    precondition(statistics.count == statisticsCount)
    for k in statistics.indices { network.statistics[k] = statistics[k] }
  }

  /// A copy of what the optimizer remembers of a network, `[slotCount × parameterCount]`.
  func slots(ofLane lane: Int) -> [S] { (0..<slotNumbers).map { slots[$0 * lanes + lane] } }

  /// Replaces what the optimizer remembers of a network.
  mutating func setSlots(_ numbers: [S], ofLane lane: Int) {
    precondition(numbers.count == slotNumbers)
    for k in numbers.indices { slots[k * lanes + lane] = numbers[k] }
  }

  /// Forgets what the optimizer remembers of a network, and sets the numbers of its formula.
  mutating func begin(_ updateRule: UpdateRule, inLane lane: Int) {
    for k in 0..<slotNumbers { slots[k * lanes + lane] = 0 }
    let numbers = [
      updateRule.weightDecay, updateRule.momentum, 1 - updateRule.beta1, updateRule.beta2,
      1 - updateRule.beta2,
      updateRule.epsilon, updateRule.l1, 2 * updateRule.l2,
    ]
    for k in numbers.indices { constants[k * lanes + lane] = S(numbers[k]) }
    clipNorms[lane] = updateRule.clipNorm
  }

  /// Sets the numbers of a network's formula at one of the next steps.
  mutating func setRates(_ numbers: OptimizerClock.Rates, step: Int, lane: Int) {
    let start = rates + step * UpdatePlan<S>.ratesPerStep * lanes + lane
    start[0] = S(numbers.minusRate)
    start[lanes] = S(numbers.minusMeanRate)
    start[2 * lanes] = S(numbers.squareScale)
    start[3 * lanes] = S(numbers.weightFactor)
  }

  /// Hands out the values of the last layer for the batch at hand, `[rows × outputs × lanes]`.
  func withOutputs(rows: Int, _ body: (_ outputs: Span<S>) -> Void) {
    let outputs = outputs
    guard areUnitsOutermost, outputs.count > rows * lanes else { return body(outputs.span) }
    body(rowMajor(outputs, rows: rows).span)
  }

  /// Numbers that are `[units × rows × lanes]` as `[rows × units × lanes]`.
  private func rowMajor(_ numbers: UnsafeBufferPointer<S>, rows: Int) -> [S] {
    let units = numbers.count / (rows * lanes)
    return [S](unsafeUninitializedCapacity: numbers.count) { buffer, count in
      for row in 0..<rows {
        for unit in 0..<units {
          for lane in 0..<lanes {
            buffer[(row * units + unit) * lanes + lane] =
              numbers[(unit * rows + row) * lanes + lane]
          }
        }
      }
      count = numbers.count
    }
  }
}
