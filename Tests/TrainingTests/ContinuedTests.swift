import Engine
import Experiments
import RunRecords
import TestPlans
import TestSupport
import Testing

@testable import Training

/// The promise that a run which goes on from where it was paused comes out as if trained in one go.
@Suite struct ContinuedTests {
  /// Runs of random specs are trained in up to four stretches, each in another company, order and
  /// form, by other numbers of threads and on other instruction sets.
  @Test(arguments: UInt64(0)..<60)
  func `runs that go on come out as if trained in one go`(seed: UInt64) throws {
    let specs = RandomCompany(seed: seed).specs
    let configurations = try specs.map { try RunPlan(spec: $0).runs[0].configuration }
      .filter { $0.stopAt > 0 }
    guard let first = configurations.first else { return }
    var draw = SplitMix(state: ~seed)
    let forms: [TrainingForm] =
      Architecture(first).canBeGrouped ? TrainingForm.allCases : [.matrix]
    var stretches = configurations.map { _ in Stretch() }
    for share in [0.3, 0.5, 0.8, 1.0] {
      // A run may be left out of a stretch, or go on to no later epoch than it has.
      let places = configurations.indices.filter { _ in share == 1 || draw.flip(3, of: 4) }
        .shuffled(using: &draw)
      guard !places.isEmpty else { continue }
      let company = places.map { place in
        let whole = configurations[place]
        return whole.stopped(
          at: max(1, Int(Double(whole.stopAt) * share), stretches[place].stopAt))
      }
      let form = draw.one(of: forms)
      let threads = form == .matrix ? draw.one(of: [1, 2]) : 1
      var earlier: [Int: Checkpoint] = [:]
      for (member, place) in places.enumerated() { earlier[member] = stretches[place].checkpoint }
      let trained = try TrainedRuns(
        company, from: earlier, in: form, threads: threads,
        instructionSet: draw.one(of: Engine.available), isRecordDue: draw.flip())
      for (member, place) in places.enumerated() {
        stretches[place].goOn(company[member], trained, member)
        let inOneGo = try TrainedRuns([company[member]]).bits[0]
        try #require(
          RunBits(stretches[place].rows, trained.outcomes[member]) == inOneGo,
          "seed \(seed), \(form), up to epoch \(company[member].stopAt):\n\(specs[place])")
      }
    }
  }

  /// What is known of a run after some stretches of its training.
  private struct Stretch {
    var rows: [CurveRow] = []
    var checkpoint: Checkpoint?
    var stopAt = 0

    /// Adds a stretch: `member` of what was trained.
    mutating func goOn(_ run: RunConfiguration, _ trained: TrainedRuns, _ member: Int) {
      let begin = checkpoint?.epoch ?? 0
      rows = rows.filter { $0.epoch < begin && run.isLogged(epoch: $0.epoch) }
      rows += trained.rows[member]
      checkpoint = trained.checkpoints[member]
      stopAt = run.stopAt
    }
  }

  /// A run does not go through the epochs again that it has been trained for.
  @Test func `a run that goes on is trained for the rest of its epochs alone`() throws {
    let spec = """
      dataset: xor
      layers: [2, 4, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 10
      """
    let whole = try RunPlan(spec: spec).runs[0].configuration
    let half = try TrainedRuns([whole.stopped(at: 5)])
    let checkpoint = try #require(half.checkpoints[0])
    #expect(checkpoint.epoch == 5)
    let rest = try TrainedRuns([whole], from: [0: checkpoint])
    #expect(rest.rows[0].map(\.epoch) == [5, 6, 7, 8, 9, 10])
  }

  @Test func `a run that was cancelled cannot go on`() throws {
    let spec = """
      dataset: xor
      layers: [2, 4, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 10
      """
    let configuration = try RunPlan(spec: spec).runs[0].configuration
    let cancelled = try TrainedRuns([configuration], isCancelled: { $0 > 3 })
    #expect(cancelled.outcomes[0] == nil)
    #expect(cancelled.checkpoints[0] == nil)
  }

  /// How many bytes a checkpoint takes: the network, what the optimizer remembers, and the best network
  /// where that is kept.
  @Test func `a checkpoint takes what its networks and its optimizer take`() throws {
    let spec = """
      dataset: xor
      layers: [2, 4, 1]
      activation: tanh
      optimizer: adam
      learning_rate: 0.1
      epochs: 3
      """
    let parameters = 17
    let plain = try RunPlan(spec: spec).runs[0].configuration
    #expect(try TrainedRuns([plain]).checkpoints[0]?.byteCount == 3 * parameters * 4)
    #expect(Checkpoint.memoryEstimate(plain) == 3 * parameters * 4)
    let best = try RunPlan(spec: spec + "\nsave: [best]").runs[0].configuration
    #expect(try TrainedRuns([best]).checkpoints[0]?.byteCount == 4 * parameters * 4)
    #expect(Checkpoint.memoryEstimate(best) == 4 * parameters * 4)
  }
}
