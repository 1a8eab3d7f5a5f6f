internal import Experiments
internal import Files
public import SystemPackage
public import Text

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where, when and how a run or an experiment was done, as far as it is told: the content of `run.json`,
/// and most of `experiment.json`. No deterministic file tells any of it.
public struct Provenance: Decodable, Sendable {
  /// When it began, as ISO 8601 has it.
  public var started: String?
  /// When it ended.
  public var finished: String?
  /// How many seconds it took.
  public var seconds: Double?
  /// The machine's name.
  public var host: String?
  /// Which of the workers did it, from 0.
  public var worker: Int?
  /// The instruction set that the kernels were chosen for; nil where nothing was to be trained.
  public var instructionSet: String?
  /// How many runs were trained at once; nil where nothing was to be trained.
  public var jobs: Int?
  /// The program's version.
  public var version: String?
  /// The command line, without the program's name.
  public var arguments: [String]?
  /// The folder that paths of data count from; nil where there are none.
  public var dataRoot: String?

  private enum CodingKeys: String, CodingKey {
    case started, finished, seconds, host, worker, jobs, version, arguments
    case instructionSet = "instruction_set"
    case dataRoot = "data_root"
  }

  /// Nothing is told yet.
  public init() {}

  /// What a file tells.
  ///
  /// - Returns: nil where it is not there, or none of nn-run's.
  public init?(_ file: FilePath) {
    guard let bytes = try? file.contentsIfFile(),
      let found = try? JSONDecoder().decode(Self.self, from: Data(bytes))
    else { return nil }
    self = found
  }

  /// The members of a file's object.
  public var members: [(key: String, value: JSON)] {
    let members: [(String, JSON?)] = [
      ("started", started.map(JSON.string)), ("finished", finished.map(JSON.string)),
      ("seconds", seconds.map(JSON.number)), ("host", host.map(JSON.string)),
      ("worker", worker.map(JSON.integer)), ("instruction_set", instructionSet.map(JSON.string)),
      ("jobs", jobs.map(JSON.integer)), ("version", version.map(JSON.string)),
      ("numerics_version", .integer(Numerics.version)),
      ("arguments", arguments.map { .array($0.map(JSON.string)) }),
      ("data_root", dataRoot.map(JSON.string)),
    ]
    return members.compactMap { key, value in value.map { (key, $0) } }
  }
}
