import Experiments
import Files
import SystemPackage
import TestSupport
import Text
import Vocabulary

@testable import RunRecords

/// The store in a folder, as the process 1 of the machine `here` works in it.
func store(_ folder: FilePath) -> RunStore {
  RunStore(folder: folder, drafts: DraftNames(host: "here", process: 1))
}

extension RunStore {
  /// Where a run is written until it has finished, as the store's draft of a number.
  func draft(of run: RunPlan.Run, _ number: Int = 1) -> FilePath {
    partialFolder.appending("\(run.id).here-1-\(number)")
  }
}

/// Gives `body` a store in an empty folder.
func withStore<Result>(_ body: (RunStore) throws -> Result) throws -> Result {
  try withTemporaryFolder { folder in
    let store = store(FilePath(folder).appending("xor"))
    try store.prepare()
    return try body(store)
  }
}

/// The rows that recorded runs have.
let rows = [
  CurveRow(epoch: 0, scores: [0.75, 0.5], learningRate: nil),
  CurveRow(epoch: 1, scores: [0.1 + 0.2, 0.5], learningRate: 0.5),
  CurveRow(epoch: 2, scores: [1e-7, 1], learningRate: 0.5),
]

/// What training gives in tests.
func outcome(
  _ status: RunStatus = .completed, scores: [Double] = [1e-7, 1], weight: Float = 1.5
) -> RunOutcome {
  func tensors(_ weight: Float) -> [Tensor] {
    [
      Tensor("layers.0.weight", shape: [1, 2], .float32([weight, -2])),
      Tensor("layers.0.bias", shape: [1], .float32([0.25])),
    ]
  }
  return RunOutcome(
    status: status, epochsRun: 2, bestEpoch: 2, scores: scores, weights: tensors(weight),
    initialWeights: tensors(1))
}

/// A writer that has all rows, the last with the scores of an outcome.
func writer(
  _ run: RunPlan.Run, _ store: RunStore, _ outcome: RunOutcome = outcome()
) throws -> RunWriter {
  var writer = RunWriter(run, in: store, clock: { .zero })
  for row in rows.dropLast() { try writer.append(row) }
  try writer.append(CurveRow(epoch: 2, scores: outcome.scores, learningRate: 0.5))
  return writer
}

/// Writes a run.
@discardableResult
func record(
  _ run: RunPlan.Run, in store: RunStore, _ outcome: RunOutcome = outcome(), host: String = "here"
) throws -> RunSummary {
  var provenance = Provenance()
  provenance.host = host
  return try writer(run, store, outcome).finish(outcome, provenance: provenance)
}

/// The text of a file.
func text(_ path: FilePath) throws -> String {
  String(decoding: try path.contents(), as: UTF8.self)
}

/// The names in a folder.
func names(_ folder: FilePath) throws -> [String] { try folder.entries().map(\.string) }

/// The text of a summary that was altered, with the digest that fits it, as a forger would write it.
func sealed(_ summary: String) -> String {
  let lines = summary.split(separator: "\n", omittingEmptySubsequences: false).dropLast(3)
    .map { $0 + "\n" }.joined()
  let digest = RunSummary.FileDigest("", of: Array(lines.utf8)).sha256
  return lines + "  \"sha256\": \"\(digest)\"\n}\n"
}
