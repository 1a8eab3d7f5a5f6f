internal import KernelInterface
internal import Randomness

/// Which units are dropped in one step.
///
/// Word number position × units + unit of `RandomStream(seed, .dropout, index: layer, step)`, position
/// being the row's place in the batch, decides on a unit: it is kept where the word's uniform number
/// is at least the rate, and then multiplied by 1 / (1 − rate), rounded once.
struct Dropout {
  /// The run's seed.
  let seed: UInt64
  /// The number of the step, from 0.
  let step: Int
  /// The rate of each hidden layer.
  let rates: [Double]

  /// Writes the factors of the rows that are the thread's.
  func writeFactors<S: EngineScalar>(_ network: NetworkPlan<S>, rows: Int) {
    let rows = network.thread.part(of: rows, multipleOf: 8)
    for (index, rate) in rates.enumerated() where rate > 0 {
      let layer = network.layers[index]
      guard let offset = layer.dropoutOffset else { continue }
      writeFactors(
        RandomStream(seed: seed, purpose: .dropout, index: index, step: step), rate: rate,
        rows.lowerBound * layer.outputs..<rows.upperBound * layer.outputs,
        to: network.dropoutFactors + offset)
    }
  }

  /// Writes the factors with the given numbers.
  ///
  /// The uniform number is a word's upper 53 bits times 2⁻⁵³; they are compared as integers.
  private func writeFactors<S: EngineScalar>(
    _ stream: RandomStream, rate: Double, _ numbers: Range<Int>,
    to factors: UnsafeMutablePointer<S>
  ) {
    let least = UInt64((rate * 0x1p53).rounded(.up))
    let kept = S(1 / (1 - rate))
    var words = InlineArray<256, UInt64>(repeating: 0)
    var start = numbers.lowerBound / 4 * 4
    while start < numbers.upperBound {
      let end = min(start + words.count, numbers.upperBound)
      var span = words.mutableSpan
      stream.write(start..<end, to: &span)
      for number in max(start, numbers.lowerBound)..<end {
        factors[number] = words[number - start] >> 11 >= least ? kept : 0
      }
      start = end
    }
  }
}
