import Engine
import Foundation
import Testing

/// Runs on files of comma-separated values, from the bytes that are read to those that are left.
@Suite struct CSVRunTests {
  private let program: Program

  /// Trees, a line each: a text, two numbers and the class, which these tell with exceptions.
  private static func trees(_ count: Int, from first: Int = 0) -> String {
    let lines = (first..<first + count).map { row in
      let kind = ["oak", "elm", "ash"][(row + row / 7) % 3]
      let soil = ["sand", "clay", "\"loam, wet\""][row % 5 % 3]
      return "\(soil),\(row * 37 % 23).\(row % 4),\(row * row % 19),\(kind)"
    }
    return (["soil,height,width,kind"] + lines).joined(separator: "\n") + "\n"
  }

  private static let sweep = """
    dataset: {csv: trees.csv, target: kind}
    layers: [auto, 5, auto]
    activation: tanh
    optimizer: adam
    learning_rate: 0.05
    epochs: 6
    normalize: standard
    metrics: [accuracy, f1, auc]
    save: [model, predictions]
    split: {folds: 3, test: held.csv}
    sweep:
      parameters:
        class_weight: [none, balanced, {elm: 2.5}]
        batch_size: [8, full]

    """

  init() throws {
    program = try Program()
    try program.write(Self.trees(40), to: "trees.csv")
    try program.write(Self.trees(11, from: 40), to: "held.csv")
    try program.write(Self.sweep, to: "trees.yaml")
    try program.write(
      Self.sweep.replacing("epochs: 6", with: "epochs: 4").replacing("5, auto", with: "9, auto"),
      to: "wide.yaml")
  }

  @Test func jobsInstructionSetsAndOrderLeaveTheSameBytes() throws {
    let first = try program.run("trees.yaml", "wide.yaml", "--output", "first", "--jobs", "1")
    #expect(first.status == 0, "\(first.error)")
    let expected = try program.results("first")
    // Of each of 2 specs, 18 runs with 7 files each, and 4 files of the batch.
    #expect(expected.count == 2 * (18 * 7 + 4))
    func expectTheSame(
      _ specs: [String], _ options: [String], environment: [String: String] = [:]
    ) throws {
      let name = "other-" + (specs + options + environment.values).joined(separator: "-")
      let result = try program.run(
        specs + ["--output", name] + options, environment: environment)
      #expect(result.status == 0)
      #expect(try program.results(name) == expected, "\(name)")
    }
    let specs = ["trees.yaml", "wide.yaml"]
    for jobs in ["2", "5"] { try expectTheSame(specs, ["--jobs", jobs]) }
    for set in Engine.available {
      try expectTheSame(specs, ["--jobs", "3"], environment: ["NN_RUN_CPU": set.rawValue])
    }
    try expectTheSame(specs.reversed(), ["--jobs", "2"])
  }

  #if os(Linux)
    /// How often a file is opened while a body runs.
    private func opened(_ name: String, during body: () throws -> Void) throws -> Int {
      let watch = inotify_init1(Int32(IN_NONBLOCK))
      try #require(watch >= 0)
      defer { close(watch) }
      let path = program.folder.appending(path: name).path()
      // Closing is watched too, as equal events that follow each other are told of once.
      try #require(inotify_add_watch(watch, path, UInt32(IN_OPEN | IN_CLOSE)) >= 0)
      try body()
      var count = 0
      var event = inotify_event()
      while read(watch, &event, MemoryLayout<inotify_event>.size) > 0 {
        if event.mask & UInt32(IN_OPEN) != 0 { count += 1 }
      }
      return count
    }

    @Test func aFileIsReadOnceForAThousandRuns() throws {
      try program.write(
        """
        dataset: trees.csv
        layers: [auto, auto]
        epochs: 1
        split: {folds: 5}
        sweep: {parameters: {learning_rate: {linear: [0.1, 1], count: 20}}, seeds: 10}
        """, to: "many.yaml")
      let count = try opened("trees.csv") {
        let result = try program.run("many.yaml", "--quiet", "--jobs", "2")
        #expect(result.status == 0, "\(result.error)")
      }
      #expect(count == 1)
      #expect(program.runs("runs/many").count == 1000)
      let twice = try opened("trees.csv") {
        _ = try String(contentsOf: program.folder.appending(path: "trees.csv"), encoding: .utf8)
        _ = try String(contentsOf: program.folder.appending(path: "trees.csv"), encoding: .utf8)
      }
      #expect(twice == 2)
    }
  #endif

  @Test(arguments: ["trees.csv", "held.csv"])
  func oneByteMakesAnotherRun(name: String) throws {
    try program.run("trees.yaml", "--set", "split.fold=1")
    let before = program.runs("runs/trees")
    #expect(before.count == 6)
    let text = try program.read(name)
    let place = try #require(text.lastIndex(of: "."))
    var changed = text
    let digit = text.index(after: place)
    changed.replaceSubrange(digit...digit, with: text[digit] == "7" ? "6" : "7")
    #expect(zip(text.utf8, changed.utf8).count { $0 != $1 } == 1)
    try program.write(changed, to: name)
    let again = try program.run("trees.yaml", "--set", "split.fold=1")
    #expect(again.status == 0)
    #expect(!again.output.contains("cached"))
    let after = program.runs("runs/trees")
    #expect(after.count == 12 && Set(after).isSuperset(of: before))
    try program.write(text, to: name)
    #expect(try program.run("trees.yaml", "--set", "split.fold=1").output.contains("6 cached"))
  }

  @Test func timesAndCopiesMakeNoOtherRun() throws {
    try program.run("trees.yaml")
    let before = try program.results("runs")
    let file = program.folder.appending(path: "trees.csv")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: file.path())
    #expect(try program.run("trees.yaml").output.contains("18 cached"))
    let copy = program.folder.appending(path: "copy.csv")
    try FileManager.default.copyItem(at: file, to: copy)
    try FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(at: copy, to: file)
    #expect(try program.run("trees.yaml").output.contains("18 cached"))
    // Nor do those that hold the results, moved with their data.
    let other = try Program()
    for name in ["trees.csv", "held.csv", "trees.yaml", "runs"] {
      try FileManager.default.copyItem(
        at: program.folder.appending(path: name), to: other.folder.appending(path: name))
    }
    #expect(try other.run("trees.yaml").output.contains("18 cached"))
    #expect(try other.results("runs") == before)
  }
}
