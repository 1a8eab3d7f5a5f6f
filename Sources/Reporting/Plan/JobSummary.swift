internal import Engine
internal import Experiments
internal import Training

/// How the runs of a plan would be trained on this machine, in a few lines: side by side or alone, and
/// by which kernels.
///
/// Of successive halving it tells of the first rung alone, as later ones have fewer runs, which are not
/// known yet.
struct JobSummary {
  /// The jobs that the runs would be dealt out to, had none finished.
  private let jobs: [TrainingJob]
  /// The instruction set and the number of jobs, and with halving the rung.
  private let place: String

  /// A summary of a plan to be trained by an engine, so many jobs at once.
  init(_ plan: RunPlan, engine: Engine, jobs: Int) {
    self.jobs = TrainingJob.jobs(
      of: Array(plan.runs.indices), in: plan.runs, workers: jobs, engine: engine)
    let rung = plan.rungs.isEmpty ? "" : ", in the first rung"
    place = "here (\(engine.instructionSet.rawValue), \(Readable.count(jobs, "job")))\(rung)"
  }

  /// One line where all runs are trained alike, else a line for each way.
  var text: String {
    let lines = ways.map { way in line(way, jobs.filter { Way($0) == way }) }
    return lines.count == 1
      ? "\(place): \(lines[0])\n"
      : "\(place):\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// What jobs on one line have in common.
  private struct Way: Hashable {
    let form: TrainingForm
    let lanes: Int
    let threads: Int

    init(_ job: TrainingJob) {
      (form, lanes, threads) = (job.form, job.lanes, job.threads)
    }
  }

  /// The ways in which runs are trained, in the order of the plan.
  private var ways: [Way] {
    var ways: [Way] = []
    for way in jobs.map(Way.init) where !ways.contains(way) { ways.append(way) }
    return ways
  }

  /// What is said of the jobs that are trained in one way.
  private func line(_ way: Way, _ jobs: [TrainingJob]) -> String {
    let count = jobs.reduce(0) { $0 + $1.runs.count }
    let runs = Readable.count(count, "run")
    let alone = count == 1 ? "\(runs), alone" : "\(runs), each alone"
    switch way.form {
    case .matrix:
      return alone + ", by matrix products"
        + (way.threads > 1 ? " on \(way.threads) threads" : "")
    case .single: return alone + ", number by number"
    case .narrow, .wide:
      let sizes = jobs.map(\.runs.count)
      let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
      let size = least == most ? "\(most)" : "\(least) to \(most)"
      return "\(runs) in \(Readable.count(jobs.count, "group")) of \(size), "
        + "side by side in \(way.lanes) lanes"
    }
  }
}
