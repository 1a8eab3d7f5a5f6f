import Experiments
import Reporting
import RunRecords
import TestPlans
import TestSupport
import Testing

/// How far a batch is, while it is under way.
struct ProgressReporterTests {
  private let clock = ScriptedClock()
  private let sink = Sink()

  private func sweep(_ runs: Int, epochs: Int = 100) throws -> RunPlan {
    try plan(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 0.5\nepochs: \(epochs)\n"
        + "sweep: {seeds: \(runs)}\n")
  }

  private func one() throws -> RunPlan {
    try plan("dataset: xor\nlayers: [2, 1]\nlearning_rate: 0.5\nepochs: 5000\n")
  }

  private func reporter(
    _ plan: RunPlan, _ style: ProgressReporter.Style, width: Int = 100, isColoured: Bool = false
  ) -> ProgressReporter {
    let reporter = ProgressReporter(
      plan, style: style, isColoured: isColoured, width: { width }, clock: clock.read,
      write: sink.write)
    reporter.start()
    return reporter
  }

  private func row(_ epoch: Int, loss: Double = 0.5) -> CurveRow {
    CurveRow(epoch: epoch, scores: [loss, 0.5], learningRate: 0.5)
  }

  /// The epochs that a run goes on from are no work of the rung.
  @Test func `a rung shows its number and counts its own epochs`() throws {
    let reporter = ProgressReporter(
      try sweep(2), rung: ProgressReporter.Rung(number: 2, of: 3, firstEpochs: [80, 80]),
      style: .plain, isColoured: false, width: { 100 }, clock: clock.read, write: sink.write)
    reporter.start()
    clock.advance(by: .seconds(10))
    reporter.advanced(0, to: row(90))
    reporter.end()
    let line = "spec, rung 2 of 3: 0/2 runs, 30 s left\n"
    #expect(sink.text == "spec, rung 2 of 3: 2 runs\n" + line + line)
  }

  @Test func `a batch that is done at once shows no bar`() throws {
    let plan = try sweep(2)
    let reporter = reporter(plan, .bar)
    reporter.advanced(0, to: row(50))
    reporter.finished(0, plan.record(0, [0.5]))
    clock.advance(by: .milliseconds(99))
    reporter.finished(1, plan.record(1, [0.5]))
    reporter.end()
    #expect(sink.text == "")
  }

