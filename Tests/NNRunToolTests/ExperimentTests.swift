import Foundation
import Testing

/// The specs under experiments/.
@Suite struct ExperimentTests {
  private static let folder = Program.root.appending(path: "experiments")

  @Test func everySpecMakesAPlan() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".yaml") }
    #expect(names.contains("xor.yaml"))
    let program = try Program()
    for name in names {
      let result = try program.run("plan", Self.folder.appending(path: name).path())
      #expect(result.status == 0 && result.error.isEmpty, "\(name): \(result.error)")
    }
  }

  /// What they expect themselves, with all their seeds.
  @Test func `specs that expect something get it`() throws {
    let program = try Program()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".yaml") }
    let expecting = try names.map { Self.folder.appending(path: $0) }.filter {
      try String(contentsOf: $0, encoding: .utf8).contains("\nexpect:\n")
    }
    #expect(expecting.count >= 2)
    for spec in expecting {
      let result = try program.run(spec.path())
      #expect(result.status == 0, "\(spec.lastPathComponent): \(result.output)")
      #expect(result.output.contains("\nheld  "))
    }
  }

  /// What their comments promise, for the first seed.
  @Test(arguments: [
    ("digits", 5, "val_accuracy", 0.97), ("two-spirals", 1, "val_accuracy", 0.98),
    ("iris", 1, "val_accuracy", 0.97), ("moons", 1, "val_accuracy", 0.96),
    ("diabetes", 1, "val_r2", 0.47),
  ])
  func unseenRowsAreToldRight(name: String, runs: Int, score: String, least: Double) throws {
    let program = try Program()
    let spec = Self.folder.appending(path: "\(name).yaml").path()
    #expect(try program.run(spec, "--quiet", "--set", "sweep.seeds=1").status == 0)
    let lines = try program.read("runs/\(name)/summary.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(lines[0].firstIndex(of: score[...]))
    let scores = try lines.dropFirst().map { try #require(Double($0[column])) }
    #expect(scores.count == runs)
    #expect(scores.allSatisfy { $0 >= least }, "\(scores)")
  }
}
