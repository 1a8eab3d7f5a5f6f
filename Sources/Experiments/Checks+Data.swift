internal import Vocabulary

extension Checks {
  /// How the rows are dealt out, and how many each part gets; no part may be left empty.
  mutating func split(task: Task) -> (Split?, RowCounts) {
    guard let value = settings.value(of: .split) else {
      return (nil, RowCounts(train: facts.rows))
    }
    let split = Split(value, task: task)
    let counts = split.counts(of: facts.rows)
    if split.validation == nil, split.test == nil { report(.splitOfNothing, .split) }
    if let share = split.validation, counts.validation == 0 {
      report(
        .emptyPart(share: share, rows: facts.rows), .split, setting: "validation",
        others: [.dataset])
    }
    if let share = split.test, counts.test == 0 {
      report(
        .emptyPart(share: share, rows: facts.rows), .split, setting: "test", others: [.dataset])
    }
    if counts.train == 0 { report(.noTrainingRows(of: facts.rows), .split, others: [.dataset]) }
    return (split, counts)
  }

  /// How the inputs are scaled; sums of their squares must be numbers.
  mutating func normalization() -> InputNormalization? {
    let normalization = settings.value(of: .normalize).flatMap(InputNormalization.init)
    if normalization?.isFitted == true, facts.largestInput > 1e150 {
      report(.inputsTooLarge(facts.largestInput), .normalize, others: [.dataset])
    }
    return normalization
  }
}
