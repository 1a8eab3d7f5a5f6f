internal import Experiments
internal import Vocabulary

/// Looks for what is suspicious about data that is dealt out.
struct SuspicionSearch {
  /// The rows to train on.
  private let train: DataPart
  /// The rows that are held back.
  private let heldBack: [(part: Score.Part, data: DataPart)]
  /// What the columns stand for; nil where no file says so.
  private let columns: DataColumns?
  /// What the targets mean.
  private let task: Task

  /// How many times the rows of another class one may have.
  private static let mostTimes = 20

  /// A search in parts of a data set, of which the first is to be trained on.
  ///
  /// - Precondition: there is a part.
  init(_ parts: [(part: Score.Part, data: DataPart)], _ columns: DataColumns?, task: Task) {
    train = parts[0].data
    heldBack = Array(parts.dropFirst())
    self.columns = columns
    self.task = task
  }

  /// What there is, in the order of `Suspicion`.
  ///
  /// - Complexity: O(rows × inputs).
  var suspicions: [Suspicion] {
    var suspicions: [Suspicion] = []
    let constants = train.constantInputs
    if !constants.isEmpty { suspicions.append(.constant(constants.map(inputName))) }
    suspicions += LeakSearch(train.dataset, task: task).leaks
    if !heldBack.isEmpty {
      let training = RowSet(train)
      for (part, rows) in heldBack {
        let (repeated, contradicted) = training.counts(of: rows)
        if repeated > 0 { suspicions.append(.repeated(part, rows: repeated)) }
        if contradicted > 0 { suspicions.append(.contradicted(part, rows: contradicted)) }
      }
    }
    suspicions += classSuspicions
    for (column, count) in train.dataset.gaps where 2 * count > train.dataset.rows {
      suspicions.append(.gaps(column: column, rows: count, of: train.dataset.rows))
    }
    return suspicions
  }

  /// What is suspicious about the classes of the rows.
  private var classSuspicions: [Suspicion] {
    guard let counts = train.classCounts(task: task) else { return [] }
    var suspicions: [Suspicion] = []
    let present = counts.enumerated().filter { $0.element > 0 }
    if let largest = present.max(by: { $0.element < $1.element }),
      let smallest = present.min(by: { $0.element < $1.element }),
      largest.element > Self.mostTimes * smallest.element
    {
      suspicions.append(
        .imbalance(
          largest: Suspicion.ClassCount(index: largest.offset, rows: largest.element),
          smallest: Suspicion.ClassCount(index: smallest.offset, rows: smallest.element)))
    }
    for (part, rows) in heldBack {
      let unseen = (rows.classCounts(task: task) ?? []).enumerated().filter { index, count in
        count > 0 && (index >= counts.count || counts[index] == 0)
      }
      if !unseen.isEmpty {
        let classes = unseen.map { Suspicion.ClassCount(index: $0.offset, rows: $0.element) }
        suspicions.append(.unseen(part, classes))
      }
    }
    return suspicions
  }

  /// What an input is called.
  private func inputName(_ input: Int) -> Suspicion.Input {
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
