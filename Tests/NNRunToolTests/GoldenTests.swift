import Engine
import Foundation
import Testing

/// Ids and digests of runs as they have been before: a difference means that bits have moved.
///
/// `NN_RUN_RECORD=1 make test` records them anew, after which `Numerics.version` is to be raised.
@Suite struct GoldenTests {
  private static let folder = Program.root.appending(path: "Tests/NNRunToolTests/Golden")

  private static let names = [
    "activations", "endings", "initializations", "layers", "losses", "optimizers", "penalties",
  ]

  @Test(arguments: names, InstructionSet.allCases)
  func bitsAreAsTheyWere(name: String, set: InstructionSet) throws {
    try check(name, set)
  }

  /// Of the jobs each of two runs gets half, as threads.
  @Test(arguments: InstructionSet.allCases, [1, 4, 10])
  func bitsAreAsTheyWereByThreads(set: InstructionSet, jobs: Int) throws {
    try check("threads", set, "--jobs", "\(jobs)")
  }

  private func check(_ name: String, _ set: InstructionSet, _ options: String...) throws {
    guard Engine.available.contains(set) else {
      try Test.cancel("this processor has no \(set.rawValue)")
    }
    let program = try Program()
    let spec = Self.folder.appending(path: "\(name).yaml").path()
    let result = try program.run(
      [spec, "--quiet"] + options, environment: ["NN_RUN_CPU": set.rawValue])
    #expect(result.status == 0)
    let summary = try program.read("runs/\(name)/summary.csv")
    let file = Self.folder.appending(path: "\(name).csv")
    if ProcessInfo.processInfo.environment["NN_RUN_RECORD"] != nil {
      try summary.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try summary == String(contentsOf: file, encoding: .utf8))
  }
}
