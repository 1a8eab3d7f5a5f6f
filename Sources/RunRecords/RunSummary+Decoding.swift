internal import Experiments

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension RunSummary {
  /// Any key of a JSON object.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// What is read back of a summary.
  private struct Document: Decodable {
    let status: RunStatus
    let epochsRun: Int
    let bestEpoch: Int
    let scores: [String: Double]
    let digest: String
    let files: [String: String]

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      func member<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
        try members.decode(type, forKey: Key(stringValue: name))
      }
      status = try member("status", RunStatus.self)
      epochsRun = try member("epochs_run", Int.self)
      bestEpoch = try member("best_epoch", Int.self)
      digest = try member("digest", String.self)
      files = try member("files", [String: String].self)
      guard let names = decoder.userInfo[Self.scoreNames] as? [String] else {
        preconditionFailure("the decoder knows the names of the scores")
      }
      var scores: [String: Double] = [:]
      for name in names { scores[name] = try member(name, Double?.self) ?? .nan }
      self.scores = scores
    }

    static var scoreNames: CodingUserInfoKey {
      guard let key = CodingUserInfoKey(rawValue: "scoreNames") else {
        preconditionFailure("any text is a key")
      }
      return key
    }
  }

  /// The summary that a `summary.json` holds.
  ///
  /// - Parameter scores: the scores that the run measures.
  /// - Returns: nil if the bytes are no summary of such a run.
  init?(_ bytes: [UInt8], id: RunID, scores: [Score]) {
    let decoder = JSONDecoder()
    decoder.userInfo = [Document.scoreNames: scores.map(\.name)]
    guard let document = try? decoder.decode(Document.self, from: Data(bytes)) else { return nil }
    self.init(
      id: id, status: document.status, epochsRun: document.epochsRun,
      bestEpoch: document.bestEpoch,
      scores: Dictionary(
        uniqueKeysWithValues: scores.compactMap { score in
          document.scores[score.name].map { (score, $0) }
        }),
      digest: document.digest,
      files: document.files.map { FileDigest($0.key, sha256: $0.value) }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }
}
