import Experiments
import Reporting
import RunRecords
import Running
import TestPlans
import Testing
import Vocabulary

/// What a batch closes with.
struct ClosingReportTests {
  private func xor(_ lines: String = "") throws -> RunPlan {
    try plan(
      "dataset: xor\nlayers: [2, 4, 1]\nactivation: sigmoid\nlearning_rate: 0.5\nepochs: 5000\n"
        + lines, stem: "xor")
  }

  private func report(
    _ result: ExperimentResult, elapsed: Duration? = nil, predictions: Predictions? = nil,
    confusion: Confusion? = nil, width: Int = 80, isColoured: Bool = false
  ) -> String {
    result.closingReport(
      folder: "runs/xor", elapsed: elapsed, predictions: predictions,
      confusion: confusion, style: TextStyle(width: width, isColoured: isColoured))
  }

  @Test func `one run has its scores and its answers`() throws {
    let plan = try xor("description: does it learn?")
    let predictions = Predictions(
      task: .binary, rows: 4, inputs: [0, 0, 0, 1, 1, 0, 1, 1], targets: [0, 1, 1, 0],
      outputs: [0.01234, 0.98766, 0.98, 0.51])
    let result = ExperimentResult(plan, [plan.record(0, [0.00123456, 0.75])])
    #expect(
      report(result, elapsed: .milliseconds(214), predictions: predictions) == """
        xor: does it learn?

          train_loss      0.001235
          train_accuracy      0.75
          epochs             5,000

          input 1  input 2  target  output  predicted
                0        0       0  0.0123          0
                0        1       1  0.9877          1
                1        0       1  0.9800          1
                1        1       0  0.5100          1

        1 run completed in 0.21 s
        run      runs/xor/\(plan.runs[0].id)/
        curve    runs/xor/loss_curve.csv
        summary  runs/xor/summary.csv

        """)
  }

  @Test func `which classes are taken for which is shown where there is room`() throws {
    let result = ExperimentResult(try xor(), [try xor().record(0, [0.5])])
    let content = """
      split,actual,predicted,count
      validation,oak,oak,1
      test,oak,oak,1234
      test,oak,"ash, ""white""\t",2
      test,oak,,1
      test,"ash, ""white""\t",oak,3

      """
    let names = ["oak", "ash, \"white\"\t", "elm"]
    let matrix = try #require(ConfusionMatrix(Array(content.utf8), part: .test, names: names))
    let confusion = Confusion(.test, names: names, matrix)
    #expect(
      report(result, confusion: confusion).contains(
        """

          test rows       as oak  as ash, "white"\\t  as elm  as none
          oak              1,234                  2       0        1
          ash, "white"\\t       3                  0       0        0
          elm                  0                  0       0        0

        1 run

        """.dropLast(2)))
    #expect(!report(result, confusion: confusion, width: 50).contains("test rows"))
  }

  @Test func `one run that was finished before says so`() throws {
    let plan = try xor()
    let result = ExperimentResult(plan, [plan.record(0, [0.5], isCached: true)])
    #expect(report(result).contains("\n1 run completed (1 cached)\n"))
  }

  @Test func `one run that diverged`() throws {
    let plan = try xor()
    let id = plan.runs[0].id.description
    #expect(
      report(ExperimentResult(plan, [plan.record(0, [.nan, 0.5], .diverged, epochs: 1700)])) == """
        xor

        diverged \(id.prefix(8)) at epoch 1,700

          train_loss        nan
          train_accuracy    0.5
          epochs          1,700

        1 run diverged
        run      runs/xor/\(id)/
        curve    runs/xor/loss_curve.csv
        summary  runs/xor/summary.csv

        """)
  }

  @Test func `one run that failed`() throws {
    let plan = try xor()
    let failure = RunRecord(failure: "cannot write x\u{1B}[2J: No space left on device")
    #expect(
      report(ExperimentResult(plan, [failure]), elapsed: .seconds(75)) == """
        xor

        failed \(plan.runs[0].id.description.prefix(8)): cannot write x\\u{1B}[2J: No space left on device

        1 run failed in 1 min 15 s
        summary  runs/xor/summary.csv

        """)
  }

  private func mixed() throws -> ExperimentResult {
    let plan = try xor(
      """
      sweep:
        parameters:
          learning_rate: [0.1, 0.123456789, 5]
          optimizer: [sgd, {name: sgd, momentum: 0.9}]
      """)
    return ExperimentResult(
      plan,
      [
        plan.record(0, [0.25, 0.75], isCached: true),
        RunRecord(failure: "no space"), plan.record(2, [0.123456, 1]),
        plan.record(3, [.nan, 0.5], .diverged, epochs: 12), .interrupted, .interrupted,
      ])
  }

  @Test func `what went wrong comes first, then the runs from best to worst`() throws {
    let result = try mixed()
    let ids = result.plan.runs.map(\.id.description)
    #expect(
      report(result, elapsed: .seconds(2), width: 100) == """
        xor

        failed \(ids[1].prefix(8)) (learning_rate 0.1, optimizer {name: sgd, momentum: 0.9}): no space

        diverged \(ids[3].prefix(8)) (learning_rate 0.12346, optimizer {name: sgd, momentum: 0.9}) at epoch 12

          rank  run       learning_rate  optimizer                   train_loss  train_accuracy  epochs
             1  \(ids[2].prefix(8))        0.12346  sgd                             0.1235            1.00   5,000
             2  \(ids[0].prefix(8))            0.1  sgd                             0.2500            0.75   5,000
             3  \(ids[3].prefix(8))        0.12346  {name: sgd, momentum: 0.9}         nan            0.50      12
          no room here for status: runs/xor/summary.csv

        6 runs in 2.00 s: 2 completed, 1 diverged, 1 failed, 2 interrupted (1 cached)
        the same command goes on where this one was stopped
        best run   runs/xor/\(ids[2])/
        its curve  runs/xor/loss_curve.csv
        summary    runs/xor/summary.csv

        """)
  }

  @Test(
    arguments: [
      (.signal, "the same command goes on where this one was stopped"),
      (
        .failures(option: "--max-failures 3"),
        "stopped by --max-failures 3; without it the command goes on from here"
      ),
      (
        .timeLimit(option: "--total-time-limit 15m"),
        "stopped by --total-time-limit 15m; the same command goes on where this one was stopped"
      ),
    ] as [(EarlyEnd, String)])
  func `it is told why runs were not trained`(end: EarlyEnd, sentence: String) throws {
    let plan = try xor("sweep: {seeds: 2}")
    let stopped = ExperimentResult(plan, [plan.record(0, [0.25]), .interrupted], earlyEnd: end)
    #expect(report(stopped).contains("\n" + sentence + "\n"))
    let ended = ExperimentResult(
      plan, [plan.record(0, [0.25]), plan.record(1, [0.5])], earlyEnd: end)
    #expect(!report(ended).contains(sentence))
  }

  @Test func `runs that took too long are told after those that failed`() throws {
    let plan = try xor("sweep: {seeds: 3}")
    let ids = plan.runs.map { $0.id.description.prefix(8) }
    let result = ExperimentResult(
      plan,
      [
        RunRecord(timedOut: "longer than 90s"), RunRecord(failure: "no space"),
        plan.record(2, [0.25]),
      ])
    #expect(
      report(result).contains(
        """
        failed \(ids[1]) (seed 1): no space

        timed_out \(ids[0]) (seed 0): longer than 90s

        """))
    #expect(report(result).contains("3 runs: 1 completed, 1 failed, 1 timed_out"))
    #expect(result.counts[.timedOut] == 1)
  }

  @Test(arguments: 20...140)
  func `no line of a table is wider than the terminal while a column can go`(width: Int) throws {
    let lines = report(try mixed(), width: width).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("  ") && !$0.contains("no room") }
    #expect(rows.count == 4)
    // The rank, the run and the score always stand.
    #expect(rows.allSatisfy { $0.count <= max(width, 28) })
  }

  @Test func `colours are only where they are wanted`() throws {
    let result = try mixed()
    #expect(!report(result).contains("\u{1B}"))
    let coloured = report(result, isColoured: true)
    #expect(coloured.contains("\u{1B}[31mfailed\u{1B}[0m "))
    #expect(coloured.contains("\u{1B}[33m1 diverged\u{1B}[0m"))
    var plain = coloured
    for code in ["0", "1", "2", "31", "32", "33"] {
      plain = plain.replacing("\u{1B}[\(code)m", with: "")
    }
    #expect(plain == report(result))
  }

  @Test func `at most ten rows are shown of anything`() throws {
    let plan = try xor(
      "sweep: {parameters: {learning_rate: {linear: [1, 1100], count: 1100}}}\n")
    let records = plan.runs.indices.map { index in
      switch index {
      case ..<1025: plan.record(index, [Double(index)])
      case ..<1060: plan.record(index, [.nan], .diverged, epochs: 3)
      default: RunRecord(failure: "no space")
      }
    }
    let lines = report(ExperimentResult(plan, records)).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("failed ") } == 10)
    #expect(lines.contains("… and 30 more in runs/xor/summary.csv"))
    #expect(lines.count { $0.hasPrefix("diverged ") } == 10)
    #expect(lines.contains("… and 25 more in runs/xor/summary.csv"))
    #expect(lines.count { $0.hasPrefix("    ") } == 10)
    #expect(lines.contains("  … and 1,050 more in runs/xor/summary.csv"))
    #expect(lines.contains("1,100 runs: 1,025 completed, 35 diverged, 40 failed"))
  }

  @Test func `several seeds of several configurations are told by configuration`() throws {
    let plan = try xor("sweep: {parameters: {learning_rate: [0.1, 0.5]}, seeds: 2}\n")
    let ids = plan.runs.map(\.id.description)
    let result = ExperimentResult(
      plan,
      [
        plan.record(0, [0.5]), plan.record(1, [.nan], .diverged), plan.record(2, [0.25]),
        plan.record(3, [0.125]),
      ])
    #expect(
      report(result) == """
        xor

        diverged \(ids[1].prefix(8)) (learning_rate 0.1, seed 1) at epoch 5,000

          rank  learning_rate  mean train_loss      std    min   max  runs  diverged
             1            0.5           0.1875  0.08839  0.125  0.25     2         0
             2            0.1           0.5000           0.500  0.50     2         1
          no room here for best run: runs/xor/aggregate.csv

        4 runs: 3 completed, 1 diverged
        best run    runs/xor/\(ids[3])/
        its curve   runs/xor/loss_curve.csv
        summary     runs/xor/summary.csv
        over seeds  runs/xor/aggregate.csv

        """)
  }

  @Test func `several seeds of one configuration are told by run`() throws {
    let plan = try xor("sweep: {seeds: 2}\n")
    let result = ExperimentResult(plan, [plan.record(0, [0.5, 1]), plan.record(1, [0.25, 0.5])])
    let lines = report(result).split(separator: "\n")
    #expect(lines[1] == "  rank  run       seed  train_loss  train_accuracy  epochs  status")
    #expect(lines[2].hasSuffix("     1        0.25             0.5   5,000  completed"))
    #expect(lines[3].hasSuffix("     0        0.50             1.0   5,000  completed"))
  }

  @Test func `values of an axis that rounding would make equal are shown in full`() throws {
    let plan = try xor("sweep: {parameters: {learning_rate: [0.1000001, 0.1000002]}}\n")
    let text = report(plan.result(losses: [1, 2]))
    #expect(text.contains("0.1000001"))
    #expect(text.contains("0.1000002"))
  }
}
