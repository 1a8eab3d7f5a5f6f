public import Engine
public import Experiments
internal import Vocabulary

/// Runs that one worker trains together, in one form.
public struct TrainingJob: Hashable, Sendable {
  /// The runs, by their places in the plan, ascending.
  public let runs: [Int]
  /// How they are trained.
  public let form: TrainingForm
  /// How many networks the form computes side by side; some may stand empty.
  public let lanes: Int
  /// How many threads share the work on each network.
  public private(set) var threads = 1

  /// Runs to train in a form.
  private init(runs: [Int], form: TrainingForm, lanes: Int) {
    self.runs = runs
    self.form = form
    self.lanes = lanes
  }

  /// The job with some of its runs alone.
  public func with(_ runs: [Int]) -> TrainingJob {
    var job = TrainingJob(runs: runs, form: form, lanes: lanes)
    job.threads = threads
    return job
  }

  /// Deals runs out to jobs, those of one kind side by side where that takes less time.
  ///
  /// Results do not depend on it.
  ///
  /// - Parameters:
  ///   - pending: the runs to train, by their places.
  ///   - runs: those of a plan.
  ///   - workers: how many jobs are trained at once.
  /// - Returns: the jobs, ordered by their first runs.
  /// - Complexity: O(runs).
  public static func jobs(
    of pending: [Int], in runs: [RunPlan.Run], workers: Int, engine: Engine
  ) -> [TrainingJob] {
    var places: [GroupKey: Int] = [:]
    var placesOfFamilies: [RunPlan.Run.NumericFamily: Int] = [:]
    var groups: [[Int]] = []
    for index in pending {
      let family = runs[index].family
      if let place = placesOfFamilies[family] {
        groups[place].append(index)
        continue
      }
      let kind = GroupKey(runs[index].configuration)
      let place = places[kind] ?? groups.count
      if place == groups.count { groups.append([]) }
      places[kind] = place
      placesOfFamilies[family] = place
      groups[place].append(index)
    }
    let dealt = groups.flatMap { group in
      jobs(ofOneKind: group, runs[group[0]].configuration, workers: workers, engine: engine)
    }.sorted { $0.runs[0] < $1.runs[0] }
    return dealt.map { job in
      guard job.form == .matrix,
        TrainingCost(runs[job.runs[0]].configuration, on: engine.instructionSet).isWorthSharing
      else { return job }
      var shared = job
      shared.threads = max(1, workers / dealt.count)
      return shared
    }
  }

  /// Deals out runs of one kind, such as a configuration is of.
  private static func jobs(
    ofOneKind group: [Int], _ configuration: RunConfiguration, workers: Int, engine: Engine
  ) -> [TrainingJob] {
    let cost = TrainingCost(configuration, on: engine.instructionSet)
    let canBeGrouped =
      Architecture(configuration).canBeGrouped && configuration.classWeights == nil
    let forms = canBeGrouped ? TrainingForm.allCases : [.matrix]
    var jobs: [TrainingJob] = []
    var start = 0
    while start < group.count {
      // No worker is to wait for another that has all the runs.
      let share = min(group.count - start, max(1, (group.count + workers - 1) / workers))
      let choices = forms.map { form in
        let lanes = lanes(of: form, for: configuration, engine)
        let runs = min(lanes, share)
        let time = cost.nanosecondsPerEpoch(in: form) * Double(lanes) / Double(runs)
        return (form: form, lanes: lanes, runs: runs, time: time)
      }
      guard let best = choices.min(by: { $0.time < $1.time }) else { break }
      let end = start + best.runs
      jobs.append(
        TrainingJob(runs: Array(group[start..<end]), form: best.form, lanes: best.lanes))
      start = end
    }
    return jobs
  }

  /// How many networks a form takes in the precision of a run.
  private static func lanes(
    of form: TrainingForm, for configuration: RunConfiguration, _ engine: Engine
  ) -> Int {
    switch configuration.precision {
    case .float32: engine.lanes(of: form, Float.self)
    case .float64: engine.lanes(of: form, Double.self)
    }
  }
}
