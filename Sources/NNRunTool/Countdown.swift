internal import Dispatch

/// A limit of time that counts from now on, until it is over or ended.
final class Countdown {
  private let timer: any DispatchSourceTimer

  /// Begins to count.
  ///
  /// - Parameter expire: is called, on any thread, when the time is over.
  init(_ limit: TimeLimit, expire: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "time limit"))
    let milliseconds = Int(limit.duration / .milliseconds(1))
    timer.schedule(deadline: .now() + .milliseconds(milliseconds), leeway: .milliseconds(1))
    timer.setEventHandler(handler: expire)
    timer.activate()
  }

  /// Ends it; where the time is not over yet, nothing comes of it.
  func end() { timer.cancel() }
}
