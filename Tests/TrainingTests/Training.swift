import Datasets
import Engine
import Experiments
import RunRecords
import TestPlans
import Training

/// What training gives for the first run of a spec.
struct TrainedRun {
  let configuration: RunConfiguration
  let rows: [CurveRow]
  let outcome: RunOutcome

  init(_ spec: String, instructionSet: InstructionSet? = nil, run: Int = 0) throws {
    configuration = try RunPlan(spec: spec).runs[run].configuration
    var rows: [CurveRow] = []
    let engine = try Engine(instructionSet: instructionSet)
    let outcome = RunTrainer(engine: engine).train(
      configuration, on: Dataset(configuration.dataset), isCancelled: { false },
      record: { (row) throws(Never) in rows.append(row) })
    guard let outcome else { throw Cancelled() }
    self.outcome = outcome
    self.rows = rows
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
