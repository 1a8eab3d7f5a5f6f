import Foundation
import Testing

/// What `nn-run predict` answers for new rows, and what it refuses.
@Suite struct PredictTests {
  private let program: Program

  private static let trees = """
    soil,height,width,kind
    sand,3.5,1,oak
    clay,,2,elm
    "loam, wet",7,5,oak
    clay,2.25,3,ash
    sand,9,4,elm
    clay,1,9,ash

    """

  private static let spec = """
    dataset: {csv: trees.csv, missing: mean}
    split: {validation: 0.34}
    normalize: standard
    layers: [auto, 6, auto]
    activation: tanh
    learning_rate: 0.2
    epochs: 30
    save: [model, predictions]

    """

  init() throws {
    program = try Program()
    try program.write(Self.trees, to: "trees.csv")
    try program.write(Self.spec, to: "trees.yaml")
  }

  /// The answers of a saved file or of `predict`, by row: what follows the columns of these names.
  private func answers(_ text: String, after columns: [String]) throws -> [Int: [Substring]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let names = try #require(lines.first)
    let row = try #require(names.firstIndex(of: "row"))
    let first = try #require(names.firstIndex { $0.hasPrefix("output") })
    #expect(Array(names[..<first]) == columns.map { $0[...] })
    var answers: [Int: [Substring]] = [:]
    for line in lines.dropFirst() { answers[try #require(Int(line[row]))] = Array(line[first...]) }
    return answers
  }

  /// What `predict` answers for the rows of the best run's own data is what that run has saved.
  private func expectSaved(_ name: String, _ data: String, targets: [String]) throws {
    let id = try #require(
      program.read("runs/\(name)/summary.csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }.first { $0[3] == "1" }?[
          0])
    let saved = try answers(
      program.read("runs/\(name)/\(id)/predictions.csv"), after: ["split", "row"] + targets)
    for run in ["\(name)/best", String(id.prefix(8)), "runs/\(name)", "runs/\(name)/\(id)"] {
      let result = try program.run("predict", run, data)
      #expect(result.status == 0, "\(result.error)")
      #expect(try answers(result.output, after: ["row"]) == saved)
    }
    #expect(!saved.isEmpty)
  }

  @Test func columnsOfAFileAreAnsweredForAsInTheRun() throws {
    #expect(try program.run("trees.yaml", "--quiet").status == 0)
    try expectSaved("trees", "trees.csv", targets: ["target"])
    // Columns may stand in any order, and others beside them.
    try program.write("width,id,height,soil\n1,17,3.5,sand\n", to: "new.csv")
    let result = try program.run("predict", "best", "new.csv", "--output", "answers.csv")
    #expect(result.status == 0 && result.output.isEmpty)
    let again = try program.run("predict", "best", "new.csv", "--output", "answers.csv")
    #expect(again.status == 0)
    let rows = try program.read("new.csv")
    let refused = try program.run("predict", "best", "new.csv", "--output", "new.csv")
    #expect(refused.status == 73)
    #expect(refused.error.contains("the file of that name is no file of answers"))
    #expect(try program.read("new.csv") == rows)
    #expect(result.error.contains("columns that the network does not know are left alone: id"))
    let all = try answers(program.run("predict", "best", "trees.csv").output, after: ["row"])
    #expect(try answers(program.read("answers.csv"), after: ["row"])[0] == all[0])
  }

  /// Specs on data that ships, with the file for their rows.
  @Test(arguments: [
    ("iris", "iris.csv", ["target"]), ("digits", "digits.npy", ["target"]),
    ("diabetes", "diabetes.csv", ["target"]),
  ])
  func trainingFilesAreAnsweredForAsTheRunsDid(
    name: String, data: String, targets: [String]
  ) throws {
    let folder = Program.root.appending(path: "experiments")
    let result = try program.run(
      folder.appending(path: "\(name).yaml").path(), "--quiet", "--set", "sweep.seeds=1",
      "--set", "save=[model, predictions]", "--set", "epochs=3", "--set", "expect=none")
    #expect(result.status == 0, "\(result.error)")
    try expectSaved(name, folder.appending(path: "data/\(data)").path(), targets: targets)
  }

  @Test func arraysAndRowsOfASpecAreAnsweredFor() throws {
    let corpus = Program.root.appending(path: "Tests/Corpus/data").path()
    try program.write(
      """
      dataset: {npz: \(corpus)/data.npz, inputs: x, targets: y}
      layers: [auto, 3, auto]
      activation: tanh
      normalize: minmax
      learning_rate: 0.1
      epochs: 4
      save: [model, predictions]
      """, to: "archive.yaml")
    #expect(try program.run("archive.yaml", "--quiet").status == 0)
    try expectSaved("archive", "\(corpus)/data.npz", targets: ["target"])
    try program.write(
      """
      dataset: {inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [3, 5, 7, 9]}
      normalize_targets: standard
      layers: [2, 3, 1]
      activation: tanh
      precision: float64
      learning_rate: 0.1
      epochs: 40
      save: [model, predictions]
      """, to: "rows.yaml")
    #expect(try program.run("rows.yaml", "--quiet").status == 0)
    try expectSaved(
      "rows", "{inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [0, 0, 0, 0]}",
      targets: ["target"])
    // A file without names for a network that knows none.
    try program.write("0,0\n0,1\n1,0\n1,1\n", to: "rows.csv")
    let named = try program.run("predict", "rows/best", "{csv: rows.csv, header: false}")
    #expect(named.status == 0, "\(named.error)")
    let saved = try program.run(
      "predict", "rows/best", "{inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [0, 0, 0, 0]}")
    #expect(named.output == saved.output)
  }

  @Test(arguments: [
    ("height,width,kind\n1,2,oak\n", 65, #""new.csv" has no column called "soil""#),
    ("soil,heigth,width\nsand,1,2\n", 65, #"did you mean "heigth"?"#),
    (
      "soil,height,width\nrock,1,2\n", 65,
      #"what no row for training has in column "soil": "rock" in line 2"#
    ),
    ("soil,height,width\nsand,tall,2\n", 65, #""tall" in line 2"#),
    ("soil,height,width\nsand,1\n", 65, "has 2 fields in line 2"),
    ("soil,height,width\n", 65, "has no rows"),
  ])
  func rowsThatDoNotMatchAreRefused(text: String, status: Int32, message: String) throws {
    #expect(try program.run("trees.yaml", "--quiet").status == 0)
    try program.write(text, to: "new.csv")
    let result = try program.run("predict", "best", "new.csv", "--output", "answers.csv")
    #expect(result.status == status)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(!program.exists("answers.csv") && result.output.isEmpty)
  }

  @Test func whatIsMissingNeedsMeans() throws {
    #expect(
      try program.run("trees.yaml", "--quiet", "--set", "dataset={csv: trees.csv, missing: drop}")
        .status == 0)
    let empty = try program.run("predict", "best", "{csv: trees.csv, missing: mean}")
    #expect(empty.status == 65 && empty.error.contains("the network knows no means"))
    #expect(try program.run("predict", "best", "trees.csv").status == 0)
    let digest = try program.run("predict", "best", "{csv: trees.csv, digest: kkkkkkkkkkkkkkkk}")
    #expect(digest.status == 64 && digest.error.contains("has no setting \"digest\""))
  }

  @Test func tabsAreKnownByTheEnding() throws {
    #expect(try program.run("trees.yaml", "--quiet").status == 0)
    try program.write(
      Self.trees.replacing("\"loam, wet\"", with: "loam; wet").replacing(",", with: "\t")
        .replacing("loam; wet", with: "loam, wet"), to: "trees.tsv")
    let tabs = try program.run("predict", "trees", "trees.tsv")
    #expect(tabs.status == 0, "\(tabs.error)")
    #expect(try program.run("predict", "runs/trees/best", "trees.csv").output == tabs.output)
  }

  @Test func runsWithoutAModelAreToldOf() throws {
    #expect(try program.run("predict", "best", "trees.csv").status == 66)
    #expect(
      try program.run("trees.yaml", "--quiet", "--set", "save=[predictions]").status == 0)
    let unsaved = try program.run("predict", "best", "trees.csv")
    #expect(unsaved.status == 65 && unsaved.error.contains("has saved no model"))
    #expect(try program.run("trees.yaml", "--quiet").status == 0)
    #expect(try program.run("predict", "best", "nothing.csv").status == 66)
    #expect(try program.run("predict", "trees/zzz", "trees.csv").status == 66)
    #expect(try program.run("predict", "other/best", "trees.csv").status == 66)
    let id = try #require(
      program.runs("runs/trees").first { program.exists("runs/trees/\($0)/model.safetensors") })
    try program.write("torn", to: "runs/trees/\(id)/model.safetensors")
    let torn = try program.run("predict", id, "trees.csv")
    #expect(torn.status == 65 && torn.error.contains("is not as the run left it"))
    #expect(try program.run("trees.yaml", "--quiet", "--set", "name=others").status == 0)
    let several = try program.run("predict", "best", "trees.csv")
    #expect(several.status == 64 && several.error.contains("others/best, trees/best"))
  }
}
