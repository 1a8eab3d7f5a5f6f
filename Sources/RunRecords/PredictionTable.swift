public import Experiments
public import Vocabulary

/// What a network answers for every row of its data: the content of `predictions.csv`.
public struct PredictionTable: Hashable, Sendable {
  /// The rows of one part of the data.
  public struct Part: Hashable, Sendable {
    /// Which part it is.
    public let part: Score.Part
    /// The number that each row has in the source, from 0.
    public let sourceRows: [Int]
    /// The targets as the data has them, `[rows × targets]`.
    public let targets: [Double]
    /// The answers in the units of the targets, `[rows × outputs]`.
    public let outputs: [Double]

    /// Joins the rows of a part.
    ///
    /// - Precondition: targets and outputs are of so many rows.
    public init(_ part: Score.Part, sourceRows: [Int], targets: [Double], outputs: [Double]) {
      precondition(
        sourceRows.isEmpty
          ? targets.isEmpty && outputs.isEmpty
          : targets.count.isMultiple(of: sourceRows.count)
            && outputs.count.isMultiple(of: sourceRows.count))
      self.part = part
      self.sourceRows = sourceRows
      self.targets = targets
      self.outputs = outputs
    }
  }

  /// What the targets mean.
  public let task: Task
  /// What the classes are called, in their order; none where they are numbers.
  public let classes: [String]
  /// The parts of the data, in the order of the file.
  public let parts: [Part]

  /// Joins parts.
  ///
  /// - Precondition: there is a row, and all rows have equally many targets and outputs.
  public init(task: Task, classes: [String] = [], parts: [Part]) {
    let parts = parts.filter { !$0.sourceRows.isEmpty }
    precondition(!parts.isEmpty, "there is a row")
    self.task = task
    self.classes = classes
    self.parts = parts
  }

  /// The content of the file: `split`, `row`, the targets, the outputs and, for classes, what is
  /// predicted; columns of one kind are numbered from 1 where there are several.
  var csv: [UInt8] {
    let rowCount = parts[0].sourceRows.count
    let targetCount = parts[0].targets.count / rowCount
    let outputCount = parts[0].outputs.count / rowCount
    let labelCount = task.labels(of: parts[0].outputs.prefix(outputCount).map { _ in 0 }).count
    let names =
      ["split", "row"] + Self.names("target", targetCount) + Self.names("output", outputCount)
      + Self.names("predicted", labelCount)
    var bytes = Array((names.joined(separator: ",") + "\n").utf8)
    for part in parts {
      for (index, sourceRow) in part.sourceRows.enumerated() {
        bytes.append(contentsOf: Self.name(part.part).utf8)
        bytes.append(UInt8(ascii: ","))
        NumberText.append(sourceRow, to: &bytes)
        for target in part.targets[index * targetCount..<(index + 1) * targetCount] {
          bytes.append(UInt8(ascii: ","))
          append(target: target, to: &bytes)
        }
        let outputs = part.outputs[index * outputCount..<(index + 1) * outputCount]
        for output in outputs {
          bytes.append(UInt8(ascii: ","))
          NumberText.append(output, to: &bytes)
        }
        for label in task.labels(of: Array(outputs)) {
          bytes.append(UInt8(ascii: ","))
          if let label { append(label: label, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }

  /// Adds a class or a label: by its name, if it has one.
  private func append(label: Int, to bytes: inout [UInt8]) {
    if classes.indices.contains(label) {
      CSV.append(classes[label], to: &bytes)
    } else {
      NumberText.append(label, to: &bytes)
    }
  }

  /// Adds a target: a whole number where it stands for a class.
  private func append(target: Double, to bytes: inout [UInt8]) {
    if task != .regression, let label = Int(exactly: target) {
      append(label: label, to: &bytes)
    } else {
      NumberText.append(target, to: &bytes)
    }
  }

  private static func name(_ part: Score.Part) -> String {
    switch part {
    case .train: "train"
    case .validation: "validation"
    case .test: "test"
    }
  }

  private static func names(_ name: String, _ count: Int) -> [String] {
    count == 1 ? [name] : (0..<count).map { "\(name)_\($0 + 1)" }
  }
}
