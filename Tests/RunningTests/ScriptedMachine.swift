import Foundation
import Running
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// A machine on which time passes, and others do something, only where a test says so.
final class ScriptedMachine: Sendable {
  /// A timer that has not been stopped.
  private struct Timer: Sendable {
    var due: Duration
    let interval: Duration
    let repeats: Bool
    let action: @Sendable () -> Void
  }

  private let clock = ScriptedClock()
  private let timers = Mutex<(last: Int, running: [Int: Timer])>((0, [:]))
  /// What happens each time that a program waits, one after another.
  private let steps = Mutex<[@Sendable () -> Void]>([])

  /// The number of this process, that of one that runs beside it, and one that no process has.
  static let (own, other, ended) = (Int(getpid()), Int(getppid()), 1 << 22 + 1)

  /// What a program knows of the machine, which has a clock of its own.
  ///
  /// - Parameter isLate: whether all timers are due when they begin.
  func context(
    process: Int = own, host: String = "here", memory: Int = 1 << 40, isLate: Bool = false,
    namespace: String? = nil
  ) -> RunContext {
    RunContext(
      elapsed: clock.read, time: { [clock] in "at \(Int(clock.read() / .seconds(1)))" },
      secondsSince1970: { Date.now.timeIntervalSince1970 }, pause: { [self] _ in pause() },
      timer: { [self] after, repeats, action in
        if isLate { action() }
        return timer(after, repeats: repeats, action)
      }, host: host, memory: memory, coreCount: 2,
      workingFolder: "/work", version: "1.2.3", arguments: ["spec.yaml"], process: process,
      namespace: namespace)
  }

  /// How many timers have not been stopped.
  var timerCount: Int { timers.withLock { $0.running.count } }

  /// Says what happens the next times that a program waits.
  func whenWaiting(_ actions: (@Sendable () -> Void)...) {
    steps.withLock { $0 += actions }
  }

  /// Lets time pass; what is due happens at the end of it, each once.
  func advance(by duration: Duration) {
    clock.advance(by: duration)
    let now = clock.read()
    let due = timers.withLock { timers in
      let due = timers.running.filter { $0.value.due <= now }
      for (number, timer) in due {
        timers.running[number]?.due = now + timer.interval
        if !timer.repeats { timers.running[number] = nil }
      }
      return due.sorted { $0.key < $1.key }.map(\.value.action)
    }
    for action in due { action() }
  }

  private func pause() {
    let step = steps.withLock { steps in
      steps.isEmpty ? nil : steps.removeFirst()
    }
    guard let step else { preconditionFailure("a program waits, and nothing more happens") }
    step()
  }

  private func timer(
    _ after: Duration, repeats: Bool, _ action: @escaping @Sendable () -> Void
  ) -> RunContext.Stop {
    let timer = Timer(due: clock.read() + after, interval: after, repeats: repeats, action: action)
    let number = timers.withLock { timers in
      timers.last += 1
      timers.running[timers.last] = timer
      return timers.last
    }
    return { [self] in timers.withLock { $0.running[number] = nil } }
  }
}
