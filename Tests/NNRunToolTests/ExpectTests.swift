import Foundation
import Testing

/// What specs expect of their results, as the program tells of it.
@Suite struct ExpectTests {
  private let program: Program
  private static let sweep = """
    dataset: xor
    layers: [2, 4, 1]
    activation: sigmoid
    epochs: 40
    metrics: [accuracy]
    early_stopping: {monitor: train_loss, restore_best: false}
    sweep: {parameters: {learning_rate: [0.1, 0.5]}, seeds: 2}

    """

  init() throws { program = try Program() }

  /// Runs the sweep with some expectations.
  private func run(_ items: String..., options: [String] = []) throws -> Program.Result {
    let lines = items.map { "  - \($0)\n" }.joined()
    try program.write(Self.sweep + "expect:\n" + lines, to: "xor.yaml")
    return try program.run(["xor.yaml"] + options)
  }

  @Test(arguments: [
    ("{metric: train_loss, max: 1}", "{metric: train_loss, max: 0.1}"),
    ("{metric: train_loss, at: last, max: 1}", "{metric: train_loss, at: last, max: 0.1}"),
    ("{metric: train_loss, at: best, max: 1}", "{metric: train_loss, at: best, max: 0.1}"),
    ("{metric: train_accuracy, min: 0}", "{metric: train_accuracy, min: 0.99}"),
    (
      "{metric: train_loss, over: seeds, stat: mean, max: 1, where: {learning_rate: 0.1}}",
      "{metric: train_loss, over: seeds, stat: mean, max: 0.1, where: {learning_rate: 0.1}}"
    ),
    (
      "{metric: train_loss, over: all, stat: std, max: 1}",
      "{metric: train_loss, over: all, stat: std, min: 1}"
    ),
    (
      "{metric: train_loss, of: best_run, min: 0.1, max: 1}",
      "{metric: train_loss, of: best_run, min: 1, max: 2}"
    ),
  ])
  func `an expectation that fails is told with value, bound and run`(
    holding: String, failing: String
  ) throws {
    let held = try run(holding)
    #expect(held.status == 0)
    #expect(held.output.contains(#/(?m)^held  .* 0\.\d+ in /#))
    let failed = try run(holding, failing)
    #expect(failed.status == 1)
    #expect(failed.output.contains(#/(?m)^held    /#))
    #expect(failed.output.contains(#/(?m)^failed  .*(0\.1|1|0\.99|from 1 to 2).*: \d(\.\d+)? in /#))
    #expect(failed.output.contains(#/(?m)^failed  .*(in [k-z]{8}|runs) \(learning_rate 0\./#))
    #expect(!failed.error.contains("error"))
  }

  @Test func `the scores of the curve are those of its last and its best row`() throws {
    _ = try run("{metric: train_loss, max: 9}", options: ["--set", "sweep.seeds=1"])
    let summary = try program.read("runs/xor/summary.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let best = try #require(summary.dropFirst().first { $0[3] == "1" })
    let curve = try program.read("runs/xor/\(best[0])/loss_curve.csv").split(separator: "\n")
    let loss = try #require(curve.last).split(separator: ",")[1]
    for moment in ["last", "best", "saved"] {
      let held = try run(
        "{metric: train_loss, at: \(moment), of: best_run, min: \(loss), max: \(loss)}",
        options: ["--set", "sweep.seeds=1"])
      #expect(held.status == 0, "\(moment): \(held.output)")
    }
  }

  @Test func `failing expectations are told where nothing else is`() throws {
    let quiet = try run(
      "{metric: train_loss, max: 0.1}", "{metric: train_loss, max: 1}", options: ["--quiet"])
    #expect(quiet.status == 1)
    #expect(quiet.output.isEmpty)
    let lines = quiet.error.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasPrefix("nn-run: error: xor: expected train_loss at most 0.1, but 0.") == true)
    #expect(lines.first?.contains("; 0 of 4 runs held") == true)
  }

