internal import Text
internal import Experiments
internal import RunRecords

/// When, where and how a batch was done; told in `batch.json` and nowhere else.
public struct BatchCircumstances: Sendable {
  /// When it began, as ISO 8601 has it.
  public let started: String
  /// When it ended.
  public let finished: String
  /// How many seconds it took.
  public let seconds: Double
  /// The machine's name.
  public let host: String
  /// The program's version.
  public let version: String
  /// The instruction set that the kernels were chosen for; nil where nothing was to be trained.
  public let instructionSet: String?
  /// How many runs were trained at once; nil where nothing was to be trained.
  public let jobs: Int?
  /// The command line, without the program's name.
  public let arguments: [String]
  /// The folder that paths of data count from; nil where there are none.
  public let dataRoot: String?

  /// Creates the circumstances.
  public init(
    started: String, finished: String, seconds: Double, host: String, version: String,
    instructionSet: String?, jobs: Int?, arguments: [String],
    dataRoot: String? = nil
  ) {
    self.started = started
    self.finished = finished
    self.seconds = seconds
    self.host = host
    self.version = version
    self.instructionSet = instructionSet
    self.jobs = jobs
    self.arguments = arguments
    self.dataRoot = dataRoot
  }
}

extension BatchResult {
  /// The content of `batch.json`.
  public func batchJSON(_ circumstances: BatchCircumstances) -> [UInt8] {
    let runs: [(key: String, value: JSON)] =
      [
        ("total", .integer(counts.total)),
        ("trained", .integer(counts.trained)),
        ("cached", .integer(counts.cached)),
      ] + RunStatus.allCases.map { ($0.rawValue, .integer(counts[$0])) }
    var members: [(key: String, value: JSON)] = [("name", .string(plan.experiment.name))]
    if let part = plan.part {
      members += [
        ("shard", .string(part.shard.description)), ("planned_runs", .integer(part.wholeCount)),
      ]
    }
    members += [
      ("started", .string(circumstances.started)),
      ("finished", .string(circumstances.finished)),
      ("seconds", .number(circumstances.seconds)),
      ("host", .string(circumstances.host)),
      ("version", .string(circumstances.version)),
      ("numerics_version", .integer(Numerics.version)),
    ]
    if let set = circumstances.instructionSet { members.append(("instruction_set", .string(set))) }
    if let jobs = circumstances.jobs { members.append(("jobs", .integer(jobs))) }
    members += [
      ("arguments", .array(circumstances.arguments.map(JSON.string))),
      ("runs", .object(runs)),
    ]
    if let root = circumstances.dataRoot { members.append(("data_root", .string(root))) }
    return JSON.object(members).document
  }
}
