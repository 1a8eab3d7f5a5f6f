internal import CProcessor
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

  /// How much memory the machine has, in bytes.
  static let memory = Int(clamping: ProcessInfo.processInfo.physicalMemory)

  /// The machine's name.
  static var host: String { ProcessInfo.processInfo.hostName }

  /// The time as ISO 8601 has it, in UTC.
  static var time: String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  /// The folder that the program was started in.
  static var workingFolder: FilePath { FilePath(FileManager.default.currentDirectoryPath) }

  private static let start = ContinuousClock.now

  /// The time since the program first asked; never goes back.
  static var elapsed: Duration { start.duration(to: .now) }

  /// Waits.
  static func pause(_ duration: Duration) {
    _ = usleep(UInt32(duration / .microseconds(1)))
  }
}
