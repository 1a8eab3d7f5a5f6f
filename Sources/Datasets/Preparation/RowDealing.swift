internal import Experiments
internal import Randomness

/// Which rows of a data set are for what; every row is for one thing.
struct RowDealing: Equatable {
  /// The rows to train on, ascending.
  let train: [Int]
  /// The rows to watch the training by, ascending.
  let validation: [Int]
  /// The rows for the last word, ascending.
  let test: [Int]

  /// Deals out rows by a split; all are for training where there is none.
  ///
  /// The rows of each class, or all rows where the split is not stratified, are put in random order
  /// by the stream of that class. The first are for the test, the next for validation, or one fold
  /// after another.
  ///
  /// - Parameter classOfRow: the class of a row; asked only by stratified splits.
  init(rows: Int, split: Split?, classOfRow: (Int) -> Int) {
    guard let split else {
      train = Array(0..<rows)
      validation = []
      test = []
      return
    }
    let counts = split.counts(of: rows)
    var classes: [[Int]] = []
    if split.isStratified {
      for row in 0..<rows {
        let index = classOfRow(row)
        while classes.count <= index { classes.append([]) }
        classes[index].append(row)
      }
    } else {
      classes = [Array(0..<rows)]
    }
    let sizes = classes.map(\.count)
    let tests = Self.shares(of: counts.test, among: sizes)
    let rest = zip(sizes, tests).map { $0 - $1 }
    let validations =
      split.fold.map { Self.places(of: $0, among: rest) }
      ?? Self.shares(of: counts.validation, among: rest).map { 0..<$0 }
    var (train, validation, test): ([Int], [Int], [Int]) = ([], [], [])
    for (index, rows) in classes.enumerated() {
      var stream = RandomStream(seed: UInt64(split.seed), purpose: .split, index: index)
      let order = stream.shuffled(0..<rows.count).map { rows[$0] }
      let others = order[tests[index]...]
      let held = validations[index]
      test += order[..<tests[index]]
      validation += others.dropFirst(held.lowerBound).prefix(held.count)
      train += others.prefix(held.lowerBound) + others.dropFirst(held.upperBound)
    }
    self.train = train.sorted()
    self.validation = validation.sorted()
    self.test = test.sorted()
  }

  /// Which rows of each class a fold has, as places among the rows of that class.
  ///
  /// Rows are counted through the classes, and dealt to the folds in turn, as scikit-learn's
  /// `StratifiedKFold` does: folds differ by one row at most, and by one of each class.
  static func places(of fold: Split.Fold, among sizes: [Int]) -> [Range<Int>] {
    var first = 0
    return sizes.map { size in
      defer { first += size }
      // How many rows of first ..< first + size each fold gets.
      let counts = (0..<fold.count).map { index in
        let skipped = (index - first % fold.count + fold.count) % fold.count
        return skipped < size ? (size - skipped - 1) / fold.count + 1 : 0
      }
      let start = counts[..<(fold.number - 1)].reduce(0, +)
      return start..<start + counts[fold.number - 1]
    }
  }

  /// How many of `total` rows are taken of each class: in proportion to their sizes, rounded down,
  /// and of those with the largest remainders one more, the first of equal ones; a class that would
  /// be left without a row only after all others.
  ///
  /// - Precondition: `total` is at most the sum of the sizes.
  static func shares(of total: Int, among sizes: [Int]) -> [Int] {
    let rows = sizes.reduce(0, +)
    guard rows > 0 else { return sizes }
    let quotas = sizes.map { rows.dividingFullWidth(total.multipliedFullWidth(by: $0)) }
    var shares = quotas.map(\.quotient)
    let open = total - shares.reduce(0, +)
    let order = sizes.indices.filter { quotas[$0].remainder > 0 }.sorted { first, second in
      let isLast = (sizes[first] - shares[first] == 1, sizes[second] - shares[second] == 1)
      if isLast.0 != isLast.1 { return isLast.1 }
      let remainders = (quotas[first].remainder, quotas[second].remainder)
      return remainders.0 == remainders.1 ? first < second : remainders.0 > remainders.1
    }
    for index in order.prefix(open) { shares[index] += 1 }
    return shares
  }
}
