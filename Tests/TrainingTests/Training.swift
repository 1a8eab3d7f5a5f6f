import Datasets
import Engine
import Experiments
import RunRecords
import TestPlans
import Training

/// What training gives for runs of a spec, all of one kind.
struct TrainedRuns {
  /// The runs' own rows of their curves.
  private(set) var rows: [[CurveRow]]
  /// What each run came to; nil where it was cancelled or given up.
  private(set) var outcomes: [RunOutcome?]
  /// Where each run can go on; nil where it was cancelled or given up.
  private(set) var checkpoints: [Checkpoint?]

  /// Trains runs.
  ///
  /// - Parameters:
  ///   - isCancelled: is given how many rows there are of all runs.
  ///   - goesOn: is given a run and the number of its rows.
  init(
    _ configurations: [RunConfiguration], from earlier: [Int: Checkpoint] = [:],
    in form: TrainingForm = .matrix, threads: Int = 1, instructionSet: InstructionSet? = nil,
    isRecordDue: Bool = true,
    isCancelled: @escaping (Int) -> Bool = { _ in false },
    goesOn: @escaping (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    var rows = Array(repeating: [CurveRow](), count: configurations.count)
    var outcomes = [RunOutcome?](repeating: nil, count: configurations.count)
    var checkpoints = [Checkpoint?](repeating: nil, count: configurations.count)
    try RunTrainer(engine: Engine(instructionSet: instructionSet)).train(
      configurations, from: earlier, in: form, threads: threads,
      on: try PreparedData(for: configurations[0]),
      observer: RunTrainer.Observer(
        isCancelled: { isCancelled(rows.joined().count) }, isRecordDue: { isRecordDue },
        record: { new, lane, run in
          rows[run] += new.rows(ofLane: lane)
          return goesOn(run, rows[run].count)
        },
        checkpoint: { checkpoints[$0] = $1 }, finish: { outcomes[$0] = $1 }))
    self.rows = rows
    self.checkpoints = checkpoints
    self.outcomes = outcomes
  }
}

/// What training gives for one run of a spec.
struct TrainedRun {
  let configuration: RunConfiguration
  let rows: [CurveRow]
  let outcome: RunOutcome

  init(
    _ spec: String, instructionSet: InstructionSet? = nil, run: Int = 0,
    in form: TrainingForm = .matrix
  ) throws {
    configuration = try RunPlan(spec: spec).runs[run].configuration
    let runs = try TrainedRuns([configuration], in: form, instructionSet: instructionSet)
    guard let outcome = runs.outcomes[0] else { throw Cancelled() }
    self.outcome = outcome
    rows = runs.rows[0]
  }

  struct Cancelled: Error {}

  var losses: [Double] { rows.map { $0.scores[0] } }
}

extension Tensor {
  var doubles: [Double] {
    switch elements {
    case .float32(let elements): elements.map(Double.init)
    case .float64(let elements): elements
    }
  }
}
