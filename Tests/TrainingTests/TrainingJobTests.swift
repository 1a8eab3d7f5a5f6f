import Engine
import Experiments
import Foundation
import TestPlans
import Testing
import Training

/// How runs are dealt out to be trained together. The plainest kernels are those of every machine.
@Suite struct TrainingJobTests {
  private let engine: Engine

  init() throws { engine = try Engine(instructionSet: .baseline) }

  private func jobs(of runs: [RunPlan.Run], workers: Int) -> [TrainingJob] {
    TrainingJob.jobs(of: Array(runs.indices), in: runs, workers: workers, engine: engine)
  }

  private func runs(_ lines: String) throws -> [RunPlan.Run] {
    try RunPlan(
      spec: "dataset: xor\nactivation: tanh\nlearning_rate: 0.1\nepochs: 3\n" + lines
    ).runs
  }

  /// Runs of three kinds by turns.
  private static let mixed = """
    layers: [2, 4, 1]
    sweep: {parameters: {activation: [tanh, relu, gelu]}, seeds: 21}
    """

  @Test(arguments: [1, 2, 5, 64])
  func everyRunIsInOnePieceWithItsLike(workers: Int) throws {
    let runs = try runs(Self.mixed)
    let jobs = jobs(of: runs, workers: workers)
    #expect(jobs.flatMap(\.runs).sorted() == Array(runs.indices))
    for job in jobs {
      #expect(Set(job.runs.map { GroupKey(runs[$0].configuration) }).count == 1)
      #expect(job.runs == job.runs.sorted())
      #expect(job.runs.count <= max(1, (21 + workers - 1) / workers))
      #expect(job.runs.count <= job.lanes && job.threads == 1)
    }
    #expect(jobs.map { $0.runs[0] } == jobs.map { $0.runs[0] }.sorted())
  }

  @Test func normsAndDropoutAreComputedOneByOne() throws {
    for layer in ["norm: batch", "norm: layer", "dropout: 0.5"] {
      let runs = try runs(
        "layers: [2, {units: 4, \(layer)}, 1]\nbatch_size: 2\nsweep: {seeds: 20}\n")
      #expect(
        jobs(of: runs, workers: 1).allSatisfy { $0.form == .matrix && $0.lanes == 1 })
    }
  }

  @Test func largeRunsGetTheThreadsThatAreLeft() throws {
    let large = try runs("layers: [2, 2000, 2000, 1]\nsweep: {seeds: 2}\n")
    #expect(jobs(of: large, workers: 6).map(\.threads) == [3, 3])
    #expect(jobs(of: large, workers: 1).map(\.threads) == [1, 1])
    let small = try runs("layers: [2, 2, 1]\n")
    #expect(jobs(of: small, workers: 6).map(\.threads) == [1])
  }

  /// The golden digests by threads are of runs that threads do share.
  @Test(arguments: [(1, 1), (4, 2), (10, 5)])
  func goldenRunsAreSharedByThreads(workers: Int, threads: Int) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "NNRunToolTests/Golden/threads.yaml")
    let plan = try RunPlan(spec: String(contentsOf: file, encoding: .utf8))
    let jobs = jobs(of: plan.runs, workers: workers)
    #expect(jobs.map(\.form) == [.matrix, .matrix])
    #expect(jobs.map(\.threads) == [threads, threads])
  }

  /// Numbers beside others say nothing of how runs are trained, but for those that are 0.
  @Test func runsOfManySizesAreAsTogetherAsTheirKinds() throws {
    let runs = try runs(
      """
      layers: [2, 4, 1]
      sweep:
        parameters:
          learning_rate: [0.1, 0.2, 0.3]
          optimizer.momentum: [0, 0.5, 0.9]
          l2: [0, 0.1, 0.2]
          epochs: [3, 4]
        include: [{l1: 0.5}, {l2: 0.7, optimizer.momentum: 0.1}]
        seeds: 2
      """)
    let kinds = Dictionary(grouping: runs.indices) { GroupKey(runs[$0].configuration) }
    #expect(kinds.count == 5)
    let families = Dictionary(grouping: runs.indices) { runs[$0].family }
    for members in families.values {
      #expect(kinds.values.contains { Set($0).isSuperset(of: members) })
    }
    for job in jobs(of: runs, workers: 1) {
      #expect(Set(job.runs.map { GroupKey(runs[$0].configuration) }).count == 1)
    }
  }

  @Test func memoryGrowsWithWhatIsKept() throws {
    func estimate(_ lines: String) throws -> Int {
      let runs = try runs(lines)
      return jobs(of: runs, workers: 1)[0].memoryEstimate(runs[0].configuration)
    }
    let network = 4 * (3 * 4 + 5)
    let one = try estimate("layers: [2, 4, 1]\n")
    let adam = try estimate("layers: [2, 4, 1]\noptimizer: adam\n")
    #expect(adam - one == 2 * network)
    let best = try estimate("layers: [2, 4, 1]\nsave: [best]\n")
    #expect(best - one == 2 * network)
    // 4 rows of 2 inputs and 1 output, in float64, for the answers and the text.
    let answers = try estimate("layers: [2, 4, 1]\nsave: [predictions]\n")
    #expect(answers - one == 2 * 4 * 3 * 8)
    // The target and the output of the row that is held back are kept anyway.
    let heldBack = "layers: [2, 4, 1]\nsplit: {validation: 0.25}\n"
    let allAnswers = try estimate(heldBack + "save: [predictions]\n")
    #expect(try allAnswers - estimate(heldBack) == (2 * 4 * 3 - 2) * 8)
    // Read in float64, trained on in float32.
    #expect(try runs("layers: [2, 4, 1]\n")[0].configuration.dataMemoryEstimate == 4 * 3 * (8 + 4))
    let together = try estimate("layers: [2, 4, 1]\nsweep: {seeds: 16}\n")
    #expect(together > 8 * one)
  }
}