  @Test func `a run that diverged weighs more than an expectation`() throws {
    try program.write(
      """
      dataset: {inputs: [[1], [2]], targets: [1, 3]}
      layers: [1, 4, 1]
      activation: relu
      epochs: 500
      sweep: {parameters: {learning_rate: [0.01, 1e30]}}
      expect:
        - {metric: train_loss, max: 10}
        - {metric: train_loss, where: {learning_rate: 0.01}, max: 10}
      """, to: "diverging.yaml")
    let failed = try program.run("diverging.yaml")
    #expect(failed.status == 2)
    #expect(failed.output.contains(#/(?m)^failed  train_loss at most 10: diverged at epoch/#))
    #expect(failed.output.contains(#/(?m)^held    train_loss at most 10, where/#))
    #expect(try program.run("diverging.yaml", "--set", "on_divergence=record").status == 1)
  }

  @Test func `what is printed holds when it is pasted`() throws {
    try program.write(Self.sweep, to: "xor.yaml")
    let early = try program.run("expect", "xor.yaml")
    #expect(early.status == 2)
    #expect(early.output.isEmpty)
    #expect(early.error.contains("4 of 4 runs of xor have not finished in runs: "))
    #expect(early.error.contains("`nn-run xor.yaml` trains them"))
    #expect(try program.run("xor.yaml").status == 0)
    let printed = try program.run("expect", "xor.yaml")
    #expect(printed.status == 0)
    #expect(printed.error.isEmpty)
    #expect(
      printed.output.contains(
        #/^# xor: the best run is [k-z]{8} \(learning_rate 0\.[15], seed [01]\)\nexpect:\n  - /#))
    #expect(printed.output.contains(/- {metric: train_loss, of: best_run, max: 0\.\d{1,6}}/))
    try program.write(Self.sweep + printed.output, to: "xor.yaml")
    let again = try program.run("xor.yaml")
    #expect(again.status == 0)
    #expect(again.output.split(separator: "\n").count { $0.hasPrefix("held  ") } == 2)
    #expect(again.output.contains("4 cached"))
    let digest = try #require(printed.output.firstMatch(of: /is: ([k-z]{16})/)).1
    let other = String(digest.reversed())
    try program.write(
      Self.sweep + printed.output.replacing(digest, with: other), to: "xor.yaml")
    let changed = try program.run("xor.yaml")
    #expect(changed.status == 1)
    #expect(
      changed.output.contains("failed  digest of the best run \(other): \(digest) in "))
  }

  @Test func `the digest of a best run that diverged is printed`() throws {
    let spec = """
      dataset: {inputs: [[1], [2]], targets: [1, 3]}
      layers: [1, 4, 1]
      activation: relu
      learning_rate: 1e30
      epochs: 500
      on_divergence: record

      """
    try program.write(spec, to: "diverging.yaml")
    #expect(try program.run("diverging.yaml").status == 0)
    let printed = try program.run("expect", "diverging.yaml")
    #expect(printed.status == 0)
    #expect(
      printed.output.contains(#/expect:\n  - {metric: digest, of: best_run, is: [k-z]{16}}\n$/#))
    try program.write(spec + printed.output, to: "diverging.yaml")
    let again = try program.run("diverging.yaml")
    #expect(again.status == 0)
    #expect(again.output.contains("held  digest of the best run"))
  }

  @Test func `results of several specs are printed one after another`() throws {
    try program.write(Self.sweep, to: "xor.yaml")
    try program.write("dataset: or\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 2", to: "or.yaml")
    #expect(try program.run("xor.yaml", "--output", "elsewhere").status == 0)
    let printed = try program.run("expect", "or.yaml", "xor.yaml", "--runs", "elsewhere")
    #expect(printed.status == 2)
    #expect(printed.error.contains("1 of 1 run of or have not finished in elsewhere"))
    #expect(printed.error.contains("`nn-run or.yaml --output elsewhere` trains them"))
    let odd = try program.run(
      "expect", "or.yaml", "--runs", "my runs", "--data-root", ".", "--set", "description=it's")
    let command = #"nn-run or.yaml --output 'my runs' --data-root . --set 'description=it'\''s'"#
    #expect(odd.error.contains("`\(command)` trains them"))
    #expect(printed.output.hasPrefix("# xor: the best run is "))
  }

  @Test func `the experiment's own spec has the expectations`() throws {
    let item = "{metric: train_loss, over: seeds, stat: max, where: {learning_rate: 0.1}, max: 0.1}"
    #expect(try run(item).status == 1)
    #expect(try program.read("runs/xor/spec.yaml").hasSuffix("expect:\n  - \(item)\n"))
    #expect(try program.run("runs/xor/spec.yaml").status == 1)
  }
}
