internal import Experiments
internal import Text

extension LossCurve {
  /// Whether a curve is what a summary tells: its last row is that of the last epoch, it has a row of
  /// the best one, and one of these has the scores of the summary where they are finite.
  static func agrees(
    _ curve: [UInt8], with summary: RunSummary, _ configuration: RunConfiguration
  ) -> Bool {
    let scores = configuration.curveScores
    let count = scores.count + (configuration.recordsGradientNorm ? 3 : 2)
    return hasSavedRow(curve, summary.epochsRun, summary.bestEpoch) { fields in
      fields.count == count
        && zip(scores, fields.dropFirst()).allSatisfy { score, field in
          guard let value = summary.score(score), value.isFinite else { return isNotFinite(field) }
          return field == CSV.text(value)
        }
    }
  }

  /// Whether a curve is what the summary of a run tells of which no plan says what it measures: the
  /// same, by the columns that the curve has. Of training and validation rows the summary has all
  /// these scores and no other; what test rows gave is in no curve.
  static func agrees(_ curve: [UInt8], with summary: SavedRun.Summary) -> Bool {
    let columns = lines(curve).first.map { fields(of: curve[$0]) } ?? []
    let names = columns.dropFirst().prefix { $0 != "learning_rate" }
    let values = Dictionary(uniqueKeysWithValues: summary.scores.map { ($0.score.name, $0.value) })
    let hasOther = summary.scores.contains {
      $0.value != nil && $0.score.part != .test && !names.contains($0.score.name)
    }
    guard !hasOther else { return false }
    return hasSavedRow(curve, summary.epochsRun, summary.bestEpoch) { fields in
      fields.count == columns.count
        && zip(names, fields.dropFirst()).allSatisfy { name, field in
          guard let value = values[name] else { return false }
          return value.map { Double(field) == $0 } ?? isNotFinite(field)
        }
    }
  }

  /// Whether the last row of a curve is that of the last epoch, there is one of the best epoch, and
  /// one of these is that of the saved weights.
  ///
  /// - Parameter isOfSaved: whether a row with these fields is it.
  private static func hasSavedRow(
    _ curve: [UInt8], _ epochsRun: Int, _ bestEpoch: Int, _ isOfSaved: ([String]) -> Bool
  ) -> Bool {
    let lines = lines(curve)
    func row(_ line: Range<Int>, isOf epoch: Int) -> Bool {
      curve[line].starts(with: "\(epoch),".utf8)
    }
    guard let last = lines.last, row(last, isOf: epochsRun),
      let best = lines.last(where: { row($0, isOf: bestEpoch) })
    else { return false }
    return [last, best].contains { isOfSaved(fields(of: curve[$0])) }
  }

  /// The fields of a line.
  private static func fields(of line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a field is a number that is not finite.
  private static func isNotFinite(_ field: String) -> Bool { Double(field)?.isFinite == false }
}
