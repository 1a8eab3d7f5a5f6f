import Foundation
import Testing

/// The removal of runs that no spec names any more.
@Suite struct CleanTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 4\n",
      to: "one.yaml")
    try program.write(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 4\nsweep: {seeds: 3}\n",
      to: "two.yaml")
    try program.run("one.yaml", "two.yaml")
    try program.run("two.yaml", "--set", "epochs=5")
  }

  @Test func `batches are cleaned by their own specs, and only when asked to`() throws {
    let before = program.runs("runs/two")
    #expect(before.count == 6)
    let listed = try program.run("clean")
    #expect(listed.status == 0, "\(listed.error)")
    let lines = listed.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.dropLast().allSatisfy { $0.contains(/^runs\/two\/[k-z]{16}  [\d.]+ kB$/) })
    #expect(lines[3].contains(/^3 runs that no spec names: [\d.]+ kB; --yes removes them$/))
    #expect(program.runs("runs/two") == before)

    let removed = try program.run("clean", "--yes")
    #expect(removed.status == 0)
    #expect(removed.output.contains("removed 3 runs that no spec names: "))
    #expect(program.runs("runs/two").count == 3)
    #expect(program.runs("runs/one").count == 1)
    #expect(!program.exists("runs/two/.partial"))
    #expect(try program.run("clean").output == "nothing is to be removed\n")
    #expect(
      try program.run("two.yaml", "--set", "epochs=5").output.contains("(3 cached)"))
  }

  @Test func `specs decide about their own batches alone`() throws {
    let result = try program.run("clean", "two.yaml", "--yes")
    #expect(result.status == 0)
    #expect(program.runs("runs/two").count == 3)
    #expect(program.runs("runs/one").count == 1)
    #expect(try program.run("two.yaml").output.contains("(3 cached)"))
    let none = try program.run("clean", "one.yaml", "--set", "epochs=9")
    #expect(none.output.contains("1 run that no spec names: "))
    #expect(try program.run("clean", "--set", "epochs=9").status == 64)
  }

  @Test func `several specs of one name keep the runs of each`() throws {
    try program.write(
      try program.read("two.yaml").replacing("epochs: 4", with: "epochs: 5\nname: two"),
      to: "other.yaml")
    #expect(
      try program.run("clean", "two.yaml", "other.yaml").output == "nothing is to be removed\n")
  }

  @Test func `what runs that were cut short have left goes too`() throws {
    try program.write("epoch\n", to: "runs/one/.partial/kkkkkkkkkkkkkkkk/loss_curve.csv")
    let result = try program.run("clean", "one.yaml", "--yes")
    #expect(
      result.output == """
        runs/one/.partial/kkkkkkkkkkkkkkkk  6 B
        removed 1 leftover of runs cut short: 6 B

        """)
    #expect(!program.exists("runs/one/.partial"))
  }

  @Test func `what is not ours stays`() throws {
    let stray = try #require(program.runs("runs/two").first)
    for name in program.runs("runs/two") {
      try program.write("mine", to: "runs/two/\(name)/notes.txt")
    }
    try program.write("mine", to: "runs/two/zzzzzzzzzzzzzzzz")
    try program.write("mine", to: "runs/notes.txt")
    try program.write("mine", to: "runs/two/.partial/my/notes.txt")
    #expect(try program.run("clean", "--yes").output == "nothing is to be removed\n")
    #expect(program.exists("runs/two/\(stray)/notes.txt"))
    #expect(program.exists("runs/two/.partial/my/notes.txt"))
  }

  @Test func `what lies below the name of a run's file stays`() throws {
    for name in program.runs("runs/two") {
      try program.write("mine", to: "runs/two/\(name)/predictions.csv/notes.txt")
    }
    #expect(try program.run("clean", "--yes").output == "nothing is to be removed\n")
    #expect(program.runs("runs/two").count == 6)
  }

  @Test func `a folder that another nn-run works in is left alone`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 1000000000\nlog_every: 100000000\n",
      to: "endless.yaml")
    let process = program.process(["endless.yaml", "--quiet"])
    try process.run()
    defer { kill(process.processIdentifier, SIGKILL) }
    let partial = program.folder.appending(path: "runs/endless/.partial").path()
    var isBegun = false
    while process.isRunning, !isBegun {
      sched_yield()
      isBegun = (try? FileManager.default.contentsOfDirectory(atPath: partial).count) == 1
    }
    for arguments in [["clean"], ["clean", "--yes"]] {
      let result = try program.run(arguments)
      #expect(result.status == 73)
      #expect(result.error.contains("another nn-run works in runs/endless, which is left alone"))
    }
    #expect(try program.run("clean", "endless.yaml").output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: partial).count == 1)
    #expect(program.runs("runs/two").count == 3)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // A lock of a dead process needs no flag.
    #expect(try program.run("clean", "--yes").output.contains("removed 1 leftover"))
  }

  @Test func `a batch whose spec cannot be read is left alone, and the others are not`() throws {
    try program.write("dataset: nothing\n", to: "runs/one/spec.yaml")
    let result = try program.run("clean", "--yes")
    #expect(result.status == 65)
    #expect(program.runs("runs/one").count == 1)
    #expect(program.runs("runs/two").count == 3)
    #expect(try program.run("clean", "--runs", "nowhere").status == 66)
    let inside = try program.run("clean", "--runs", "runs/two")
    #expect(inside.status == 66)
    #expect(inside.error.contains("runs/two is a batch; --runs names the folder that batches are"))
    #expect(try program.run("clean", "--runs", "").status == 64)
    #expect(try program.run("clean", "--code-quality", "q.json").status == 64)
  }

  @Test func `a listing writes nothing`() throws {
    let lock = program.folder.appending(path: "runs/two/.lock")
    try FileManager.default.removeItem(at: lock)
    #expect(try program.run("clean").output.contains("3 runs that no spec names"))
    #expect(!FileManager.default.fileExists(atPath: lock.path()))
  }
}
