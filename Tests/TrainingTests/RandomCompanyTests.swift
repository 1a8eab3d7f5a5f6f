import Engine
import Experiments
import RunRecords
import TestPlans
import TestSupport
import Testing
import Vocabulary

@testable import Training

/// The promise that a run comes out the same alone and in any company, for specs drawn by chance.
@Suite struct RandomCompanyTests {
  /// The runs, in any order and some of them several times, in any form, by any number of threads
  /// and on any instruction set, against each alone. The seed and the specs are all that it takes to
  /// see a failure again.
  @Test(arguments: UInt64(0)..<60)
  func runsComeOutTheSameInAnyCompany(seed: UInt64) throws {
    let specs = RandomCompany(seed: seed).specs
    let configurations = try specs.map { try RunPlan(spec: $0).runs[0].configuration }
    #expect(Set(configurations.map { GroupKey($0) }).count == 1, "seed \(seed): \(specs[0])")
    let alone = try configurations.map { try TrainedRuns([$0]).bits[0] }
    var draw = SplitMix(state: ~seed)
    let canBeGrouped = Architecture(configurations[0]).canBeGrouped
    let forms = canBeGrouped ? TrainingForm.allCases.shuffled(using: &draw) : [.matrix]
    for form in forms.prefix(2) {
      let set = draw.one(of: Engine.available)
      let threads = form == .matrix ? draw.one(of: [1, 2, 5]) : 1
      let members = (0..<draw.integer(1...(threads == 1 ? 40 : 3))).map { _ in
        draw.integer(0...specs.count - 1)
      }
      let together = try TrainedRuns(
        members.map { configurations[$0] }, in: form, threads: threads, instructionSet: set,
        isRecordDue: draw.flip()
      ).bits
      for (place, member) in members.enumerated() {
        try #require(
          together[place] == alone[member],
          "seed \(seed), \(form), \(set), \(threads) threads, \(place) of \(members):\n\(specs[member])"
        )
      }
    }
  }

  /// The specs have every word that a run can be given.
  @Test func everyWordIsDrawn() throws {
    let specs = (0..<60).flatMap { RandomCompany(seed: $0).specs }.joined(separator: "\n")
    let words =
      Optimizer.allCases.map(\.name) + Schedule.allCases.map(\.name) + Loss.allCases.map(\.name)
      + Activation.allCases.map(\.name) + Initialization.allCases.map(\.name)
      + Metric.allCases.map(\.name) + Norm.allCases.map(\.name) + Task.allCases.map(\.name)
      + ["dropout", "early_stopping", "stop_at", "clip_norm", "l1", "l2", "nesterov: true"]
    for word in words { #expect(specs.contains(word), "\(word)") }
  }
}
