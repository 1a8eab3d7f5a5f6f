import Foundation
import Testing

/// What `nn-run show` and `nn-run compare` read of the folders of runs.
@Suite struct ShowTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      """
      dataset: xor
      layers: [2, 2, 1]
      activation: tanh
      optimizer: {name: sgd, momentum: 0.5}
      learning_rate: 0.1
      epochs: 20
      sweep: {parameters: {optimizer.momentum: [0.5, 0.9]}}
      """, to: "pair.yaml")
    #expect(try program.run("pair.yaml", "--quiet").status == 0)
  }

  @Test func `a run is shown with its curve`() throws {
    let id = try #require(program.runs("runs/pair").first)
    let result = try program.run("show", id, environment: ["TERM": "dumb"])
    #expect(result.status == 0 && result.error.isEmpty)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "  run_id             \(id)")
    #expect(lines[1] == "  folder             runs/pair/\(id)")
    #expect(lines.contains("parameters"))
    #expect(lines.contains("  learning_rate      0.1"))
    #expect(lines.contains("  loss_curve.csv     whole"))
    #expect(lines.contains("  train_loss"))
    #expect(lines.contains { $0.contains(" |") && $0.contains("*") })
    let isPlain = result.output.utf8.allSatisfy { $0 < 0x80 }
    #expect(isPlain)
  }

  @Test(arguments: [
    (["LC_ALL": "C.UTF-8", "TERM": "xterm"], true), (["LC_ALL": "C", "TERM": "xterm"], false),
    (["LC_ALL": "", "LC_CTYPE": "", "LANG": "de_DE.utf8", "TERM": "xterm"], true),
    (["LC_ALL": "C.UTF-8", "TERM": "dumb"], false),
  ])
  func `curves are dots where the terminal knows them`(
    environment: [String: String], isBraille: Bool
  ) throws {
    let result = try program.run("show", "pair", environment: environment)
    #expect(result.output.contains("│") == isBraille)
    #expect(result.output.contains("+--") != isBraille)
  }

  @Test func `JSON is what the summary says`() throws {
    let id = try #require(program.runs("runs/pair").first)
    let result = try program.run("show", "runs/pair/\(id)", "--format", "json")
    let shown = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let summary = try #require(
      JSONSerialization.jsonObject(with: Data(program.read("runs/pair/\(id)/summary.json").utf8))
        as? [String: Any])
    for key in summary.keys where !["files", "seed", "sha256"].contains(key) {
      #expect(
        (shown[key] as? NSObject) == (summary[key] as? NSObject), "\(key) is not the same")
    }
    #expect(
      shown["files"] as? [String: String] == [
        "loss_curve.csv": "whole", "model.safetensors": "whole", "spec.yaml": "whole",
      ])
    let table = try program.run("show", id, "--format", "csv").output
    #expect(table.hasPrefix("name,value\nrun_id,\(id)\n"))
    #expect(table.contains("\nparameters.learning_rate,0.1\n"))
    #expect(table.contains("\nfiles.spec.yaml,whole\n"))
    #expect(
      try program.run("show", id, "--format", "markdown").output.hasPrefix("| name "))
  }

  @Test func `what was altered is told and not shown`() throws {
    let id = try #require(program.runs("runs/pair").first)
    for name in ["spec.yaml", "loss_curve.csv"] {
      try program.write("altered", to: "runs/pair/\(id)/\(name)")
    }
    try FileManager.default.removeItem(
      at: program.folder.appending(path: "runs/pair/\(id)/model.safetensors"))
    let result = try program.run("show", id)
    #expect(result.status == 0)
    #expect(result.output.contains("  loss_curve.csv     altered\n"))
    #expect(result.output.contains("  model.safetensors  missing\n"))
    #expect(!result.output.contains("parameters") && !result.output.contains("+--"))
    let compared = try program.run("compare", id, "pair/best")
    #expect(compared.status == 65 && compared.error.contains("spec.yaml is not as the run left it"))
    try program.write("{}", to: "runs/pair/\(id)/summary.json")
    let summary = try program.run("show", id)
    #expect(summary.status == 65)
    #expect(summary.error.contains("summary.json is not as the run left it"))
  }

  @Test func `scores that were altered are told and not shown`() throws {
    let id = try #require(program.runs("runs/pair").first)
    let name = "runs/pair/\(id)/summary.json"
    let summary = try program.read(name)
    let altered = summary.replacing(/"train_loss": \S+,/, with: #""train_loss": 0.0625,"#)
    for content in [altered, Program.sealed(altered)] {
      try program.write(content, to: name)
      for command in ["show \(id)", "show \(id) --format json", "compare \(id) pair/best"] {
        let result = try program.run(command.split(separator: " ").map(String.init))
        #expect(result.status == 65 && result.output.isEmpty, "\(result.output)")
        #expect(result.error.contains("summary.json is not as the run left it"))
      }
    }
    try program.write(summary, to: name)
    #expect(try program.run("show", id).status == 0)
  }

  @Test func `runs are compared in what differs`() throws {
    let best = try program.run("best", "pair", "--format", "csv").output
      .split(separator: "\n")[1].split(separator: ",", omittingEmptySubsequences: false)
    let other = try #require(program.runs("runs/pair").first { $0 != best[0] })
    let result = try program.run("compare", "pair/best", other)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines[0] == [best[0].prefix(8), other.prefix(8)])
    #expect(lines[1].first == "optimizer.momentum")
    #expect(Set(lines[1].dropFirst()) == ["0.5", "0.9"])
    #expect(lines[2] == ["status", "completed", "completed"])
    #expect(lines[3] == ["epochs_run", "20", "20"])
    #expect(lines.last == ["the", "digests", "differ"])
    let csv = try program.run("compare", "pair/best", other, "--format", "csv").output
    #expect(csv.hasPrefix("run_id,optimizer.momentum,status,epochs_run,best_epoch,train_loss,"))
    #expect(
      csv.split(separator: "\n").map { $0.prefix(16) } == ["run_id,optimizer", best[0], other[...]])
    let same = try program.run("compare", "pair", "pair/best")
    #expect(same.output.contains("the digests are equal"))
    #expect(!same.output.contains("momentum"))
    let markdown = try program.run("compare", "pair", other, "--format", "markdown").output
    #expect(markdown.contains("| optimizer.momentum | "))
    let json = try program.run("compare", "pair", other, "--format", "json").output
    let runs = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(runs.map { $0["run_id"] as? String } == [String(best[0]), other])
    #expect(Set(runs.compactMap { $0["optimizer.momentum"] as? Double }) == [0.5, 0.9])
  }

  @Test func `words that mean no run or several are told`() throws {
    #expect(try program.run("show", "zz").status == 66)
    #expect(try program.run("compare", "pair").status == 64)
    #expect(try program.run("show", "--runs", "nowhere", "best").status == 66)
    // Letters that begin ids of two runs at least.
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: tanh\nlearning_rate: 0.1\nepochs: 1\nsweep: {seeds: 17}\n",
      to: "many.yaml")
    #expect(try program.run("many.yaml", "--quiet").status == 0)
    let letters = program.runs("runs/many").map { $0.prefix(1) }
    let twice = try #require(letters.first { letter in letters.count { $0 == letter } > 1 })
    let several = try program.run("show", "many/\(twice)")
    #expect(several.status == 64)
    #expect(several.error.contains("\"\(twice)\" may mean \(twice)"))
  }
}
