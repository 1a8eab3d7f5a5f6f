import Foundation
import TestSupport
import Testing

/// The program on data of files, split and normalized.
@Suite struct DataTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.makeFolder("specs/data")
    for name in ["x.npy", "y.npy"] {
      try FileManager.default.copyItem(
        atPath: "\(corpusDataFolder)/\(name)",
        toPath: program.folder.appending(path: "specs/data/\(name)").path())
    }
    try program.write(
      """
      dataset: {npy: {inputs: data/x.npy, targets: data/y.npy}}
      layers: [auto, 3, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 3
      split: {validation: 0.25, test: 0.1}
      normalize: standard
      """, to: "specs/files.yaml")
  }

  /// Changes one byte of a file.
  private func change(_ name: String) throws {
    let url = program.folder.appending(path: name)
    var data = try Data(contentsOf: url)
    data[data.count - 8] ^= 1
    try data.write(to: url)
  }

  @Test func pathsCountFromTheSpec() throws {
    let result = try program.run("specs/files.yaml")
    #expect(result.status == 0)
    #expect(program.runs("runs/files").count == 1)
  }

  @Test func checkTellsOfPartsAndConstants() throws {
    let result = try program.run("check", "specs/files.yaml")
    #expect(result.status == 0)
    for text in [
      "20 rows, 2 inputs, 1 target", "13 training, 5 validation, 2 test", "split, by class",
      "fitted to 13 training rows",
    ] {
      #expect(result.output.contains(text))
    }
  }

  @Test func checkTellsOfSuspiciousThings() throws {
    let rows = (0..<44).map { row in
      let isElm = row >= 42
      return [
        isElm ? "\(90 + row)" : "\(row % 20)", "7", isElm ? "B2" : "A1",
        row % 3 == 0 ? "\(row % 20)" : "", isElm ? "elm" : "oak",
      ].joined(separator: ",")
    }
    try program.write(
      (["size,site,code,age,kind"] + rows).joined(separator: "\n") + "\n", to: "specs/trees.csv")
    let network = "activation: tanh\nlearning_rate: 0.1\nepochs: 3\n"
    try program.write(
      "dataset: {csv: trees.csv, missing: mean}\nsplit: {validation: 0.25}\n"
        + "layers: [auto, 3, auto]\n" + network, to: "specs/trees.yaml")
    let result = try program.run("check", "specs/trees.yaml")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    func values(_ name: String) -> [Substring] {
      lines.filter { $0.hasPrefix("  \(name) ") }.map { $0.dropFirst(22) }
    }
    #expect(
      values("classes") == [
        "elm: 2, oak: 42  (with their rows)", "elm: 1, oak: 32  (training rows)",
        "elm: 1, oak: 10  (validation rows)",
      ])
    #expect(
      values("suspicious") == [
        "\"site\" has one value in all training rows  (constant)",
        "\"code\" has one value for each class  (the answer is an input)",
        "3 of 11 validation rows are training rows too  (not unseen)",
        "class \"elm\" has 1 training row, class \"oak\" 32  (beyond 1 : 20)",
        "\"age\" is missing in 29 of 44 rows  (mostly missing)",
      ])
    try program.write(
      "dataset:\n  inputs: [[1, 2], [1, 3], [1, 2], [1, 5], [1, 3], [1, 2]]\n"
        + "  targets: [2, 3, 4, 5, 3, 2]\ntask: regression\nsplit: {test: 0.5}\n"
        + "layers: [2, 3, 1]\n" + network, to: "specs/few.yaml")
    let few = try program.run("check", "specs/few.yaml")
    #expect(few.status == 0)
    for text in [
      "input 1 has one value in all training rows  (constant)",
      "1 of 3 test rows is a training row too  (not unseen)",
      "2 of 3 test rows have the inputs of a training row, but another target  (contradictory)",
    ] {
      #expect(few.output.contains("  suspicious          \(text)\n"))
    }
    #expect(!(try program.run("check", "specs/files.yaml")).output.contains("suspicious"))
  }

  @Test func everyPartIsScoredAndAnsweredFor() throws {
    let result = try program.run(
      "specs/files.yaml", "--set", "save=[predictions]", "--set", "metrics=[auc, gradient_norm]",
      "--set", "epochs=4", "--set", "stop_at=2")
    #expect(result.status == 0)
    let run = try #require(program.runs("runs/files").first)
    let curve = try program.read("runs/files/\(run)/loss_curve.csv").split(separator: "\n")
    #expect(
      curve[0] == "epoch,train_loss,val_loss,train_auc,val_auc,learning_rate,gradient_norm")
    #expect(curve.dropFirst().map { $0.prefix(2) } == ["0,", "1,", "2,"])
    let summary = try program.read("runs/files/summary.csv").split(separator: "\n")
    let columns = summary[0].split(separator: ",", omittingEmptySubsequences: false)
    let values = summary[1].split(separator: ",", omittingEmptySubsequences: false)
    for part in ["train", "val", "test"] {
      for quantity in ["loss", "auc"] {
        let column = try #require(columns.firstIndex { $0 == "\(part)_\(quantity)" })
        #expect(Double(values[column]) != nil)
      }
    }
    let answers = try program.read("runs/files/\(run)/predictions.csv").split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",") }
    #expect(answers.compactMap { Int($0[1]) }.sorted() == Array(0..<20))
    let parts = Dictionary(grouping: answers) { $0[0] }.mapValues(\.count)
    #expect(parts == ["train": 13, "validation": 5, "test": 2])
  }

  @Test func rowsHeldBackAreReportedOn() throws {
    let result = try program.run("specs/files.yaml")
    #expect(result.status == 0)
    let run = try #require(program.runs("runs/files").first)
    func lines(_ name: String) throws -> [[Substring]] {
      try program.read("runs/files/\(run)/\(name)").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
    }
    let cells = try lines("confusion.csv").dropFirst()
    let rows = Dictionary(grouping: cells) { $0[0] }.mapValues { cells in
      cells.reduce(0) { $0 + (Int($1[3]) ?? 0) }
    }
    #expect(rows == ["validation": 5, "test": 2])
    let classes = try lines("per_class.csv")
    #expect(classes[0] == ["split", "class", "rows", "predicted", "precision", "recall", "f1"])
    #expect(
      classes.dropFirst().map { "\($0[0]) \($0[1])" } == [
        "validation 0", "validation 1", "test 0", "test 1",
      ])
    let summary = try program.read("runs/files/\(run)/summary.json")
    #expect(summary.contains("\"confusion.csv\"") && summary.contains("\"per_class.csv\""))
    #expect(try program.run("specs/files.yaml").output.contains("cached"))
    #expect(try program.run("specs/files.yaml", "--force", "--jobs", "1").status == 0)
  }

  @Test func planTellsOfParts() throws {
    let lines = try program.run("plan", "specs/files.yaml").output.split(separator: "\n")
    #expect(lines[1].hasSuffix("train_rows  validation_rows  test_rows"))
    #expect(lines[2].split(separator: " ").suffix(3) == ["13", "5", "2"])
  }

  @Test func contentIsPartOfTheRun() throws {
    #expect(try program.run("specs/files.yaml").status == 0)
    let first = program.runs("runs/files")
    #expect(try program.run("specs/files.yaml").output.contains("cached"))
    try change("specs/data/y.npy")
    #expect(try program.run("specs/files.yaml").status == 0)
    #expect(program.runs("runs/files").count == 2)
    #expect(program.runs("runs/files").contains(first[0]))
  }

  @Test func specsOfResultsAreTheSameRun() throws {
    #expect(try program.run("specs/files.yaml").status == 0)
    let id = try #require(program.runs("runs/files").first)
    for spec in ["runs/files/\(id)/spec.yaml", "runs/files/spec.yaml"] {
      let plan = try program.run("plan", spec)
      #expect(plan.status == 0)
      #expect(plan.output.contains(id))
    }
    try change("specs/data/x.npy")
    let changed = try program.run("plan", "runs/files/\(id)/spec.yaml")
    #expect(changed.status == 65)
    #expect(changed.error.contains("\"data/x.npy\" has other content than the digest says"))
  }

  @Test func missingFileIsNoInput() throws {
    let result = try program.run(
      "specs/files.yaml", "--set", "dataset.npy.targets=data/z.npy", "--set", "epochs=many")
    #expect(result.status == 66)
    #expect(result.error.contains("--set:1:21: error: \"data/z.npy\" does not exist"))
    #expect(!program.exists("runs"))
  }

  @Test func malformedFileIsBadData() throws {
    try program.write("not an array", to: "specs/data/y.npy")
    let result = try program.run("specs/files.yaml")
    #expect(result.status == 65)
    #expect(
      result.error.contains("files.yaml:1:46: error: \"data/y.npy\" is no file of NumPy"))
    #expect(!program.exists("runs"))
  }

  @Test func dataRootIsAnother() throws {
    try FileManager.default.moveItem(
      at: program.folder.appending(path: "specs/data"),
      to: program.folder.appending(path: "data"))
    #expect(try program.run("specs/files.yaml").status == 66)
    let result = try program.run("specs/files.yaml", "--data-root", ".")
    #expect(result.status == 0)
    let id = try #require(program.runs("runs/files").first)
    #expect(try program.run("plan", "runs/files/\(id)/spec.yaml").output.contains(id))
  }
}
