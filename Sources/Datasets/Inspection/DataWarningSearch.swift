internal import Experiments
internal import Vocabulary

/// Looks for what is suspicious about data that is dealt out.
struct DataWarningSearch {
  /// The rows to train on.
  private let train: DataSubset
  /// The rows that are held back.
  private let heldBack: [(part: Score.Part, data: DataSubset)]
  /// What the columns stand for; nil where no file says so.
  private let columns: DataColumns?
  /// What the targets mean.
  private let task: Task

  /// How many times the rows of another class one may have.
  private static let mostTimes = 20

  /// A search in parts of a data set, of which the first is to be trained on.
  ///
  /// - Precondition: there is a part.
  init(_ parts: [(part: Score.Part, data: DataSubset)], _ columns: DataColumns?, task: Task) {
    train = parts[0].data
    heldBack = Array(parts.dropFirst())
    self.columns = columns
    self.task = task
  }

  /// What there is, in the order of `DataWarning`.
  ///
  /// - Complexity: O(rows × inputs).
  var warnings: [DataWarning] {
    var warnings: [DataWarning] = []
    let constants = train.constantInputs
    if !constants.isEmpty { warnings.append(.constant(constants.map(inputName))) }
    warnings += LeakSearch(train.dataset, task: task).leaks
    if !heldBack.isEmpty {
      let training = RowSet(train)
      for (part, rows) in heldBack {
        let (repeated, contradicted) = training.counts(of: rows)
        if repeated > 0 { warnings.append(.repeated(part, rows: repeated)) }
        if contradicted > 0 { warnings.append(.contradicted(part, rows: contradicted)) }
      }
    }
    warnings += classSuspicions
    for (column, count) in train.dataset.gaps where 2 * count > train.dataset.rows {
      warnings.append(.gaps(column: column, rows: count, of: train.dataset.rows))
    }
    return warnings
  }

  /// What is suspicious about the classes of the rows.
  private var classSuspicions: [DataWarning] {
    guard let counts = train.classCounts(task: task) else { return [] }
    var warnings: [DataWarning] = []
    let present = counts.enumerated().filter { $0.element > 0 }
    if let largest = present.max(by: { $0.element < $1.element }),
      let smallest = present.min(by: { $0.element < $1.element }),
      largest.element > Self.mostTimes * smallest.element
    {
      warnings.append(
        .imbalance(
          largest: DataWarning.ClassCount(index: largest.offset, rows: largest.element),
          smallest: DataWarning.ClassCount(index: smallest.offset, rows: smallest.element)))
    }
    for (part, rows) in heldBack {
      let unseen = (rows.classCounts(task: task) ?? []).enumerated().filter { index, count in
        count > 0 && (index >= counts.count || counts[index] == 0)
      }
      if !unseen.isEmpty {
        let classes = unseen.map { DataWarning.ClassCount(index: $0.offset, rows: $0.element) }
        warnings.append(.unseen(part, classes))
      }
    }
    return warnings
  }

  /// What an input is called.
  private func inputName(_ input: Int) -> DataWarning.Input {
    var first = 0
    for column in columns?.inputs ?? [] {
      if input < first + column.count {
        return column.categories.isEmpty
          ? .column(column.name)
          : .category(column.categories[input - first], ofColumn: column.name)
      }
      first += column.count
    }
    return .place(input)
  }
}
