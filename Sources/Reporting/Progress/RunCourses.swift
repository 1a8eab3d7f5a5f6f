internal import Experiments

/// What progress has to know of the runs of a plan: how far they go, what that costs, and how often it is
/// worth a look.
struct RunCourses: Sendable {
  /// What the runs of a configuration have in common.
  private struct Course: Sendable {
    /// The last epoch.
    let lastEpoch: Int
    /// What an epoch costs.
    let epochCost: Double
    /// How many epochs must go by before progress is worth a look.
    let stride: Int

    /// The course of a configuration's runs, among so many.
    init(_ configuration: RunConfiguration, runCount: Int) {
      lastEpoch = configuration.stopAt
      epochCost = Double(configuration.parameterCount + RunCourses.weightsOfEpoch)
      let rows = configuration.stopAt / configuration.logEvery
      stride = configuration.logEvery * max(1, rows * runCount / RunCourses.lookCount)
    }
  }

  /// How often, over all runs, the progress inside a run is looked at: it must cost nothing.
  private static let lookCount = 100_000
  /// How many weights cost about what an epoch costs in any case.
  private static let weightsOfEpoch = 100

  /// The courses of configurations.
  private let courses: [Course]
  /// For each run the index of its configuration's course.
  private let places: [Int]
  /// For each run the epoch that it goes on from; nil where all begin at 0.
  private let firstEpochs: [Int]?

  /// The courses of the runs of a plan.
  ///
  /// - Complexity: O(runs), with a configuration put together for each that there is.
  init(_ plan: RunPlan, firstEpochs: [Int]?) {
    var (courses, places): ([Course], [Int]) = ([], [])
    var last: Int?
    for run in plan.runs {
      if run.configurationNumber != last {
        courses.append(Course(run.configuration, runCount: plan.runs.count))
        last = run.configurationNumber
      }
      places.append(courses.count - 1)
    }
    (self.courses, self.places) = (courses, places)
    self.firstEpochs = firstEpochs
  }

  /// The course of a run.
  private func course(_ run: Int) -> Course { courses[places[run]] }

  /// Whether progress of a run is worth a look at an epoch.
  func isWorthALook(_ run: Int, at epoch: Int) -> Bool { epoch.isMultiple(of: course(run).stride) }

  /// How much there is to do up to an epoch of a run, by default the last one, in a unit of its own.
  func work(_ run: Int, to epoch: Int? = nil) -> Double {
    let course = course(run)
    let epochs = (epoch ?? course.lastEpoch) - (firstEpochs?[run] ?? 0)
    return Double(max(1, epochs)) * course.epochCost
  }

  /// How much there is to do for all runs.
  var work: Double { places.indices.reduce(0) { $0 + work($1) } }
}
