internal import Experiments

/// What progress has to know of the runs of a plan: how far they go, and what that costs.
struct ProgressModel: Sendable {
  /// What the runs of a configuration have in common.
  private struct RunDuration: Sendable {
    /// The last epoch.
    let lastEpoch: Int
    /// What an epoch costs.
    let epochCost: Double

    /// The course of a configuration's runs.
    init(_ configuration: RunConfiguration) {
      lastEpoch = configuration.stopAt
      epochCost = Double(configuration.parameterCount + ProgressModel.weightsOfEpoch)
    }
  }

  /// How many weights cost about what an epoch costs in any case.
  private static let weightsOfEpoch = 100

  /// The courses of configurations.
  private let durations: [RunDuration]
  /// For each run the index of its configuration's course.
  private let places: [Int]
  /// For each run the epoch that it goes on from; nil where all begin at 0.
  private let firstEpochs: [Int]?

  /// The courses of the runs of a plan.
  ///
  /// - Complexity: O(runs), with a configuration put together for each that there is.
  init(_ plan: RunPlan, firstEpochs: [Int]?) {
    var (durations, places): ([RunDuration], [Int]) = ([], [])
    var last: Int?
    for run in plan.runs {
      if run.configurationNumber != last {
        durations.append(RunDuration(run.configuration))
        last = run.configurationNumber
      }
      places.append(durations.count - 1)
    }
    (self.durations, self.places) = (durations, places)
    self.firstEpochs = firstEpochs
  }

  /// The course of a run.
  private func duration(_ run: Int) -> RunDuration { durations[places[run]] }

  /// How much there is to do up to an epoch of a run, by default the last one, in a unit of its own.
  func work(_ run: Int, to epoch: Int? = nil) -> Double {
    let duration = duration(run)
    let epochs = (epoch ?? duration.lastEpoch) - (firstEpochs?[run] ?? 0)
    return Double(max(1, epochs)) * duration.epochCost
  }

  /// How much there is to do for all runs.
  var work: Double { places.indices.reduce(0) { $0 + work($1) } }
}
