internal import Experiments
internal import RunRecords
internal import Text

extension ExperimentResult {
  /// The content of `experiment.json`: where, when and how, of which part of which plan, and how many runs
  /// ended in which way.
  func provenanceJSON(_ provenance: Provenance, planID: String) -> [UInt8] {
    let runs: [(key: String, value: JSON)] =
      [
        ("total", .integer(counts.total)),
        ("trained", .integer(counts.trained)),
        ("cached", .integer(counts.cached)),
      ] + RunStatus.allCases.map { ($0.rawValue, .integer(counts[$0])) }
    var members: [(key: String, value: JSON)] = [
      ("name", .string(plan.experiment.name)), ("plan", .string(planID)),
    ]
    if let part = plan.shardShare {
      members += [
        ("shard", .string(part.shard.description)), ("planned_runs", .integer(part.wholeCount)),
      ]
    }
    return JSON.object(members + provenance.members + [("runs", .object(runs))]).document
  }
}
