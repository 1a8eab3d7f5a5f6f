import Files
import Foundation
import Running
import Testing

/// What the system lets the program have.
@Suite struct ProcessLimitTests {
  private func limits(memory: Int? = nil, files: Int? = nil) -> ProcessLimits {
    ProcessLimits(memory: memory, files: files, threadSize: 8 << 20)
  }

  @Test func withoutLimitsNothingIsMissing() {
    #expect(limits().shortage(jobs: 1024, runsInFlight: 1_000_000, memory: 1 << 50) == nil)
  }

  /// The least that is enough, found by halving.
  private func least(_ isEnough: (Int) -> Bool) -> Int {
    var (low, high) = (0, 1 << 40)
    while high - low > 1 {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private func leastMemory(_ jobs: Int, _ memory: Int) -> Int {
    least { limits(memory: $0).shortage(jobs: jobs, runsInFlight: 1, memory: memory) == nil }
  }

  @Test func eachJobTakesStacksAndRunsTakeMemory() {
    let one = leastMemory(1, 0)
    #expect(leastMemory(3, 0) == one + 4 * 8 << 20)
    #expect(leastMemory(1, 1_000_000) == one + 1_000_000)
    let text = limits(memory: 50_000_000).shortage(jobs: 1, runsInFlight: 1, memory: 0)
    #expect(
      text == """
        118 MB of address space are needed, and 50 MB are left: raise `ulimit -v`, or lower --jobs
        """)
  }

  @Test func eachRunTakesAFile() {
    func leastFiles(_ jobs: Int, _ runs: Int) -> Int {
      least { limits(files: $0).shortage(jobs: jobs, runsInFlight: runs, memory: 0) == nil }
    }
    #expect(leastFiles(2, 100) == leastFiles(2, 1) + 99)
    #expect(leastFiles(4, 1) > leastFiles(2, 1))
    #expect(
      limits(files: 4).shortage(jobs: 1, runsInFlight: 1, memory: 0) == """
        19 files may have to be open, and no more than 4 can be: raise `ulimit -n`, or lower --jobs
        """)
  }

  /// Runs the program under limits of a shell.
  private func run(_ limits: String, _ arguments: [String]) throws -> Program.Result {
    let program = try Program()
    try program.write(
      """
      dataset: {name: moons, rows: 100}
      activation: tanh
      learning_rate: 0.1
      epochs: 20
      sweep:
        parameters: {layers: [[2, 3, 1], [2, 4, 1], [2, 5, 1]]}
        seeds: 4
      """, to: "moons.yaml")
    return try program.run(
      ["-c", "\(limits); exec \"$@\"", "sh", Program.binary.path()] + arguments,
      of: URL(filePath: "/bin/sh"))
  }

  @Test(arguments: ["ulimit -n 4", "ulimit -n 12"]) func tooFewFilesAreTold(limit: String) throws {
    let result = try run(limit, ["moons.yaml", "--jobs", "2"])
    #expect(result.status == 74)
    #expect(result.error.hasPrefix("nn-run: error: "))
    #expect(result.error.hasSuffix("raise `ulimit -n`, or lower --jobs\n"), "\(result.error)")
    #expect(result.error.split(separator: "\n").count == 1)
  }

  /// The soft limit is raised as far as it may be.
  @Test func whatIsNotAllowedYetIsTaken() throws {
    let result = try run("ulimit -S -n 12", ["moons.yaml", "--jobs", "2"])
    #expect(result.status == 0, "\(result.error)")
  }

  #if os(Linux)
    @Test func tooLittleMemoryIsTold() throws {
      let result = try run("ulimit -v 120000", ["moons.yaml", "--jobs", "8"])
      #expect(result.status == 74)
      #expect(result.error.hasSuffix("raise `ulimit -v`, or lower --jobs\n"), "\(result.error)")
      #expect(result.error.split(separator: "\n").count == 1)
    }

    /// Whatever the limit, a batch is refused in words or trained.
    @Test(arguments: [1, 2, 8]) func whatIsNotRefusedIsTrained(jobs: Int) throws {
      var isTrained = false
      for megabytes in [140, 160, 200, 250, 300, 400, 500] {
        let result = try run(
          "ulimit -v \(megabytes * 1000)", ["moons.yaml", "--jobs", "\(jobs)", "--quiet"])
        let isRefused = result.status == 74 && result.error.contains("`ulimit -v`")
        #expect(result.status == 0 || isRefused, "\(megabytes) MB: \(result.error)")
        isTrained = isTrained || result.status == 0
      }
      #expect(isTrained)
    }
  #endif
}
