internal import Engine
internal import Experiments
internal import Training

/// How the runs of a plan would be trained on this machine, in a few lines: side by side or alone, and
/// by which kernels.
///
/// Of successive halving it tells of the first rung alone, as later ones have fewer runs, which are not
/// known yet.
struct PieceSummary {
  /// The pieces that the runs would be dealt out to, had none finished.
  private let pieces: [TrainingPiece]
  /// The instruction set and the number of jobs, and with halving the rung.
  private let place: String

  /// A summary of a plan to be trained by an engine, so many pieces at once.
  init(_ plan: RunPlan, engine: Engine, jobs: Int) {
    pieces = TrainingPiece.pieces(
      of: Array(plan.runs.indices), in: plan.runs, workers: jobs, engine: engine)
    let rung = plan.rungs.isEmpty ? "" : ", in the first rung"
    place = "here (\(engine.instructionSet.rawValue), \(Readable.count(jobs, "job")))\(rung)"
  }

  /// One line where all runs are trained alike, else a line for each way.
  var text: String {
    let lines = ways.map { way in line(way, pieces.filter { Way($0) == way }) }
    return lines.count == 1
      ? "\(place): \(lines[0])\n"
      : "\(place):\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// What pieces on one line have in common.
  private struct Way: Hashable {
    let form: TrainingForm
    let lanes: Int
    let threads: Int

    init(_ piece: TrainingPiece) {
      (form, lanes, threads) = (piece.form, piece.lanes, piece.threads)
    }
  }

  /// The ways in which runs are trained, in the order of the plan.
  private var ways: [Way] {
    var ways: [Way] = []
    for way in pieces.map(Way.init) where !ways.contains(way) { ways.append(way) }
    return ways
  }

  /// What is said of the pieces that are trained in one way.
  private func line(_ way: Way, _ pieces: [TrainingPiece]) -> String {
    let count = pieces.reduce(0) { $0 + $1.runs.count }
    let runs = Readable.count(count, "run")
    let alone = count == 1 ? "\(runs), alone" : "\(runs), each alone"
    switch way.form {
    case .matrix:
      return alone + ", by matrix products"
        + (way.threads > 1 ? " on \(way.threads) threads" : "")
    case .single: return alone + ", number by number"
    case .narrow, .wide:
      let sizes = pieces.map(\.runs.count)
      let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
      let size = least == most ? "\(most)" : "\(least) to \(most)"
      return "\(runs) in \(Readable.count(pieces.count, "group")) of \(size), "
        + "side by side in \(way.lanes) lanes"
    }
  }
}
