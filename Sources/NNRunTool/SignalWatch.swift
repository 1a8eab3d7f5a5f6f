internal import Dispatch
internal import Files
internal import Running
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Watches for the signals that ask a program to stop: the first cancels, one that comes a second later or
/// after that ends at once.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]
  private let state: State

  /// Begins to watch.
  ///
  /// A signal that was ignored when the program started stays so, as `nohup` and the background
  /// jobs of shells want it.
  ///
  /// - Parameters:
  ///   - clock: the time since any fixed moment; never goes back.
  ///   - announce: is called at the first signal.
  init(
    _ cancellation: Cancellation,
    clock: @escaping @Sendable () -> Duration = { Machine.elapsed },
    announce: @escaping @Sendable () -> Void
  ) {
    let state = State(cancellation, clock, announce)
    let queue = DispatchQueue(label: "signals")
    let signals = [
      (SIGINT, ExitStatus.interrupt), (SIGTERM, .terminate), (SIGHUP, .hangup),
    ]
    sources = signals.filter { !ProcessSignals.isIgnored($0.0) }.map { number, status in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { state.receive(status) }
      source.activate()
      return source
    }
    self.state = state
  }

  deinit { for source in sources { source.cancel() } }

  /// What the program is to exit with because of a signal, if one came.
  var status: ExitStatus? { state.requests.withLock(\.first) }

  /// What has come, and what is to be done about it.
  private final class State: Sendable {
    let requests = Mutex(StopRequests<ExitStatus>())
    private let cancellation: Cancellation
    private let clock: @Sendable () -> Duration
    private let announce: @Sendable () -> Void

    init(
      _ cancellation: Cancellation, _ clock: @escaping @Sendable () -> Duration,
      _ announce: @escaping @Sendable () -> Void
    ) {
      self.cancellation = cancellation
      self.clock = clock
      self.announce = announce
    }

    /// Notes a signal that stands for an exit status.
    func receive(_ status: ExitStatus) {
      switch requests.withLock({ $0.receive(status, at: clock()) }) {
      case .wait: return
      case .end: _exit(status.rawValue)
      case .stop:
        cancellation.cancel()
        announce()
      }
    }
  }
}
