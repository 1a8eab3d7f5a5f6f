internal import Datasets
internal import Engine
internal import Experiments
internal import Synchronization
internal import Vocabulary

/// Samples by what they are made of, so that pieces which are trained at one time share them.
///
/// Those who use them hold them; with the last of these they go.
final class SampleLibrary: Sendable {
  /// What samples depend on.
  private struct Key: Hashable {
    let selection: DataSelection
    let part: Score.Part
    let task: Task
    let outputs: Int
    let precision: Precision
  }

  /// Samples in either precision, for as long as somebody uses them.
  private struct Held: Sendable {
    weak var samples: (any AnyObject & Sendable)?
  }

  /// What there is. Whoever looks for samples waits while others are made: most often for the same.
  private let held = Mutex<[Key: Held]>([:])

  /// The samples of a part of a run's data.
  func samples<S: EngineScalar>(
    _ part: Score.Part, _ data: DataSubset, for configuration: RunConfiguration
  ) -> Samples<S> {
    let key = Key(
      selection: configuration.dataSelection, part: part, task: configuration.task,
      outputs: configuration.outputs, precision: configuration.precision)
    return held.withLock { held in
      if let samples = held[key]?.samples as? Samples<S> { return samples }
      let samples = Samples<S>(data, for: configuration)
      held[key] = Held(samples: samples)
      return samples
    }
  }
}
