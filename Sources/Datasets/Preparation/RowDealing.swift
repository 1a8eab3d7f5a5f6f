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
  /// by the stream of that class. The first are for the test, the next for validation.
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
    let validations = Self.shares(of: counts.validation, among: zip(sizes, tests).map { $0 - $1 })
    var (train, validation, test): ([Int], [Int], [Int]) = ([], [], [])
    for (index, rows) in classes.enumerated() {
      var stream = RandomStream(seed: UInt64(split.seed), purpose: .split, index: index)
      let order = stream.shuffled(0..<rows.count).map { rows[$0] }
      let held = tests[index] + validations[index]
      test += order[..<tests[index]]
      validation += order[tests[index]..<held]
      train += order[held...]
    }
    self.train = train.sorted()
    self.validation = validation.sorted()
    self.test = test.sorted()
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
