import Foundation
import Testing

/// Shards trained apart and put together.
@Suite struct MergeTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      activation: tanh
      epochs: 30
      learning_rate: 1
      sweep:
        parameters:
          layers: [[2, 2, 1], [2, 9, 1], [2, 3, 3, 1]]
        seeds: 4
      """, to: "sweep.yaml")
    let rows = (0..<40).map { "\($0 % 7),\($0 % 3),\(($0 * $0) % 5)" }
    try program.write("a,b,y\n" + rows.joined(separator: "\n") + "\n", to: "specs/data.csv")
    try program.write(
      """
      dataset: {csv: data.csv}
      layers: [auto, 3, 1]
      activation: tanh
      task: regression
      learning_rate: 0.1
      normalize: standard
      epochs: 5
      save: [model, predictions]
      split: {folds: 3}
      sweep: {parameters: {optimizer: [sgd, adam]}, seeds: 2}
      """, to: "specs/folds.yaml")
  }

  /// Trains shards, each into a folder of its own.
  private func train(_ spec: String, shards: [Int], of count: Int) throws {
    for shard in shards {
      let result = try program.run(
        spec, "--shard", "\(shard)/\(count)", "--output", "part\(shard)")
      #expect(result.status == 0, "\(result.error)")
    }
  }

  /// Merges folders into `all`.
  private func merge(_ folders: String..., root: String? = nil) throws -> Program.Result {
    try program.run(
      ["merge"] + folders + ["--output", "all"] + (root.map { ["--data-root", $0] } ?? []))
  }

  @Test func `eight shards in any order come to the bytes of one machine`() throws {
    try program.run("sweep.yaml", "--output", "one")
    let order = [5, 2, 8, 1, 7, 3, 6, 4]
    try train("sweep.yaml", shards: order, of: 8)
    let result = try program.run(["merge"] + order.map { "part\($0)" } + ["--output", "all"])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("12 of 12 runs merged\n"))
    #expect(try program.results("all") == program.results("one"))
    #expect(try program.read("all/sweep/experiment.json").contains("\"trained\": 0,"))
    let again = try merge("part1", "part2")
    #expect(again.status == 0)
    #expect(again.output.contains("12 of 12 runs merged (12 were there before)"))
    #expect(try program.results("all") == program.results("one"))
  }

  @Test func `data in files, folds and all that is saved come through`() throws {
    try program.run("specs/folds.yaml", "--output", "one")
    try train("specs/folds.yaml", shards: [3, 1, 2], of: 3)
    let result = try merge("part1/folds", "part2", "part3/folds")
    #expect(result.status == 0, "\(result.error)")
    let (merged, one) = (try program.results("all"), try program.results("one"))
    #expect(merged == one)
    #expect(merged.keys.contains("folds/aggregate.csv"))
    #expect(merged.keys.count { $0.hasSuffix("/predictions.csv") } == 12)
    // What was merged is as good as what was trained.
    let trained = try program.run("specs/folds.yaml", "--output", "all")
    #expect(trained.output.contains("(12 cached)"))
  }

  @Test func `the runs of a killed shard are named, and finishing them completes the rest`() throws
  {
    try program.run("sweep.yaml", "--output", "one")
    try train("sweep.yaml", shards: [1, 2, 3], of: 3)
    // What kill -9 leaves of a shard: some runs, and none of the files written at the end.
    let plan = try #require(program.plans("part3/sweep").first)
    for file in ["summary.csv", "experiment.json", ".plans/\(plan)/summary.csv"]
      + program.runs("part3/sweep").dropFirst()
    {
      try program.remove("part3/sweep/\(file)")
    }
    let missing = try merge("part1", "part2", "part3")
    #expect(missing.status == 2)
    #expect(missing.output.contains("9 of 12 runs merged, 3 missing"))
    let named = missing.output.split(separator: "\n").filter { $0.hasPrefix("missing ") }
    #expect(named.count == 3)
    let planned = try program.run("plan", "sweep.yaml", "--shard", "3/3").output
    for line in named {
      let id = try #require(line.split(separator: " ").dropFirst().first)
      #expect(planned.contains("\n\(id)"))
      #expect(line.wholeMatch(of: /missing \w+ \(layers \[.*\], seed \d\)/) != nil, "\(line)")
    }
    let rows = try program.read("all/sweep/summary.csv").split(separator: "\n")
    #expect(rows.count == 13)
    #expect(rows.count { $0.contains(",interrupted,,") } == 3)

    let other = program.folder.appending(path: "again")
    try FileManager.default.copyItem(at: program.folder.appending(path: "all"), to: other)
    // By training what is missing where the rest is …
    let trained = try program.run("sweep.yaml", "--output", "again")
    #expect(trained.output.contains("(9 cached)"))
    #expect(try program.results("again") == program.results("one"))
    // … or by finishing the shard and merging again.
    try train("sweep.yaml", shards: [3], of: 3)
    #expect(try merge("part3").status == 0)
    #expect(try program.results("all") == program.results("one"))
  }

  @Test func `a torn run is as missing, and its folder is named`() throws {
    try train("sweep.yaml", shards: [1, 2], of: 2)
    let id = try #require(program.runs("part2/sweep").first)
    try program.write("epoch\n", to: "part2/sweep/\(id)/loss_curve.csv")
    let result = try merge("part1", "part2")
    #expect(result.status == 2)
    #expect(result.output.contains(", torn in part2/sweep/\(id)\n"))
    #expect(!program.exists("all/sweep/\(id)"))
  }

  @Test func `runs with other bytes are named with both folders, and neither is taken`() throws {
    try train("sweep.yaml", shards: [1, 2], of: 2)
    let id = try #require(program.runs("part2/sweep").first)
    try FileManager.default.copyItem(
      at: program.folder.appending(path: "part2/sweep/\(id)"),
      to: program.folder.appending(path: "part1/sweep/\(id)"))
    let summary = try program.read("part2/sweep/\(id)/summary.json")
    try program.write(
      Program.sealed(
        summary.replacing(/"digest": "\w+"/, with: "\"digest\": \"kkkkkkkkkkkkkkkk\"")),
      to: "part2/sweep/\(id)/summary.json")
    let result = try merge("part1", "part2")
    #expect(result.status == 2)
    #expect(
      result.output.contains(
        "run \(id) has other bytes in part1/sweep/\(id) than in part2/sweep/\(id)"))
    #expect(result.output.contains("11 of 12 runs merged, 1 failed"))
    #expect(!program.exists("all/sweep/\(id)"))
  }

  @Test func `parts of different plans are refused`() throws {
    try train("sweep.yaml", shards: [1], of: 2)
    try program.run(
      "sweep.yaml", "--shard", "2/2", "--set", "epochs=31", "--output", "part2")
    let result = try merge("part1", "part2")
    #expect(result.status == 65)
    #expect(result.error.contains("part1/sweep and part2/sweep are of different plans"))
    #expect(!program.exists("all"))
  }

  @Test func `data that is elsewhere is named by an option`() throws {
    try train("specs/folds.yaml", shards: [1, 2], of: 2)
    let folder = program.folder
    try FileManager.default.moveItem(
      at: folder.appending(path: "specs"), to: folder.appending(path: "moved"))
    let result = try merge("part1", "part2")
    #expect(result.status == 66)
    #expect(result.error.contains("--data-root"))
    #expect(try merge("part1", "part2", root: "moved").status == 0)
    #expect(program.runs("all/folds").count == 12)
  }

  @Test func `the folder of the results may be one of the parts`() throws {
    try program.run("sweep.yaml", "--output", "one")
    try train("sweep.yaml", shards: [1], of: 2)
    try program.run("sweep.yaml", "--shard", "2/2", "--output", "all")
    let result = try merge("all", "part1")
    #expect(result.status == 0)
    #expect(result.output.contains("12 of 12 runs merged (6 were there before)"))
    #expect(try program.results("all") == program.results("one"))
  }

  @Test func `a folder without results is told, and so is one that is not there`() throws {
    try train("sweep.yaml", shards: [1], of: 1)
    try program.makeFolder("empty")
    let result = try merge("empty", "part1")
    #expect(result.status == 0)
    #expect(result.error == "nn-run: warning: empty has no results\n")
    #expect(try merge("empty").status == 66)
    let absent = try merge("part1", "absent")
    #expect(absent.status == 66)
    #expect(absent.error == "nn-run: error: there is no folder absent\n")
  }
}
