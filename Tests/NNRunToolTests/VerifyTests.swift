import Foundation
import Testing

/// Whether `nn-run verify` tells honest results from others.
@Suite struct VerifyTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: {inputs: [[1], [2]], targets: [1, 3]}
      layers: [1, 4, 1]
      activation: relu
      learning_rate: 0.1
      epochs: 5
      save: [initial, model, best, predictions]
      sweep: {parameters: {learning_rate: [0.1, 1e30]}, seeds: 2}
      on_divergence: record
      """, to: "pair.yaml")
    #expect(try program.run("pair.yaml", "--quiet").status == 0)
    try program.makeFolder("tmp")
  }

  /// Verifies, and checks that nothing is left of it, neither among the results nor where it trained.
  private func verify(_ arguments: String...) throws -> Program.Result {
    let before = try program.results("runs")
    let result = try program.run(["verify"] + arguments, environment: ["TMPDIR": "tmp"])
    #expect(try program.results("runs") == before)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: program.folder.appending(path: "tmp").path())
    #expect(left.isEmpty)
    return result
  }

  /// Changes a text in a file of a run, a summary with the digest of itself.
  private func replace(_ old: String, with new: String, in name: String) throws {
    let content = try program.read(name)
    #expect(content.contains(old))
    let altered = content.replacing(old, with: new)
    try program.write(
      name.hasSuffix("summary.json") ? Program.sealed(altered) : altered, to: name)
  }

  @Test(arguments: [["pair"], ["runs/pair", "--jobs", "1"], ["pair", "--jobs", "3"]])
  func `honest runs come out the same`(arguments: [String]) throws {
    let before = try program.results("runs")
    #expect(try program.read("runs/pair/summary.csv").contains(",diverged,"))
    let result = try program.run(["verify"] + arguments, environment: ["TMPDIR": "tmp"])
    #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
    let lines = program.runs("runs/pair").map { "same     \($0)\n" }
    #expect(result.output == lines.joined() + "4 of 4 runs came out the same\n")
    #expect(try program.results("runs") == before)
    #expect(!program.exists("runs/pair/.partial"))
  }

  @Test func `one run is verified alone`() throws {
    let id = try #require(program.runs("runs/pair").last)
    for word in [id, "pair/\(id.prefix(9))", "runs/pair/\(id)"] {
      #expect(
        try verify(word).output == "same     \(id)\n1 of 1 run came out the same\n")
    }
    #expect(try verify("pair/best").status == 0)
  }

  /// A run that has not diverged.
  private func finishedRun() throws -> String {
    try #require(
      program.runs("runs/pair").first { program.exists("runs/pair/\($0)/model.safetensors") })
  }

  @Test(arguments: [
    (
      "loss_curve.csv", "\n3,", "\n3,1",
      "altered  ID: loss_curve.csv is not as the run left it: epoch 3, train_loss is 1"
    ),
    (
      "predictions.csv", "train,0,", "train,1,",
      "altered  ID: predictions.csv is not as the run left it: line 2, row is 1, and 0 when"
    ),
    (
      "summary.json", "\"epochs_run\": 5", "\"epochs_run\": 4",
      #" is "epochs_run": 4, and "epochs_run": 5 when made again"#
    ),
    ("spec.yaml", "epochs: 5", "epochs: 6", "altered  ID: spec.yaml is not as the run left it\n"),
    ("summary.json", "{", "", "altered  ID: summary.json is not as the run left it\n"),
  ])
  func `a text that was altered is found`(
    file: String, old: String, new: String, message: String
  ) throws {
    let id = try finishedRun()
    try replace(old, with: new, in: "runs/pair/\(id)/\(file)")
    let result = try verify("pair")
    #expect(result.status == 1)
    #expect(result.output.contains(message.replacing("ID", with: id)), "\(result.output)")
    #expect(result.output.hasSuffix("\n3 of 4 runs came out the same\n"))
    #expect(result.output.split(separator: "\n").count { $0.contains(id) } == 1)
  }

  @Test(arguments: ["spec.yaml", "summary.json", "loss_curve.csv", "predictions.csv"])
  func `a text that was removed is found`(file: String) throws {
    let id = try finishedRun()
    try FileManager.default.removeItem(
      at: program.folder.appending(path: "runs/pair/\(id)/\(file)"))
    let result = try verify("pair")
    #expect(result.status == 1 && result.error.isEmpty, "\(result.error)")
    #expect(result.output.contains("altered  \(id): \(file) is missing\n"))
    #expect(result.output.hasSuffix("\n3 of 4 runs came out the same\n"))
  }

  @Test func `a run that is gone is missed`() throws {
    let id = try program.read("runs/pair/summary.csv").split(separator: "\n")[1].prefix(16)
    let folder = program.folder.appending(path: "runs/pair")
    try FileManager.default.removeItem(at: folder.appending(path: String(id)))
    let result = try verify("pair")
    #expect(result.status == 1 && result.error.isEmpty, "\(result.error)")
    #expect(result.output.contains("altered  \(id): summary.json is missing\n"))
    #expect(result.output.hasSuffix("\n3 of 4 runs came out the same\n"))
    let tables =
      "unknown  pair: its tables cannot be made again, as they tell of other finished runs than are "
      + "here\n"
    #expect(result.output.hasPrefix(tables))
    // Also where no table tells of it and its folder alone is left.
    try FileManager.default.removeItem(at: folder.appending(path: "summary.csv"))
    #expect(try verify("pair").status == 0)
    try program.makeFolder("runs/pair/\(id)")
    #expect(try tables + verify("pair").output == result.output)
  }

  @Test(arguments: [
    ("summary.csv", ",completed,1,", ",completed,2,", "line 2, rank is 2, and 1 when made again"),
    ("aggregate.csv", "\n1,", "\n7,", "line 2, configuration is 7, and 1 when made again"),
    ("loss_curve.csv", "\n3,", "\n3,1", "epoch 3, train_loss is 1"),
    ("spec.yaml", "epochs: 5", "epochs: 05", "the run left it"),
  ])
  func `a file of the experiment that was altered is found`(
    file: String, old: String, new: String, place: String
  ) throws {
    try replace(old, with: new, in: "runs/pair/\(file)")
    let result = try verify("pair")
    #expect(result.status == 1 && result.error.isEmpty, "\(result.error)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines.first?.hasPrefix("altered  pair: \(file) is not as ") == true
        && lines.first?.contains(place) == true, "\(result.output)")
    #expect(lines.last == "4 of 4 runs came out the same")
    // One run is verified alone.
    #expect(try verify("pair/\(finishedRun())").status == 0)
  }

  @Test func `what is kept of the plan is verified too`() throws {
    let plan = try #require(program.plans("runs/pair").first)
    try replace(",completed,1,", with: ",completed,2,", in: "runs/pair/.plans/\(plan)/summary.csv")
    let altered = try verify("pair")
    #expect(altered.status == 1)
    #expect(altered.output.hasPrefix("altered  pair: .plans/\(plan)/summary.csv is not as "))
    try program.remove("runs/pair/.plans/\(plan)")
    let missing = try verify("pair")
    #expect(missing.status == 1)
    for file in ["summary.csv", "aggregate.csv"] {
      #expect(missing.output.contains("altered  pair: .plans/\(plan)/\(file) is missing\n"))
    }
  }

  @Test func `the runs of all rungs are verified, and those of the last missed`() throws {
    try program.write(
      """
      dataset: xor
      layers: [2, 2, 1]
      activation: tanh
      epochs: 4
      sweep:
        parameters: {learning_rate: [0.1, 0.2, 0.3, 0.4]}
        halving: {min: 1, factor: 2}
      """, to: "rungs.yaml")
    #expect(try program.run("rungs.yaml", "--quiet").status == 0)
    let count = program.runs("runs/rungs").count
    #expect(count == 7)
    #expect(
      try verify("rungs").output.hasSuffix("\n\(count) of \(count) runs came out the same\n"))
    let best = try program.run("best", "rungs", "--format", "csv").output
      .split(separator: "\n")[1].prefix(16)
    try FileManager.default.removeItem(
      at: program.folder.appending(path: "runs/rungs/\(best)"))
    let result = try verify("rungs")
    #expect(result.status == 1)
    #expect(result.output.contains("altered  \(best): summary.json is missing\n"))
  }

  @Test(arguments: ["initial.safetensors", "model.safetensors", "best.safetensors"])
  func `weights that were altered or removed are found`(file: String) throws {
    let id = try finishedRun()
    let url = program.folder.appending(path: "runs/pair/\(id)/\(file)")
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: url)
    let altered = try verify(id)
    #expect(altered.status == 1)
    #expect(altered.output.contains("altered  \(id): \(file) is not as the run left it\n"))
    try FileManager.default.removeItem(at: url)
    let missing = try verify(id)
    #expect(missing.status == 1)
    #expect(missing.output.contains("altered  \(id): \(file) is missing\n"))
  }

  @Test func `data is found where it was, and must be as it was`() throws {
    let folder = program.folder.appending(path: "specs")
    try program.write("x,y\n0,0\n1,2\n2,4\n3,6\n", to: "specs/line.csv")
    try program.write(
      "dataset: line.csv\nlayers: [1, 1]\nlearning_rate: 0.1\nepochs: 2\nsweep: {seeds: 2}\n",
      to: "specs/line.yaml")
    #expect(try program.run("specs/line.yaml", "--quiet").status == 0)
    #expect(try verify("line").status == 0)
    try FileManager.default.moveItem(at: folder, to: program.folder.appending(path: "moved"))
    let missing = try verify("line")
    #expect(missing.status == 66)
    #expect(missing.output.contains("unknown  "))
    #expect(missing.output.hasSuffix("\n0 of 2 runs came out the same\n"))
    #expect(try verify("line", "--data-root", "moved").status == 0)
    try program.write("x,y\n0,0\n1,2\n2,4\n3,7\n", to: "moved/line.csv")
    let other = try verify("line", "--data-root", "moved")
    #expect(other.status == 65 && other.error.contains("has other content than the digest says"))
  }

  @Test func `a run under another name is not trained`() throws {
    let id = try finishedRun()
    let folder = program.folder.appending(path: "runs/pair")
    try FileManager.default.moveItem(
      at: folder.appending(path: id), to: folder.appending(path: "kkkkkkkkkkkkkkkk"))
    let result = try verify("kkkkkkkkkkkkkkkk")
    #expect(result.status == 2)
    #expect(
      result.output.contains("its folder has the name of another run, as it is \(id)"))
    try FileManager.default.moveItem(
      at: folder.appending(path: "kkkkkkkkkkkkkkkk"),
      to: program.folder.appending(path: "copy of it"))
    let copy = try verify("copy of it")
    #expect(copy.status == 0)
    #expect(copy.output.hasPrefix("same     copy of it\n"))
  }

  @Test func `what is not there is told`() throws {
    #expect(try verify("other").status == 66)
    #expect(try verify("pair/zzzzz").status == 66)
    #expect(try program.run("verify", "pair", "--jobs", "0").status == 64)
    let blocked = try program.run("verify", "pair", environment: ["TMPDIR": "nowhere"])
    #expect(blocked.status == 73)
  }
}
