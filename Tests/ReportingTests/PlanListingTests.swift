import Engine
import Experiments
import TestPlans
import Testing

@testable import Reporting

/// The table of a plan, handed out piece by piece.
struct PlanListingTests {
  private struct Refusal: Error {}

  /// The listing of so many runs.
  private func listing(runs: Int) throws -> PlanListing {
    let sweep = try plan(
      "{dataset: xor, layers: [2, 1], learning_rate: 1, epochs: 1, sweep: {seeds: \(runs)}}")
    return PlanListing(sweep, engine: try Engine(instructionSet: .baseline), jobs: 1)
  }

  @Test func `the pieces of a long table make its lines`() throws {
    var pieces: [[UInt8]] = []
    try listing(runs: 4000).write { pieces.append($0) }
    #expect(pieces.count > 1)
    let lines = String(decoding: pieces.joined(), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "spec: 4,000 runs")
    #expect(lines[1].hasPrefix("run_id            configuration  seed  parameter_count"))
    #expect(lines[4001].contains(" 3999 "))
    #expect(lines[4002].isEmpty && lines[4003].hasPrefix("here (baseline, 1 job): 4,000 runs in "))
    #expect(lines.count == 4005)
  }

  @Test func `nothing is handed out after an error`() throws {
    var count = 0
    let listing = try listing(runs: 4000)
    #expect(throws: Refusal.self) {
      try listing.write { _ throws(Refusal) in
        count += 1
        throw Refusal()
      }
    }
    #expect(count == 1)
  }
}
