internal import CProcessor
internal import Dispatch
internal import Files
internal import Running
internal import SystemPackage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the program knows of where and when it runs; only volatile files tell of it.
enum Machine {
  /// How many cores the program may use.
  static var coreCount: Int { Int(processor_core_count()) }

  /// The folder that the program was started in.
  static var workingFolder: FilePath { FilePath(FileManager.default.currentDirectoryPath) }

  private static let start = ContinuousClock.now

  /// The time since the program first asked; never goes back.
  static var elapsed: Duration { start.duration(to: .now) }

  /// All of it, for code that does not look itself.
  static let context = RunContext(
    elapsed: { elapsed },
    time: { Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) },
    secondsSince1970: { Date.now.timeIntervalSince1970 },
    pause: { _ = usleep(UInt32($0 / .microseconds(1))) },
    timer: timer,
    host: ProcessInfo.processInfo.hostName,
    memory: min(
      Int(clamping: ProcessInfo.processInfo.physicalMemory), ProcessLimits.addressSpace ?? .max),
    coreCount: coreCount,
    workingFolder: workingFolder,
    version: Version.text,
    arguments: Array(CommandLine.arguments.dropFirst()),
    process: Int(getpid()), namespace: ProcessTable.namespace)

  /// Calls something after a while, on any thread, once or again after each such while.
  @Sendable private static func timer(
    _ after: Duration, repeats: Bool, _ action: @escaping @Sendable () -> Void
  ) -> RunContext.Stop {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "timer"))
    let interval = DispatchTimeInterval.milliseconds(max(1, Int(after / .milliseconds(1))))
    timer.schedule(
      deadline: .now() + interval, repeating: repeats ? interval : .never,
      leeway: .milliseconds(1))
    timer.setEventHandler(handler: action)
    timer.activate()
    return { timer.cancel() }
  }
}
