public import Vocabulary

/// What a spec says, validated key by key.
public struct Experiment: Sendable {
  /// The folder of the results, under `runs/`.
  public let name: String
  /// The text that reports show.
  public let description: String?
  /// The values of the fields that every run has in common.
  public let settings: FieldValues
  /// How the runs differ.
  public let sweep: Sweep
  /// What a diverged run does to the exit code.
  public let onDivergence: DivergenceHandling
  /// What must hold of the results.
  public let expectations: [Expectation]

  /// The seeds that each configuration is trained with; nil where the last would be larger than the
  /// largest integer.
  public var seeds: ClosedRange<Int>? {
    let (last, overflows) = settings.seed.addingReportingOverflow(sweep.seeds - 1)
    return overflows ? nil : settings.seed...last
  }

  /// Creates an experiment.
  public init(
    name: String, description: String?, settings: FieldValues, sweep: Sweep,
    onDivergence: DivergenceHandling, expectations: [Expectation] = []
  ) {
    self.name = name
    self.description = description
    self.settings = settings
    self.sweep = sweep
    self.onDivergence = onDivergence
    self.expectations = expectations
  }
}
