internal import Vocabulary

extension Network {
  /// The scale of a layer's norm, `[outputs]`, as PyTorch's `weight`.
  ///
  /// - Precondition: the layer has a norm.
  public func normScale(ofLayer layer: Int) -> [S] {
    Array(parameters[normRange(ofLayer: layer, 0)])
  }

  /// The shift of a layer's norm, `[outputs]`, as PyTorch's `bias`.
  ///
  /// - Precondition: the layer has a norm.
  public func normShift(ofLayer layer: Int) -> [S] {
    Array(parameters[normRange(ofLayer: layer, 1)])
  }

  /// The running means of a layer's `batch` norm, `[outputs]`.
  ///
  /// - Precondition: the layer has one.
  public func runningMean(ofLayer layer: Int) -> [S] {
    Array(statistics[statisticsRange(ofLayer: layer, 0)])
  }

  /// The running variances of a layer's `batch` norm, `[outputs]`.
  ///
  /// - Precondition: the layer has one.
  public func runningVariance(ofLayer layer: Int) -> [S] {
    Array(statistics[statisticsRange(ofLayer: layer, 1)])
  }

  /// Replaces the scale of a layer's norm.
  ///
  /// - Precondition: the layer has a norm, and there are `outputs` of them.
  public mutating func setNormScale(_ scale: [S], ofLayer layer: Int) {
    parameters.overwrite(normRange(ofLayer: layer, 0), with: scale)
  }

  /// Replaces the shift of a layer's norm.
  ///
  /// - Precondition: the layer has a norm, and there are `outputs` of them.
  public mutating func setNormShift(_ shift: [S], ofLayer layer: Int) {
    parameters.overwrite(normRange(ofLayer: layer, 1), with: shift)
  }

  /// Replaces the running means of a layer's `batch` norm.
  ///
  /// - Precondition: the layer has one, and there are `outputs` of them.
  public mutating func setRunningMean(_ mean: [S], ofLayer layer: Int) {
    statistics.overwrite(statisticsRange(ofLayer: layer, 0), with: mean)
  }

  /// Replaces the running variances of a layer's `batch` norm.
  ///
  /// - Precondition: the layer has one, and there are `outputs` of them.
  public mutating func setRunningVariance(_ variance: [S], ofLayer layer: Int) {
    statistics.overwrite(statisticsRange(ofLayer: layer, 1), with: variance)
  }

  /// The statistics before training: means 0, variances 1.
  static func initialStatistics(_ architecture: Architecture) -> [S] {
    (0..<architecture.layerCount).flatMap { layer -> [S] in
      guard architecture.norm(ofLayer: layer)?.word == .batch else { return [] }
      let outputs = architecture.outputs(ofLayer: layer)
      return Array(repeating: 0, count: outputs) + Array(repeating: 1, count: outputs)
    }
  }

  /// Where the scale (0) or the shift (1) of a layer stands among the parameters.
  private func normRange(ofLayer layer: Int, _ number: Int) -> Range<Int> {
    precondition(architecture.norm(ofLayer: layer) != nil)
    let outputs = architecture.outputs(ofLayer: layer)
    let end = architecture.parameterOffset(ofLayer: layer + 1) - (1 - number) * outputs
    return end - outputs..<end
  }

  /// Where the running means (0) or variances (1) of a layer stand among the statistics.
  private func statisticsRange(ofLayer layer: Int, _ number: Int) -> Range<Int> {
    precondition(architecture.norm(ofLayer: layer)?.word == .batch)
    let outputs = architecture.outputs(ofLayer: layer)
    let start = architecture.statisticsOffset(ofLayer: layer) + number * outputs
    return start..<start + outputs
  }
}

extension Array {
  /// Puts as many others in the place of some elements.
  mutating func overwrite(_ range: Range<Int>, with others: [Element]) {
    precondition(others.count == range.count)
    replaceSubrange(range, with: others)
  }
}
