public import Experiments

/// A data set as runs are given it: dealt out to training, validation and test, and normalized.
///
/// Nothing is copied: the parts are views of the data set's numbers, which are normalized when they
/// are taken out.
public struct PreparedData: Sendable {
  /// The rows to train on.
  public let train: DataSubset
  /// The rows to watch the training by; nil where there are none.
  public let validation: DataSubset?
  /// The rows for the last word; nil where there are none.
  public let test: DataSubset?
  /// What inputs are shifted and scaled by; nil where they stay as they are.
  public let normalization: NormalizationConstants?
  /// What targets are shifted and scaled by; nil where they stay as they are.
  public let targetNormalization: NormalizationConstants?
  /// What the columns stand for; nil where no file says so.
  public let columns: DataColumns?

  /// Prepares a data set.
  ///
  /// - Parameters:
  ///   - dataset: the data for training, of which shares may be held back.
  ///   - validation: the data of its own that the split has for validation.
  ///   - test: the data of its own that the split has for the test.
  /// - Precondition: the selection is that of a configuration made for this data.
  /// - Complexity: O(inputs) where constants are fitted to the training rows, else O(rows).
  public init(
    _ dataset: Dataset, validation: Dataset? = nil, test: Dataset? = nil,
    for selection: DataSelection
  ) {
    let dealing = RowDealing(rows: dataset.rows, split: selection.split) {
      dataset.targets.classOfRow($0)
    }
    let constants = NormalizationConstants(
      selection.normalization, of: dataset, rows: dealing.train,
      fillsGaps: selection.sources.contains(where: \.fillsGaps))
    let targetConstants =
      selection.normalizesTargets
      ? NormalizationConstants(.standard, of: dataset.targets, rows: dealing.train) : nil
    func part(_ dataset: Dataset, _ rows: [Int]) -> DataSubset {
      DataSubset(
        dataset, rows: rows, normalization: constants, targetNormalization: targetConstants)
    }
    func held(_ rows: [Int], _ own: Dataset?) -> DataSubset? {
      own.map { part($0, Array(0..<$0.rows)) } ?? (rows.isEmpty ? nil : part(dataset, rows))
    }
    train = part(dataset, dealing.train)
    self.validation = held(dealing.validation, validation)
    self.test = held(dealing.test, test)
    normalization = constants
    targetNormalization = targetConstants
    columns = dataset.columns
  }

  /// The parts that have rows, in the order of scores.
  public var parts: [(part: Score.Part, data: DataSubset)] {
    var parts = [(part: Score.Part.train, data: train)]
    if let validation { parts.append((.validation, validation)) }
    if let test { parts.append((.test, test)) }
    return parts
  }

  /// How many rows each part has.
  public var rows: RowCounts {
    RowCounts(
      train: train.rows, validation: validation?.rows ?? 0, test: test?.rows ?? 0)
  }
}

extension Table {
  /// The class of a row of targets: the number where there is one column, else the column of the 1.
  ///
  /// - Precondition: the targets are classes.
  func classOfRow(_ row: Int) -> Int {
    columns == 1 ? Int(self[row, 0]) : (0..<columns).first { self[row, $0] == 1 } ?? 0
  }

  /// How many of some rows of targets there are of each class, up to the last that has some.
  ///
  /// - Precondition: the targets are classes.
  /// - Complexity: O(rows × columns).
  func classCounts(of rows: some Sequence<Int>) -> [Int] {
    var counts: [Int] = []
    for row in rows {
      let index = classOfRow(row)
      while counts.count <= index { counts.append(0) }
      counts[index] += 1
    }
    return counts
  }
}
