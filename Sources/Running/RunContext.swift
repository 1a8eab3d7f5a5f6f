public import RunRecords
public import SystemPackage

/// What a program knows of where and when it runs, for code that does not look itself.
///
/// No result depends on it: it paces what is written and shown, and is told in volatile files.
public struct RunContext: Sendable {
  /// Ends a timer; nothing comes of it from then on.
  public typealias Stop = () -> Void
  /// Calls something after a while, once or again after each such while.
  public typealias Timer =
    @Sendable (
      _ after: Duration, _ repeats: Bool, _ action: @escaping @Sendable () -> Void
    ) -> Stop

  /// The time since any fixed moment; never goes back.
  public let elapsed: @Sendable () -> Duration
  /// The time of day, as ISO 8601 has it, in UTC.
  public let time: @Sendable () -> String
  /// The seconds since 1970, by the same clock.
  public let secondsSince1970: @Sendable () -> Double
  /// Waits.
  public let pause: @Sendable (Duration) -> Void
  /// Begins a timer.
  public let timer: Timer
  /// The machine's name.
  public let host: String
  /// How much memory the machine has, in bytes.
  public let memory: Int
  /// How many cores the program may use.
  public let coreCount: Int
  /// The folder that the program was started in.
  public let workingFolder: FilePath
  /// The program's version.
  public let version: String
  /// The command line, without the program's name.
  public let arguments: [String]
  /// How this process calls what it writes before that is whole.
  public let drafts: DraftNames

  /// Collects what is known.
  ///
  /// - Parameter namespace: what numbers of processes are of, where that is not the machine.
  public init(
    elapsed: @escaping @Sendable () -> Duration, time: @escaping @Sendable () -> String,
    secondsSince1970: @escaping @Sendable () -> Double,
    pause: @escaping @Sendable (Duration) -> Void, timer: @escaping Timer, host: String,
    memory: Int, coreCount: Int, workingFolder: FilePath, version: String, arguments: [String],
    process: Int, namespace: String? = nil
  ) {
    self.elapsed = elapsed
    self.time = time
    self.secondsSince1970 = secondsSince1970
    self.pause = pause
    self.timer = timer
    self.host = host
    self.memory = memory
    self.coreCount = coreCount
    self.workingFolder = workingFolder
    self.version = version
    self.arguments = arguments
    let place = [host, namespace].compactMap(\.self).joined(separator: ".")
    drafts = DraftNames(host: place, process: process)
  }

  /// The experiment's folder at a path, as this process works in it.
  public func store(_ folder: FilePath) -> RunStore { RunStore(folder: folder, drafts: drafts) }
}

/// A moment, by the clock on the wall and by one that never goes back.
struct Moment: Sendable {
  /// The time of day, as ISO 8601 has it, in UTC.
  let time: String
  private let elapsed: Duration

  /// The present.
  init(_ context: RunContext) {
    time = context.time()
    elapsed = context.elapsed()
  }

  /// How many seconds it is ago.
  func seconds(_ context: RunContext) -> Double { (context.elapsed() - elapsed) / .seconds(1) }
}
