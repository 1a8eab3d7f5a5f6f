import Foundation
import Testing

/// The cores that the program may use.
@Suite struct CoreTests {
  static let taskset = URL(filePath: "/usr/bin/taskset")

  /// Where it is left one core, it trains one run at a time.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: taskset.path())))
  func jobsAreTheCoresThatTheProgramIsLeft() throws {
    let program = try Program()
    let spec = "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 1\n"
    try program.write(spec, to: "small.yaml")
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let core = try #require(status.firstMatch(of: /Cpus_allowed_list:\s*(\d+)/)).1
    let process = program.process(
      ["-c", String(core), Program.binary.path(), "small.yaml", "--quiet"])
    process.executableURL = Self.taskset
    try process.run()
    process.waitUntilExit()
    let provenance = try program.read("runs/small/experiment.json")
    #expect(provenance.contains("\"jobs\": 1,"), "\(provenance)")
  }
}
