public import Engine
public import Experiments
public import Files
internal import Training

extension ProcessLimits {
  /// The bytes beside those of threads, runs and data.
  private static let otherMemory = 48 << 20
  /// The threads beside those of jobs: the main one, those for signals, progress, standard error and the
  /// time that all runs may take, and one to spare.
  private static let otherThreads = 6
  /// The files beside those of jobs and runs: the standard ones, those of the lock, of a table and of
  /// data, and those by which signals and timers are waited for.
  private static let otherFiles = 16

  /// What is missing to train the runs of plans, in a sentence; nil where nothing is.
  ///
  /// Without enough of it threads, memory or files would be missing in the midst of training, where nothing
  /// can be said any more. As many files may be open as it takes, if the system lets it.
  ///
  /// - Parameter jobs: how many runs are trained at once.
  public static func shortage(for plans: [RunPlan], jobs: Int, engine: Engine) -> String? {
    // A job trains as many side by side as there are lanes.
    let lanes = TrainingForm.allCases.map { engine.lanes(of: $0, Float.self) }.max() ?? 1
    let most = files(
      jobs: jobs, runsInFlight: min(plans.map(\.runs.count).max() ?? 0, lanes * jobs))
    allowFiles(most)
    let limits = current
    // How runs are trained together takes a while to find out.
    guard limits.memory != nil || limits.files.map({ $0 < most }) == true else { return nil }
    let loads = plans.map { load(of: $0, jobs: jobs, engine: engine) }
    return limits.shortage(
      jobs: jobs, runsInFlight: loads.map(\.runs).max() ?? 0,
      memory: loads.map(\.memory).max() ?? 0)
  }

  /// What is missing to train runs, in a sentence; nil where nothing is.
  ///
  /// - Parameters:
  ///   - jobs: how many runs are trained at once, or threads share one.
  ///   - runsInFlight: how many runs have been begun and not ended at once.
  ///   - memory: how many bytes these and the data take.
  public func shortage(jobs: Int, runsInFlight: Int, memory: Int) -> String? {
    // Besides one that trains each job may have one that ends it when its time is over.
    let threads = 2 * jobs + Self.otherThreads
    let needed = threads * threadSize + memory + Self.otherMemory
    if let left = self.memory, left < needed {
      return "\(Self.megabytes(needed)) of address space are needed, and \(Self.megabytes(left)) "
        + "are left: raise `ulimit -v`, or lower --jobs"
    }
    let open = Self.files(jobs: jobs, runsInFlight: runsInFlight)
    if let files, files < open {
      return "\(open) files may have to be open, and no more than \(files) can be: "
        + "raise `ulimit -n`, or lower --jobs"
    }
    return nil
  }

  /// How many files may be open while runs are trained: the curve of each, and two for each job that
  /// writes or reads others.
  static func files(jobs: Int, runsInFlight: Int) -> Int {
    runsInFlight + 2 * jobs + otherFiles
  }

  /// A size in words.
  private static func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }

  /// How many runs of a plan are begun and not ended at once at most, and about how many bytes these take
  /// with the data.
  private static func load(
    of plan: RunPlan, jobs: Int, engine: Engine
  ) -> (runs: Int, memory: Int) {
    let trainingJobs = TrainingJob.jobs(
      of: Array(plan.runs.indices), in: plan.runs, workers: jobs, engine: engine)
    let configurations = trainingJobs.map { plan.runs[$0.runs[0]].configuration }
    let runs = trainingJobs.map { min($0.runs.count, $0.lanes) }.sorted(by: >).prefix(jobs)
    let memory = zip(trainingJobs, configurations).map { $0.memoryEstimate($1) }.max() ?? 0
    let data = configurations.map(\.dataMemoryEstimate).max() ?? 0
    return (runs.reduce(0, +), memory * min(jobs, trainingJobs.count) + data)
  }
}
