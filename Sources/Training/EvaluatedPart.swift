internal import Datasets
internal import Engine
internal import Experiments
internal import Vocabulary

/// A part of the data, in the precision of runs, and the evaluation of networks on it.
struct EvaluatedPart<S: EngineScalar>: ~Copyable {
  /// Its rows.
  let samples: Samples<S>
  /// How many rows go through the networks at once.
  private let rowsAtOnce: Int
  /// What the metrics of an evaluation are made of.
  private var tally: MetricTally
  /// The sums of the loss's terms, `[lanes]`.
  private var sums: [Double]
  /// What they are divided by.
  private let lossDivisor: Double

  /// Takes the rows of a part, from `library` where others have them.
  init(
    _ part: Score.Part, _ data: DataSubset, for configuration: RunConfiguration, lanes: Int,
    rowsAtOnce: Int, _ library: SampleLibrary
  ) {
    samples = library.samples(part, data, for: configuration)
    self.rowsAtOnce = rowsAtOnce
    tally = MetricTally(
      configuration.metrics, MetricTargets(data, for: configuration), lanes: lanes,
      units: data.outputUnits)
    sums = Array(repeating: 0, count: lanes)
    lossDivisor = Architecture(configuration).lossDivisor(rows: samples.count)
  }

  /// How many scores a network has: the loss, and the metrics of outputs.
  var scoreCount: Int { 1 + tally.metrics.count }

  /// Writes the scores of the networks as they stand: those of lane after lane from `place` on, those of
  /// the next score `stride` further.
  ///
  /// - Parameter isCancelled: asked before each batch whether to give up.
  /// - Returns: whether all rows were evaluated; the scores are of no use where they were not.
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func evaluate(
    _ trainer: inout Trainer<S>, into scores: inout [Double], from place: Int, stride: Int,
    isCancelled: () -> Bool
  ) -> Bool {
    for lane in sums.indices { sums[lane] = 0 }
    tally.reset()
    var start = 0
    while start < samples.count {
      if isCancelled() { return false }
      let end = min(start + rowsAtOnce, samples.count)
      trainer.take(samples, rows: start..<end)
      trainer.forward()
      if !tally.metrics.isEmpty {
        trainer.withOutputs { tally.add($0) }
      }
      var sums = sums.mutableSpan
      trainer.addLosses(to: &sums)
      start = end
    }
    let sums = sums.span
    var scores = scores.mutableSpan
    for lane in sums.indices { scores[place + lane] = sums[lane] / lossDivisor }
    tally.write(to: &scores, from: place + stride, stride: stride)
    return true
  }
}
