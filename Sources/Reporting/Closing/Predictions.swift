internal import Experiments
internal import RunRecords
internal import Text
public import Vocabulary

/// What a trained network answers for each row of a small data set.
public struct Predictions: Sendable {
  /// What the targets mean.
  public let task: Task
  /// What the classes are called, in their order; none where they are numbers.
  let classes: [String]
  /// `[rows][inputs]`.
  public let inputs: [[Double]]
  /// `[rows][targets]`.
  public let targets: [[Double]]
  /// `[rows][outputs]`.
  public let outputs: [[Double]]

  /// How many columns of one kind are shown: what no line has room for is not worth putting in words.
  static let shownColumns = 12

  /// Joins data and answers.
  ///
  /// - Parameters:
  ///   - classes: what the classes are called; none where they are numbers.
  ///   - inputs: `[rows × inputs]`, row after row.
  ///   - targets: `[rows × targets]`, row after row.
  ///   - outputs: `[rows × outputs]`, row after row.
  /// - Precondition: there is a row, and all have so many.
  public init(
    task: Task, classes: [String] = [], rows: Int, inputs: [Double], targets: [Double],
    outputs: [Double]
  ) {
    self.task = task
    self.classes = classes
    self.inputs = Self.rows(of: inputs, count: rows)
    self.targets = Self.rows(of: targets, count: rows)
    self.outputs = Self.rows(of: outputs, count: rows)
  }

  private static func rows(of values: [Double], count: Int) -> [[Double]] {
    precondition(count > 0 && values.count.isMultiple(of: count))
    let width = values.count / count
    return (0..<count).map { Array(values[$0 * width..<($0 + 1) * width]) }
  }

  /// What a class is called.
  private func name(_ label: Int) -> String {
    DisplayText.printable(DataColumns.className(label, texts: classes))
  }

  /// A target as people read it: a class by its name.
  func target(_ value: Double) -> String {
    classes.isEmpty ? Readable.number(value) : Int(exactly: value).map(name) ?? ""
  }

  /// What a row is classified as: the class, or each of several labels, of many the first ones; nil for
  /// quantities, and where an output is no number.
  func predicted(_ row: Int) -> String? {
    let labels = task.labels(of: outputs[row])
    guard !labels.isEmpty, !labels.contains(nil) else { return nil }
    let texts = labels.prefix(Self.shownColumns).compactMap { $0.map(name) }
    return texts.joined(separator: " ") + (labels.count > texts.count ? " …" : "")
  }
}
