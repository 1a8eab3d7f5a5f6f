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

  /// Leaves two runs of `two` that no plan of it has.
  private func leaveOrphans() throws -> [String] {
    try program.run(
      "two.yaml", "--set", "epochs=6", "--set", "sweep.seeds=2", "--output", "elsewhere")
    let orphans = program.runs("elsewhere/two")
    for id in orphans {
      try FileManager.default.moveItem(
        at: program.folder.appending(path: "elsewhere/two/\(id)"),
        to: program.folder.appending(path: "runs/two/\(id)"))
    }
    return orphans
  }

  @Test func `experiments are cleaned by the plans that began, and only when asked to`() throws {
    let kept = program.runs("runs/two")
    #expect(kept.count == 6)
    #expect(try program.run("clean", "--yes").output == "nothing is to be removed\n")
    let orphans = try leaveOrphans()
    let listed = try program.run("clean")
    #expect(listed.status == 0, "\(listed.error)")
    let lines = listed.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.dropLast().map { String($0.prefix(26)) } == orphans.map { "runs/two/\($0) " })
    #expect(lines.dropLast().allSatisfy { $0.contains(/^runs\/two\/[k-z]{16}  [\d.]+ kB$/) })
    #expect(
      lines.last?.contains(/^2 runs that no spec names: [\d.]+ kB; --yes removes them$/) == true)
    #expect(program.runs("runs/two").count == 8)

    let removed = try program.run("clean", "--yes")
    #expect(removed.status == 0)
    #expect(removed.output.contains("removed 2 runs that no spec names: "))
    #expect(program.runs("runs/two") == kept)
    #expect(program.runs("runs/one").count == 1)
    #expect(!program.exists("runs/two/.partial"))
    #expect(try program.run("clean").output == "nothing is to be removed\n")
    for epochs in [4, 5] {
      let again = try program.run("two.yaml", "--set", "epochs=\(epochs)")
      #expect(again.output.contains("(3 cached)"))
    }
  }

  @Test func `earlier plans are given up when that is asked for`() throws {
    let plans = program.plans("runs/two")
    #expect(plans.count == 2)
    let listed = try program.run("clean", "--plans")
    #expect(listed.status == 0, "\(listed.error)")
    let lines = listed.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.count { $0.contains(/^runs\/two\/[k-z]{16}  [\d.]+ kB$/) } == 3)
    #expect(lines.count { $0.contains(/^runs\/two\/\.plans\/[k-z]{16}  [\d.]+ k?B$/) } == 1)
    let total = /^3 runs that no spec names and 1 earlier plan with its tables: [\d.]+ kB; --yes/
    #expect(lines.last?.contains(total) == true)
    #expect(program.runs("runs/two").count == 6 && program.plans("runs/two") == plans)

    let removed = try program.run("clean", "--plans", "--yes")
    #expect(removed.status == 0)
    #expect(removed.output.contains("removed 3 runs that no spec names and 1 earlier plan with "))
    #expect(program.runs("runs/two").count == 3)
    #expect(program.plans("runs/two").count == 1)
    #expect(
      try program.run("two.yaml", "--set", "epochs=5").output.contains("(3 cached)"))
    #expect(try program.run("clean", "two.yaml", "--plans").status == 64)
  }

  @Test func `specs decide about their own experiments alone`() throws {
    let result = try program.run("clean", "two.yaml", "--yes")
    #expect(result.status == 0)
    #expect(program.runs("runs/two").count == 3)
    #expect(program.runs("runs/one").count == 1)
    #expect(try program.run("two.yaml").output.contains("(3 cached)"))
    let none = try program.run("clean", "one.yaml", "--set", "epochs=9")
    #expect(none.output.contains("1 run that no spec names and 1 earlier plan with its tables: "))
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
    let draft = "kkkkkkkkkkkkkkkk.some-host-17-1"
    try program.write("epoch\n", to: "runs/one/.partial/\(draft)/loss_curve.csv")
    let result = try program.run("clean", "one.yaml", "--yes")
    #expect(
      result.output == """
        runs/one/.partial/\(draft)  6 B
        removed 1 leftover of runs cut short: 6 B

        """)
    #expect(!program.exists("runs/one/.partial"))
  }

  @Test func `what is not ours stays`() throws {
    let orphan = try #require(program.runs("runs/two").first)
    for name in program.runs("runs/two") {
      try program.write("mine", to: "runs/two/\(name)/notes.txt")
    }
    try program.write("mine", to: "runs/two/zzzzzzzzzzzzzzzz")
    try program.write("mine", to: "runs/notes.txt")
    try program.write("mine", to: "runs/two/.partial/my/notes.txt")
    try program.write("mine", to: "runs/two/.claims/notes.txt")
    try program.write("mine", to: "runs/two/.plans/notes.txt")
    let result = try program.run("clean", "--plans", "--yes")
    #expect(result.output.contains("removed 1 earlier plan with its tables: "))
    #expect(program.exists("runs/two/\(orphan)/notes.txt"))
    for folder in [".partial/my", ".claims", ".plans"] {
      #expect(program.exists("runs/two/\(folder)/notes.txt"))
    }
  }

  @Test func `what lies below the name of a run's file stays`() throws {
    for name in program.runs("runs/two") {
      try program.write("mine", to: "runs/two/\(name)/predictions.csv/notes.txt")
    }
    let result = try program.run("clean", "two.yaml", "--set", "epochs=7", "--yes")
    #expect(result.output.contains("removed 2 earlier plans with their tables: "))
    #expect(program.runs("runs/two").count == 6)
  }

  @Test func `a folder that another nn-run works in is left alone`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 1000000000\nlog_every: 100000000\n",
      to: "endless.yaml")
    _ = try leaveOrphans()
    let process = program.process(["endless.yaml", "--quiet"])
    try process.run()
    defer { kill(process.processIdentifier, SIGKILL) }
    while process.isRunning, program.drafts("runs/endless").isEmpty { sched_yield() }
    for arguments in [["clean"], ["clean", "--yes"]] {
      let result = try program.run(arguments)
      #expect(result.status == 73)
      #expect(result.error.contains("another nn-run works in runs/endless, which is left alone"))
    }
    #expect(try program.run("clean", "endless.yaml").output.isEmpty)
    #expect(program.drafts("runs/endless").count == 1)
    #expect(program.runs("runs/two").count == 6)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // What a dead process has claimed needs no flag.
    #expect(try program.run("clean", "--yes").output.contains("removed 1 leftover"))
  }

  @Test func `an experiment whose spec cannot be read is left alone, and others are not`() throws {
    _ = try leaveOrphans()
    try program.write("dataset: nothing\n", to: "runs/one/spec.yaml")
    let result = try program.run("clean", "--yes")
    #expect(result.status == 65)
    #expect(program.runs("runs/one").count == 1)
    #expect(program.runs("runs/two").count == 6)
    #expect(try program.run("clean", "--runs", "nowhere").status == 66)
    let inside = try program.run("clean", "--runs", "runs/two")
    #expect(inside.status == 66)
    #expect(
      inside.error.contains(
        "runs/two is an experiment; --runs names the folder that experiments are in"))
    #expect(try program.run("clean", "--runs", "").status == 64)
    #expect(try program.run("clean", "--code-quality", "q.json").status == 64)
  }

  @Test func `a listing writes nothing`() throws {
    _ = try leaveOrphans()
    try program.remove("runs/two/.lock")
    let names = Set(program.names("runs/two"))
    #expect(try program.run("clean").output.contains("2 runs that no spec names"))
    #expect(Set(program.names("runs/two")) == names)
  }
}
