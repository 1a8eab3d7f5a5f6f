public import Experiments
internal import Vocabulary

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension SavedRun {
  /// What a run's `summary.json` says, whatever the run's spec is.
  ///
  /// `RunSummary` is what an experiment reads of the runs of its plan: by the lines that this version writes,
  /// for speed, and nothing of a file that has others. Here no plan says what a run is to have, and more
  /// of it is told.
  public struct Summary: Sendable {
    /// How the run ended.
    public let status: RunStatus
    /// Its seed.
    public let seed: Int
    /// The fold that it held back; nil where it held back none.
    public let fold: Int?
    /// How many epochs its spec has.
    public let epochs: Int
    /// For how many epochs it was trained.
    public let epochsRun: Int
    /// The epoch with the best score.
    public let bestEpoch: Int
    /// The scores of the saved weights in the order of columns; nil for what was not measured, and for
    /// what is no finite number.
    public let scores: [(score: Score, value: Double?)]
    /// How many numbers were trained.
    public let parameterCount: Int
    /// How many rows each part of its data had.
    public let rows: RowCounts
    /// 16 letters that stand for every bit of the loss curve and the weights.
    public let digest: String
    /// The files but for the summary itself, in the order of names.
    public let files: [RunSummary.FileDigest]
  }
}

extension SavedRun.Summary: Decodable {
  /// Any key of a JSON object.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The content of `summary.json`; nil where the bytes are none, or not those that the run left.
  init?(_ bytes: [UInt8]) {
    guard SealedDocument.isWhole(bytes),
      let summary = try? JSONDecoder().decode(Self.self, from: Data(bytes))
    else { return nil }
    self = summary
  }

  /// Reads the members of the object.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    func member<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
      try members.decode(type, forKey: Key(stringValue: name))
    }
    status = try member("status", RunStatus.self)
    seed = try member("seed", Int.self)
    fold = try members.decodeIfPresent(Int.self, forKey: Key(stringValue: "fold"))
    epochs = try member("epochs", Int.self)
    epochsRun = try member("epochs_run", Int.self)
    bestEpoch = try member("best_epoch", Int.self)
    scores = try Score.columns(for: Metric.allCases).compactMap { score in
      let key = Key(stringValue: score.name)
      guard members.contains(key) else { return nil }
      return (score, try members.decode(Double?.self, forKey: key))
    }
    parameterCount = try member("parameter_count", Int.self)
    let counts = try member("rows", [String: Int].self)
    rows = RowCounts(
      train: counts["train"] ?? 0, validation: counts["validation"] ?? 0, test: counts["test"] ?? 0)
    digest = try member("digest", String.self)
    files = try member("files", [String: String].self)
      .map { RunSummary.FileDigest($0.key, sha256: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
