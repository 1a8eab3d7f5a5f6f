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

  /// With all their seeds, but for the digits, whose first seed takes as long as all other specs.
  @Test func `specs that expect something get it`() throws {
    let program = try Program()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".yaml") }
    let expecting = try names.map { Self.folder.appending(path: $0) }.filter {
      try String(contentsOf: $0, encoding: .utf8).contains("\nexpect:\n")
    }
    #expect(expecting.count >= 6)
    for spec in expecting {
      let isLong = spec.lastPathComponent == "digits.yaml"
      let result = try program.run([spec.path()] + (isLong ? ["--set", "sweep.seeds=1"] : []))
      #expect(result.status == 0, "\(spec.lastPathComponent): \(result.output)")
      #expect(result.output.contains("\nheld  "))
    }
  }
}
