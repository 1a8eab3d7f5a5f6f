import Foundation
import Testing

@Suite struct CommandLineTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 3\n",
      to: "small.yaml")
  }

  @Test func versionAndHelp() throws {
    let version = try program.run("--version")
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    let help = try program.run("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("nn-run experiments/xor.yaml"))
    for command in ["run", "check", "plan", "expect", "explain"] {
      #expect(try program.run(command, "--help").status == 0)
      #expect(help.output.contains("  \(command) "))
    }
  }

  @Test(
    arguments: [
      (["small.yaml", "--jbos", "2"], 64, "Did you mean '--jobs'"),
      (["chekc", "small.yaml"], 66, "check"),
      (["small.yaml", "--jobs", "0"], 64, "--jobs must be from 1"),
      (["plan", "small.yaml", "--jobs", "1025"], 64, "--jobs must be from 1"),
      (["small.yaml", "--progress", "fancy"], 64, "plain"),
      (["missing.yaml"], 66, "missing.yaml"),
      (["."], 66, "Is a directory"),
      ([], 64, "Missing expected argument"),
      (["small.yaml", "--output", ""], 64, "--output must name a folder"),
      (["small.yaml", "--set", "epochs"], 64, "--set:1:7"),
      (["small.yaml", "--set", "epochs=many"], 65, "--set:1:8: error"),
      (["small.yaml", "--set", "epoch=5"], 65, "did you mean \"epochs\"?"),
      (["small.yaml", "small.yaml"], 65, "both called \"small\""),
      (["explain", "lerning_rate"], 64, "learning_rate"),
    ] as [([String], Int32, String)])
  func mistakesAreToldWithTheFix(arguments: [String], status: Int32, text: String) throws {
    let process = program.process(arguments)
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    #expect(error.contains(text), "\(error)")
    #expect(!program.exists("runs"))
  }

  @Test func fiveMistakesAreFiveDiagnostics() throws {
    try program.write(
      """
      dataset: xor
      layers: [3, 4, 1]
      activation: sigmoit
      learning_rate: fast
      epochs: 1.5
      batchsize: 4
      """, to: "wrong.yaml")
    let result = try program.run("wrong.yaml")
    #expect(result.status == 65)
    let places = result.error.split(separator: "\n").filter { $0.contains(": error: ") }
      .map { $0.prefix(while: { $0 != " " }) }
    #expect(
      places == [
        "wrong.yaml:2:10:", "wrong.yaml:3:13:", "wrong.yaml:4:16:", "wrong.yaml:5:9:",
        "wrong.yaml:6:1:",
      ])
    #expect(result.error.contains("did you mean \"sigmoid\"?"))
    #expect(result.output.isEmpty)
    #expect(!program.exists("runs"))
  }

  @Test func setOverridesKeys() throws {
    let result = try program.run(
      "plan", "small.yaml", "--set", "layers=[2, 5, 1]", "--set", "optimizer.momentum=0.5")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n")[2].hasSuffix(" 21"))
    #expect(try program.run("plan", "small.yaml").output != result.output)
  }

  @Test func dryRunIsThePlanAndTrainsNothing() throws {
    let dry = try program.run("small.yaml", "--dry-run")
    let plan = try program.run("plan", "small.yaml")
    #expect(dry.status == 0 && dry.output == plan.output)
    #expect(!program.exists("runs"))
    try program.write(try program.read("small.yaml"), to: "other/small.yaml")
    #expect(try program.run("small.yaml", "other/small.yaml", "--dry-run").status == 65)
  }

  /// A batch of such a name would make `runs` look like a batch, with that run.
  @Test func namesAreNoIDs() throws {
    let result = try program.run("small.yaml", "--set", "name=qkzwrtoklkmxklyo")
    #expect(result.status == 65)
    #expect(try program.run("small.yaml", "--set", "name=summary.csv").status == 0)
    #expect(try program.run("small.yaml").status == 0)
    #expect(try program.run("list").output.split(separator: "\n").count == 3)
  }

  @Test func checkSaysWhatWasInferred() throws {
    let result = try program.run("check", "small.yaml")
    #expect(result.status == 0)
    #expect(result.output.contains("one column of 0 and 1, and one output"))
    #expect(result.output.contains("binary_cross_entropy"))
  }

  @Test func checkTellsOfSweptSettings() throws {
    try program.write(
      """
      dataset: {name: parity, bits: 2}
      layers: [auto, 4, 1]
      activation: tanh
      learning_rate: 0.1
      epochs: 3
      sweep: {parameters: {optimizer.momentum: [0, 0.9, 0.9], dataset.bits: [2, 3]}}
      """, to: "settings.yaml")
    let lines = try program.run("check", "settings.yaml").output.split(separator: "\n")
    func value(_ key: String) -> String? {
      lines.first { $0.hasPrefix("  \(key) ") }.map {
        String($0.dropFirst(key.count + 2).drop { $0 == " " })
      }
    }
    #expect(value("optimizer.momentum") == "0, 0.9  (swept)")
    #expect(value("dataset.bits") == "2, 3  (swept)")
    #expect(value("optimizer") == "sgd  (by default)")
  }

  @Test func `check tells what is expected, and of how many runs`() throws {
    let spec = Program.root.appending(path: "experiments/xor-sweep.yaml").path()
    let lines = try program.run("check", spec).output.split(separator: "\n")
    #expect(
      lines.suffix(2) == [
        "  expect              train_accuracy of the best run at least 1  (looks at 60 runs)",
        "  expect              max train_loss over seeds at most 0.01, where learning_rate is 5 and "
          + "layers is [2, 8, 1]  (looks at 5 runs)",
      ])
  }

  @Test func explainKnowsKeysAndListsThem() throws {
    #expect(try program.run("explain", "learning_rate").output.contains("number above 0"))
    let list = try program.run("explain").output
    for key in ["dataset", "layers", "sweep"] { #expect(list.contains(key)) }
  }

  /// Colours are for terminals: a pipe never gets an escape.
  @Test func pipesGetNoColours() throws {
    let good = try program.run("small.yaml")
    try program.write("epochs: x", to: "bad.yaml")
    let bad = try program.run("bad.yaml")
    for text in [good.output, good.error, bad.output, bad.error] {
      #expect(!text.contains("\u{1B}"))
    }
  }

  @Test func quietSaysNothing() throws {
    let result = try program.run("small.yaml", "--quiet")
    #expect(result.status == 0 && result.output.isEmpty && result.error.isEmpty)
    #expect(program.exists("runs/small/summary.csv"))
  }
}
