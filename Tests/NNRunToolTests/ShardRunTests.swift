import Foundation
import Testing

/// What a shard lists, trains and leaves.
@Suite struct ShardRunTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      layers: [2, 3, 1]
      activation: tanh
      learning_rate: 1
      sweep: {parameters: {epochs: [30, 10]}, seeds: 2}
      """, to: "sweep.yaml")
  }

  /// The ids that a plan lists.
  private func planned(_ arguments: String...) throws -> [Substring] {
    try program.run(["plan", "sweep.yaml"] + arguments).output
      .split(separator: "\n").compactMap { $0.prefixMatch(of: /[k-z]{16}/)?.output }
  }

  @Test func `a plan lists the part with its share of the cost`() throws {
    let all = try planned()
    let parts = try (1...3).map { try planned("--shard", "\($0)/3") }
    #expect(parts.map(\.count) == [1, 1, 2])
    #expect(Set(parts.joined()) == Set(all))
    let text = try program.run("plan", "sweep.yaml", "--shard", "3/3").output
    #expect(text.hasPrefix("sweep, shard 3/3: 2 of 4 runs, 25.0 % of the estimated cost\n"))
    #expect(try program.run("sweep.yaml", "--shard", "3/3", "--dry-run").output == text)
  }

  @Test func `a shard leaves its runs, and nothing that only the whole can tell`() throws {
    try program.run("sweep.yaml")
    let all = program.runs("runs/sweep")
    let spec = try program.read("runs/sweep/spec.yaml")
    #expect(program.exists("runs/sweep/aggregate.csv"))

    let result = try program.run("sweep.yaml", "--shard", "3/3", "--output", "part")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("sweep, shard 3/3\n\n2 runs completed in "))
    #expect(result.error.hasPrefix("sweep, shard 3/3: 2 runs\n"))
    let ids = program.runs("part/sweep")
    #expect(ids.count == 2)
    #expect(Set(ids).isSubset(of: all))
    #expect(try program.read("part/sweep/spec.yaml") == spec)
    for file in ["aggregate.csv", "loss_curve.csv"] {
      #expect(!program.exists("part/sweep/\(file)"))
    }
    let rows = try program.read("part/sweep/summary.csv").split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[0].hasPrefix("run_id,configuration,status,rank,seed,shard,param_epochs,"))
    #expect(rows.dropFirst().allSatisfy { $0.contains(/,completed,,\d,3\/3,/) })
    let best = try program.run("best", "--runs", "part")
    #expect(best.status == 66)
    #expect(best.error.contains("part/sweep is a shard, whose runs have no ranks; merge all "))
    let provenance = try program.read("part/sweep/experiment.json")
    #expect(provenance.contains("\"shard\": \"3/3\""))
    #expect(provenance.contains("\"planned_runs\": 4"))
    #expect(provenance.contains("\"total\": 2"))

    // What the whole had told goes where a shard comes after it.
    try program.run("sweep.yaml", "--shard", "1/3")
    #expect(!program.exists("runs/sweep/aggregate.csv"))
    #expect(program.runs("runs/sweep") == all)
  }

  @Test func `a shard does not depend on what is cached`() throws {
    let before = try planned("--shard", "2/2")
    try program.run("sweep.yaml", "--shard", "1/2")
    #expect(try planned("--shard", "2/2") == before)
    try program.run("sweep.yaml", "--shard", "2/2")
    #expect(program.runs("runs/sweep").count == 4)
    let again = try program.run("sweep.yaml", "--shard", "1/2")
    #expect(again.output.contains("(2 cached)"))
  }

  @Test func `a shard without runs is said to have none`() throws {
    let result = try program.run("sweep.yaml", "--shard", "7/9")
    #expect(result.status == 0)
    #expect(result.output.contains("no run falls to this shard"))
    #expect(program.runs("runs/sweep").isEmpty)
    #expect(try program.read("runs/sweep/summary.csv").split(separator: "\n").count == 1)
    let plan = try program.run("plan", "sweep.yaml", "--shard", "7/9")
    #expect(plan.status == 0)
    #expect(plan.output.hasPrefix("sweep, shard 7/9: 0 of 4 runs, 0.0 % of the estimated cost\n"))
    #expect(!plan.output.contains("here ("))
  }

  @Test func `a sweep that halves has no shards`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 4, 1]\nactivation: tanh\nepochs: 9\n"
        + "sweep: {parameters: {learning_rate: [0.1, 1]}, halving: {min: 3}}\n", to: "halving.yaml")
    for command in ["run", "plan"] {
      let result = try program.run(command, "halving.yaml", "--shard", "1/2")
      #expect(result.status == 64)
      #expect(result.error.contains("halving cannot be trained in shards"))
    }
    #expect(!program.exists("runs"))
  }

  @Test(arguments: ["0/2", "3/2", "2", "a/b"])
  func `what is no shard is refused`(shard: String) throws {
    for command in ["run", "plan"] {
      let result = try program.run(command, "sweep.yaml", "--shard", shard)
      #expect(result.status == 64)
      #expect(result.error.contains("such as 2/8, not \"\(shard)\""))
    }
  }
}
