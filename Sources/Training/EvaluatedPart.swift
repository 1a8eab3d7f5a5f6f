internal import Datasets
internal import Engine
internal import Experiments
internal import Vocabulary

/// A part of the data, in the precision of runs, with what its evaluation needs.
///
/// A class, since it is looked up for every row of a curve and has much to copy.
final class EvaluatedPart<S: EngineScalar> {
  /// Which part it is.
  let name: Score.Part
  /// Its rows.
  let samples: Samples<S>
  /// What the metrics of an evaluation are made of.
  var tally: MetricTally
  /// The metrics of outputs.
  let metrics: [Metric]
  /// What the sum of the loss's terms is divided by.
  let lossDivisor: Double

  /// Takes the rows of a part, from `library` where others have them.
  init(
    _ name: Score.Part, _ data: DataPart, for configuration: RunConfiguration, lanes: Int,
    _ library: SampleLibrary
  ) {
    self.name = name
    samples = library.samples(name, data, for: configuration)
    tally = MetricTally(
      configuration.metrics, MetricTargets(data, for: configuration, in: S.self), lanes: lanes)
    metrics = tally.metrics
    lossDivisor = Architecture(configuration).lossDivisor(rows: samples.count)
  }
}
