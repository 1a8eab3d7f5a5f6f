import Experiments
import Files
import RunRecords
import Running
import Synchronization
import SystemPackage
import TestPlans
import TestSupport
import Text

/// An experiment that is run in a folder by a launcher that trains nothing.
final class ScriptedExperiment: Sendable {
  let machine = ScriptedMachine()
  /// The plan; a part of `whole`, or that itself.
  let plan: RunPlan
  let whole: RunPlan
  let launcher: ScriptedLauncher
  /// Where the results go.
  let store: RunStore
  let cancellation: Cancellation
  /// The number of the process that runs it.
  private let process: Int
  private let told = Mutex<(words: [String], end: ExperimentEnd?)>(([], nil))

  /// An experiment in a folder such as `runs`; each run gets what is said, and else finishes with its
  /// index in the plan as its loss.
  init(
    _ whole: RunPlan, part: RunPlan? = nil, in folder: FilePath,
    process: Int = ScriptedMachine.own, _ fates: [Int: ScriptedLauncher.Fate] = [:]
  ) {
    self.whole = whole
    self.process = process
    plan = part ?? whole
    let ids = plan.runs.map(\.id)
    launcher = ScriptedLauncher { run in
      let index = ids.firstIndex(of: run.id)
      return index.flatMap { fates[$0] } ?? .ends(loss: Double(index ?? 0))
    }
    cancellation = Cancellation()
    store = machine.context(process: process).store(folder.appending(plan.experiment.name))
  }

  /// An experiment that a launcher is to train.
  init(
    _ whole: RunPlan, part: RunPlan? = nil, in folder: FilePath, by launcher: ScriptedLauncher,
    _ cancellation: Cancellation = Cancellation()
  ) {
    (self.whole, plan, self.launcher) = (whole, part ?? whole, launcher)
    process = ScriptedMachine.own
    self.cancellation = cancellation
    store = machine.context().store(folder.appending(plan.experiment.name))
  }

  /// Runs it.
  ///
  /// - Returns: what it came to.
  @discardableResult
  func run(
    limits: RunLimits = RunLimits(
      run: nil, total: nil, failures: nil),
    isForced: Bool = false, files: [ResultFile] = scriptedFiles
  ) throws -> ExperimentEnd {
    told.withLock { $0 = ([], nil) }
    runner(limits, isForced, files).run { [self] event in
      told.withLock { told in
        told.words.append(event.words)
        if case .ended(let end) = event { told.end = end }
      }
    }
    return try told.withLock { told in
      guard let end = told.end else { throw NoEnd() }
      return end
    }
  }

  /// An experiment that was run must end.
  private struct NoEnd: Error {}

  /// What ran it, or would.
  func runner(
    _ limits: RunLimits = RunLimits(run: nil, total: nil, failures: nil),
    _ isForced: Bool = false, _ files: [ResultFile] = scriptedFiles
  ) -> ExperimentRunner {
    ExperimentRunner(
      plan, strategy: plan.strategy, launcher: launcher, store: store,
      spec: ResolvedSpec.text(of: whole), files: files,
      options: ExperimentRunner.Options(
        jobs: 2, isForced: isForced, limits: limits, instructionSet: "AVX2", dataRoot: nil),
      context: machine.context(process: process), cancellation: cancellation)
  }

  /// What has happened, in words: `finished 2 completed`.
  var events: [String] { told.withLock { $0.words } }

  /// Another process that works in the same folder, and the claims that it makes.
  func other(process: Int = ScriptedMachine.other) -> Claims {
    Claims(in: store.folder, context: machine.context(process: process))
  }
}

/// Files as an experiment leaves them, in few columns.
let scriptedFiles = [
  ResultFile(ExperimentFile.summary) { result, _ in
    var table = CSV()
    let shard = result.plan.shardShare?.shard.description
    table.append(
      row: ["run_id", "configuration", "status", "rank"] + (shard == nil ? [] : ["shard"])
        + ["seed", "train_loss", "digest"])
    for (index, run) in result.plan.runs.enumerated() {
      let record = result.records[index]
      table.append(
        row: [
          run.id.description, String(run.configurationNumber), record.status.rawValue,
          result.ranking.runRanks[index].map(String.init) ?? "",
        ] + (shard.map { [$0] } ?? []) + [
          String(run.seed), record.summary.map { CSV.text($0.score(Score(.train, .loss))) } ?? "",
          record.summary?.digest ?? "",
        ])
    }
    return table.bytes
  },
  ResultFile(ExperimentFile.aggregate) { result, _ in
    guard result.plan.seeds.count > 1, result.plan.shardShare == nil else { return nil }
    return Array("configurations\n\(result.ranking.configurationRanks.count)\n".utf8)
  },
  ResultFile(ExperimentFile.lossCurve) { (result, store) throws(FileError) in
    guard let best = result.best else { return nil }
    return try store.folder(of: result.plan.runs[best].id).appending(RunFile.lossCurve).contents()
  },
]

/// Gives `body` an empty folder, such as `runs`.
func withFolder<Result>(_ body: (FilePath) throws -> Result) throws -> Result {
  try withTemporaryFolder { try body(FilePath($0)) }
}

/// The names in a folder.
func names(_ folder: FilePath) throws -> [String] { try folder.entries().map(\.string) }

/// The text of a file.
func text(_ path: FilePath) throws -> String {
  String(decoding: try path.contents(), as: UTF8.self)
}

/// The plan of a spec called `spec` with some seeds and epochs.
func seeded(_ seeds: Int, epochs: Int = 2, _ lines: String = "") throws -> RunPlan {
  try plan(
    """
    dataset: xor
    layers: [2, 1]
    learning_rate: 1
    epochs: \(epochs)
    sweep: {seeds: \(seeds)}
    \(lines)
    """)
}

extension RunEvent {
  /// The event in words: `finished 2 completed`.
  var words: String {
    switch self {
    case .planned(let round, let firstEpochs):
      "planned \(round.plan.runs.count)"
        + (round.rung.map { ", rung \($0.number) of \($0.count) from \(firstEpochs)" } ?? "")
    case .memoryShort: "memory short"
    case .cached(let run, let record): "cached \(run) \(record.status.rawValue)"
    case .started(let run): "started \(run)"
    case .advanced(let run, let row): "advanced \(run) to \(row.epoch)"
    case .held(let run): "held \(run)"
    case .finished(let run, let record): "finished \(run) \(record.status.rawValue)"
    case .roundEnded: "round ended"
    case .waiting(let runs): "waiting for \(runs)"
    case .fileFailed(let error): "file failed: \(error.path.lastComponent?.string ?? "")"
    case .obstructed(let error): "obstructed: \(error.cause)"
    case .ended: "ended"
    }
  }
}
