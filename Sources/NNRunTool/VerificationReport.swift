internal import Reporting
internal import Scheduling
internal import Synchronization
internal import SystemPackage

/// What came of each run that was trained again, printed in the order of the runs as it becomes known.
final class VerificationReport: Sendable {
  private let state: Mutex<State>
  /// Is cancelled where nobody reads along any more.
  private let cancellation: Cancellation

  /// What is known.
  private struct State {
    /// The lines of each run; nil for what is not known yet.
    var lines: [[String]?]
    /// How many runs have been printed.
    var printed = 0
    /// How many runs came out the same.
    var same = 0
    /// Whether lines can be printed.
    var isPrintable = true
    /// What the program is to exit with.
    var status = ExitStatus.success
  }

  /// A report on so many runs.
  init(count: Int, cancellation: Cancellation) {
    self.cancellation = cancellation
    state = Mutex(State(lines: Array(repeating: nil, count: count)))
  }

  /// Notes what came of a run, by its place.
  func insert(_ verdict: Verdict, _ place: Int, _ folder: FilePath) {
    state.withLock { state in
      state.lines[place] = verdict.lines(of: folder.lastComponent?.string ?? folder.string)
      if case .same = verdict { state.same += 1 }
      state.status = max(state.status, verdict.status)
      while state.printed < state.lines.count, let lines = state.lines[state.printed] {
        for line in lines { print(line, &state) }
        state.printed += 1
      }
    }
  }

  /// Prints how many runs came out the same.
  ///
  /// - Parameter isComplete: whether all runs were trained.
  /// - Returns: what the program is to exit with.
  func close(isComplete: Bool) -> ExitStatus {
    state.withLock { state in
      let count = Readable.count(state.lines.count, "run")
      let known = state.lines.count { $0 != nil }
      let remark =
        isComplete ? "" : ", \(Readable.count(state.lines.count - known)) not trained again"
      let text = "\(Readable.count(state.same)) of \(count) came out the same\(remark)"
      print(text, &state)
      if !state.isPrintable, known < state.lines.count {
        Console.error.tell("not all runs were verified, as what was found could not be printed")
        state.status = max(state.status, .ioError)
      }
      return state.status
    }
  }

  /// Prints a line; where that cannot be, what is left of the runs is of no use.
  private func print(_ line: String, _ state: inout State) {
    guard state.isPrintable else { return }
    do throws(ExitError) {
      try Console.output.deliver(line + "\n")
    } catch {
      state.isPrintable = false
      state.status = max(state.status, error.status)
      cancellation.cancel()
    }
  }
}
