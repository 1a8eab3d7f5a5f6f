import Experiments
import RunRecords
import TestPlans
import Testing

@testable import Running

/// The content of `experiment.json`.
struct ExperimentProvenanceTests {
  private static let spec = """
    dataset: xor
    layers: [2, 1]
    learning_rate: 0.5
    epochs: 2
    sweep: {seeds: 6}
    """

  private static let provenance: Provenance = {
    var provenance = Provenance()
    provenance.started = "2026-01-02T03:04:05.678Z"
    provenance.finished = "2026-01-02T03:04:06.000Z"
    provenance.seconds = 0.322
    provenance.host = "here"
    provenance.version = "1.2.3"
    provenance.instructionSet = "AVX-512"
    provenance.jobs = 2
    provenance.arguments = ["run", "a \"b\".yaml"]
    provenance.dataRoot = "/data"
    return provenance
  }()

  /// What became of the runs: one of each kind, and one that was finished before.
  private func records(_ plan: RunPlan) -> [RunRecord] {
    [
      plan.record(0, [0.5]), plan.record(1, [0.5], isCached: true),
      plan.record(2, [.nan], .diverged), plan.record(3, [0.5]), RunRecord(failure: "no space"),
      .interrupted,
    ]
  }

  @Test func `it says when and where, and how many runs ended in which way`() throws {
    let plan = try plan(Self.spec)
    let result = ExperimentResult(plan, records(plan))
    let document = result.provenanceJSON(Self.provenance, planID: "kkkkkkkkkkkkkkkk")
    #expect(
      String(decoding: document, as: UTF8.self) == """
        {
          "name": "spec",
          "plan": "kkkkkkkkkkkkkkkk",
          "started": "2026-01-02T03:04:05.678Z",
          "finished": "2026-01-02T03:04:06.000Z",
          "seconds": 0.322,
          "host": "here",
          "instruction_set": "AVX-512",
          "jobs": 2,
          "version": "1.2.3",
          "numerics_version": \(Numerics.version),
          "arguments": ["run", "a \\"b\\".yaml"],
          "data_root": "/data",
          "runs": {
            "total": 6,
            "trained": 3,
            "cached": 1,
            "completed": 3,
            "stopped_early": 0,
            "pruned": 0,
            "diverged": 1,
            "failed": 1,
            "timed_out": 0,
            "interrupted": 1
          }
        }

        """)
  }

  @Test func `a part says which, and how many runs the whole has`() throws {
    let part = try plan(Self.spec).part(try #require(Shard("2/3")))
    let result = ExperimentResult(part, part.runs.indices.map { part.record($0, [0.5]) })
    let document = result.provenanceJSON(Provenance(), planID: "kkkkkkkkkkkkkkkk")
    let text = String(decoding: document, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        {
          "name": "spec",
          "plan": "kkkkkkkkkkkkkkkk",
          "shard": "2/3",
          "planned_runs": 6,
          "numerics_version": \(Numerics.version),
          "runs": {
            "total": 2,

        """))
  }
}
