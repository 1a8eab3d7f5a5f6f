public import Experiments
public import RunRecords
public import Running
internal import Text
internal import Vocabulary

/// A run with the parameters that it may differ from others in.
public struct ComparedRun {
  /// The run.
  public let run: SavedRun
  /// What its own spec says.
  private let settings: FieldValues

  /// Joins a run and what its own spec says.
  public init(_ run: SavedRun, _ settings: FieldValues) {
    self.run = run
    self.settings = settings
  }

  /// A row for each run: the parameters that are not the same in all, and what the runs came to.
  public static func table(of runs: [ComparedRun]) -> ResultTable {
    let parameters = Field.allCases.flatMap { differences(in: $0, of: runs) }
    let measured = Score.columns(for: Metric.allCases).filter { score in
      runs.contains { $0.value(of: score) != nil }
    }
    return ResultTable(
      columns: ["run_id"] + parameters.map(\.name) + ["status", "epochs_run", "best_epoch"]
        + measured.map(\.name) + ["digest"],
      rows: runs.enumerated().map { index, compared in
        let summary = compared.run.summary
        return [compared.run.name] + parameters.map { $0.texts[index] } + [
          summary.status.rawValue, String(summary.epochsRun), String(summary.bestEpoch),
        ] + measured.map { CSV.text(compared.value(of: $0)) } + [summary.digest]
      })
  }

  /// The value of a score; nil where it was not measured, or is no finite number.
  private func value(of score: Score) -> Double? {
    run.summary.scores.first { $0.score == score }?.value
  }

  /// In what a field is not the same in all runs: its settings, where it has such in all, else itself.
  private static func differences(
    in field: Field, of runs: [ComparedRun]
  ) -> [(name: String, texts: [String])] {
    let values = runs.map { $0.settings[field] }
    guard Set(values).count > 1 else { return [] }
    let members = values.map { value -> [SpecValue.Member]? in
      guard case .mapping(let members)? = value else { return nil }
      return members
    }
    guard members.allSatisfy({ $0 != nil }) else {
      return [(field.key, values.map { $0?.text ?? "" })]
    }
    let known = members.compactMap(\.self)
    var keys: [String] = []
    for key in known.joined().map(\.key) where !keys.contains(key) { keys.append(key) }
    return keys.compactMap { key in
      let texts = values.map { $0?[key]?.text ?? "" }
      return Set(texts).count > 1 ? ("\(field.key).\(key)", texts) : nil
    }
  }
}
