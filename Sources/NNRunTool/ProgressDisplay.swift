internal import Dispatch
internal import Experiments
internal import Reporting

/// The progress of a batch on standard error, looked at ten times a second.
final class ProgressDisplay {
  /// Is told of the runs.
  let reporter: ProgressReporter
  private let timer: any DispatchSourceTimer

  /// Begins to show the progress of a plan.
  init(_ plan: RunPlan, rung: ProgressReporter.Rung?, style: ProgressReporter.Style) {
    let reporter = ProgressReporter(
      plan, rung: rung, style: style, isColoured: Console.error.mayColour,
      width: { Console.error.width },
      clock: { Machine.elapsed }, write: { BackgroundWriter.standardError.write($0) })
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer.schedule(
      deadline: .now() + .milliseconds(100), repeating: .milliseconds(100),
      leeway: .milliseconds(10))
    timer.setEventHandler { reporter.refresh() }
    self.reporter = reporter
    reporter.start()
    timer.activate()
  }

  /// Ends: nothing is left of a bar.
  func end() {
    timer.cancel()
    reporter.end()
    BackgroundWriter.standardError.drain()
  }
}