  @Test func `the bar is drawn in one line and erased at the end`() throws {
    let plan = try sweep(1000)
    let reporter = reporter(plan, .bar)
    clock.advance(by: .milliseconds(100))
    reporter.finished(7, plan.record(7, [0.12345]))
    #expect(
      sink.take()
        == "\rspec  [>               ]      1/1,000 runs  10 runs/s  1 min 40 s left  "
        + "best train_loss 0.1235\u{1B}[K")
    clock.advance(by: .milliseconds(99))
    reporter.finished(8, plan.record(8, [0.5]))
    #expect(sink.take() == "")
    clock.advance(by: .seconds(1))
    for run in 100..<598 { reporter.finished(run, plan.record(run, [0.5])) }
    #expect(
      sink.take()
        == "\rspec  [>               ]      3/1,000 runs  2.50 runs/s  6 min 38 s left  "
        + "best train_loss 0.1235\u{1B}[K")
    clock.advance(by: .milliseconds(101))
    reporter.finished(9, plan.record(9, [0.01]))
    #expect(
      sink.take()
        == "\rspec  [========>       ]    501/1,000 runs  385 runs/s  1 s left  "
        + "best train_loss 0.01\u{1B}[K")
    reporter.end()
    #expect(sink.take() == "\r\u{1B}[K")
    reporter.end()
    #expect(sink.take() == "")
  }

  @Test func `runs that had been finished before do not count as work`() throws {
    let plan = try sweep(4)
    let reporter = reporter(plan, .bar)
    for run in 0..<2 { reporter.finished(run, plan.record(run, [0.5], isCached: true)) }
    clock.advance(by: .seconds(10))
    reporter.finished(2, plan.record(2, [0.5]))
    #expect(
      sink.take()
        == "\rspec  [========>       ]  3/4 runs  0.1 runs/s  10 s left  best train_loss 0.5\u{1B}[K"
    )
    reporter.advanced(3, to: row(50))
    clock.advance(by: .seconds(5))
    reporter.advanced(3, to: row(50))
    #expect(sink.take().contains("[============>   ]  3/4 runs  0.0667 runs/s  5 s left"))
  }

  @Test func `a larger network is more work`() throws {
    let plan = try plan(
      """
      {dataset: xor, layers: [2, 1], activation: tanh, learning_rate: 1, epochs: 100,
       sweep: {parameters: {layers: [[2, 1], [2, 100, 1]]}}}
      """)
    let reporter = reporter(plan, .bar)
    clock.advance(by: .seconds(1))
    reporter.finished(0, plan.record(0, [0.5]))
    #expect(sink.take().contains("[==>             ]  1/2 runs  1 runs/s  5 s left"))
  }

  @Test func `a run that stops before its last epoch is done there`() throws {
    let plan = try plan(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 0.5\nepochs: 5000\nstop_at: 1000\n")
    let reporter = reporter(plan, .bar)
    clock.advance(by: .seconds(2))
    reporter.advanced(0, to: row(500))
    #expect(sink.take().contains("[========>       ]    500/1,000 epochs  2 s left"))
  }

  @Test func `the only run shows its epochs and its latest score`() throws {
    let plan = try one()
    let reporter = reporter(plan, .bar, width: 80)
    clock.advance(by: .seconds(2))
    reporter.advanced(0, to: row(1000, loss: 0.0123456))
    #expect(
      sink.take()
        == "\rspec  [==>          ]  1,000/5,000 epochs  8 s left  train_loss 0.01235\u{1B}[K")
    clock.advance(by: .seconds(8))
    reporter.finished(0, plan.record(0, [0.01]))
    #expect(
      sink.take() == "\rspec  [=============]  5,000/5,000 epochs\u{1B}[K")
  }

  @Test func `failures are told as they happen, and the bar goes on below them`() throws {
    let plan = try sweep(3)
    let reporter = reporter(plan, .bar)
    let id = plan.runs[1].id.description.prefix(8)
    clock.advance(by: .seconds(1))
    reporter.finished(0, plan.record(0, [.nan], .diverged))
    _ = sink.take()
    clock.advance(by: .seconds(1))
    reporter.finished(1, RunRecord(failure: "no space\n"))
    #expect(
      sink.take()
        == "\r\u{1B}[Kfailed \(id) (seed 1): no space\\n\n"
        + "\rspec  [==========>     ]  2/3 runs  0.5 runs/s  1 s left  1 diverged  1 failed\u{1B}[K"
    )
  }

  @Test(arguments: 1...120)
  func `the line is as wide as there is room, and never wider`(width: Int) throws {
    let plan = try sweep(40)
    let reporter = reporter(plan, .bar, width: width)
    clock.advance(by: .seconds(3700))
    reporter.finished(0, plan.record(0, [.nan], .diverged))
    let line = sink.take().dropFirst().dropLast(3)
    #expect(line.count < max(width, 2))
    #expect(line.isEmpty || line.contains("runs") || width < 20)
    #expect(line.contains("[") == (width > 46))
  }

  @Test func `a log has a line now and then`() throws {
    let plan = try sweep(100)
    let reporter = reporter(plan, .plain)
    #expect(sink.take() == "spec: 100 runs\n")
    for run in 0..<50 {
      clock.advance(by: .milliseconds(500))
      reporter.finished(run, plan.record(run, [1 / Double(run + 1)]))
    }
    #expect(
      sink.take() == """
        spec:  20/100 runs, best train_loss 0.05, 40 s left
        spec:  40/100 runs, best train_loss 0.025, 30 s left

        """)
    for run in 50..<60 { reporter.finished(run, RunRecord(failure: "no space")) }
    #expect(sink.take() == "")
    clock.advance(by: .seconds(20))
    for run in 60..<99 { reporter.finished(run, plan.record(run, [.nan], .diverged)) }
    let id = plan.runs[50].id.description.prefix(8)
    #expect(
      sink.take() == """
        spec:  61/100 runs, best train_loss 0.02, 29 s left, 1 diverged, 10 failed; \
        failed \(id) (seed 50): no space

        """)
    clock.advance(by: .seconds(20))
    reporter.finished(99, .interrupted)
    #expect(sink.take() == "")
    reporter.end()
    #expect(
      sink.take()
        == "spec: 100/100 runs, best train_loss 0.02, 39 diverged, 10 failed, 1 interrupted\n")
    reporter.end()
    #expect(sink.take() == "")
  }

  /// An hour in which something happens a hundred times a second.
  @Test func `a log has at most a line in ten seconds`() throws {
    let plan = try sweep(3600)
    let reporter = reporter(plan, .plain)
    for run in 0..<3600 {
      for _ in 0..<99 {
        clock.advance(by: .milliseconds(10))
        reporter.advanced(run, to: row(50))
        reporter.refresh()
      }
      clock.advance(by: .milliseconds(10))
      reporter.finished(run, run.isMultiple(of: 2) ? RunRecord(failure: "x") : .interrupted)
    }
    reporter.end()
    #expect(sink.take().split(separator: "\n").count == 1 + 359 + 1)
  }

  @Test func `runs that took too long are told like those that failed`() throws {
    let plan = try sweep(3)
    let reporter = reporter(plan, .bar)
    let id = plan.runs[1].id.description.prefix(8)
    clock.advance(by: .seconds(1))
    reporter.finished(1, RunRecord(timedOut: "longer than 1s"))
    #expect(sink.take().contains("timed_out \(id) (seed 1): longer than 1s\n"))
    clock.advance(by: .seconds(1))
    reporter.refresh()
    #expect(sink.take().contains("1 timed_out"))
  }

  @Test func `a log of one run has its epochs`() throws {
    let plan = try one()
    let reporter = reporter(plan, .plain)
    #expect(sink.take() == "spec: 1 run\n")
    clock.advance(by: .seconds(10))
    reporter.advanced(0, to: row(2500, loss: 0.25))
    #expect(sink.take() == "spec: 2,500/5,000 epochs, train_loss 0.25, 10 s left\n")
    clock.advance(by: .seconds(10))
    reporter.finished(0, plan.record(0, [0.25]))
    #expect(sink.take() == "")
    reporter.end()
    #expect(sink.take() == "spec: 5,000/5,000 epochs\n")
  }

  @Test func `a run that is stopped is told with its epochs and its latest score`() throws {
    let reporter = reporter(try one(), .plain)
    reporter.advanced(0, to: row(2500, loss: 0.25))
    reporter.finished(0, .interrupted)
    _ = sink.take()
    reporter.end()
    #expect(sink.take() == "spec: 2,500/5,000 epochs, train_loss 0.25, 1 interrupted\n")
  }

  @Test func `nothing is nothing`() throws {
    let plan = try sweep(2)
    let reporter = reporter(plan, .none)
    clock.advance(by: .seconds(100))
    reporter.advanced(0, to: row(50))
    reporter.finished(0, RunRecord(failure: "no space"))
    reporter.end()
    #expect(sink.text == "")
  }

  @Test func `colour is only where it is wanted`() throws {
    let plan = try sweep(2)
    let reporter = reporter(plan, .bar, isColoured: true)
    clock.advance(by: .seconds(1))
    reporter.finished(0, plan.record(0, [0.5]))
    #expect(sink.take().contains("[\u{1B}[32m========>       \u{1B}[0m]"))
  }

  /// Rows come as they are handed out, at no even epochs.
  @Test(arguments: [1, 777_777, 999_999_999])
  func `every row that is told of is looked at`(epoch: Int) throws {
    let plan = try plan("dataset: xor\nlayers: [2, 1]\nlearning_rate: 0.5\nepochs: 1000000000\n")
    let reporter = reporter(plan, .plain)
    _ = sink.take()
    reporter.advanced(0, to: row(0))
    reporter.advanced(0, to: row(epoch, loss: 0.25))
    reporter.finished(0, .interrupted)
    reporter.end()
    #expect(sink.take().contains("\(Readable.count(epoch))/1,000,000,000 epochs, train_loss 0.25"))
  }
}
