internal import Experiments
internal import Text
public import Vocabulary

/// What a network answers for rows of its data: the content of `predictions.csv`, and what reports are
/// made of.
public struct PredictionTable: Hashable, Sendable {
  /// What the targets mean.
  public let task: Task
  /// What the classes are called, in their order; none where they are numbers.
  public let classes: [String]
  /// What the columns of targets are called; none where nobody says so.
  public let targetNames: [String]
  /// The parts of the data, in the order of the file.
  public let parts: [Part]

  /// Joins parts.
  ///
  /// - Precondition: there is a row, and all rows have equally many targets and outputs.
  public init(
    task: Task, classes: [String] = [], targetNames: [String] = [], parts: [Part]
  ) {
    let parts = parts.filter { !$0.sourceRows.isEmpty }
    precondition(!parts.isEmpty, "there is a row")
    self.task = task
    self.classes = classes
    self.targetNames = targetNames
    self.parts = parts
  }

  /// The content of the file: `split`, `row`, the targets, the outputs and, for classes, what is
  /// predicted; columns of one kind are numbered from 1 where there are several.
  var csv: [UInt8] { csv(hasSplits: true) }

  /// The same without `split`: for rows that are no part of a run's data.
  public var answers: [UInt8] { csv(hasSplits: false) }

  private func csv(hasSplits: Bool) -> [UInt8] {
    let (targetCount, outputCount) = (parts[0].targetCount, parts[0].outputCount)
    let labelCount = task.labels(of: Array(repeating: 0, count: outputCount)).count
    let names =
      (hasSplits ? ["split"] : []) + ["row"] + Self.names("target", targetCount)
      + Self.names("output", outputCount)
      + Self.names("predicted", labelCount)
    var bytes = Array((names.joined(separator: ",") + "\n").utf8)
    for part in parts {
      for (index, sourceRow) in part.sourceRows.enumerated() {
        if hasSplits {
          bytes.append(contentsOf: Self.name(part.part).utf8)
          bytes.append(UInt8(ascii: ","))
        }
        NumberText.append(sourceRow, to: &bytes)
        for target in part.targets(index) {
          bytes.append(UInt8(ascii: ","))
          append(target: target, to: &bytes)
        }
        let outputs = part.outputs(index)
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
    CSV.append(name(ofClass: label), to: &bytes)
  }

  /// What a class or a label is called.
  func name(ofClass index: Int) -> String { DataColumns.className(index, texts: classes) }

  /// Adds a target: a whole number where it stands for a class.
  private func append(target: Double, to bytes: inout [UInt8]) {
    if task != .regression, let label = Int(exactly: target) {
      append(label: label, to: &bytes)
    } else {
      NumberText.append(target, to: &bytes)
    }
  }

  /// What the parts are called in files.
  static func name(_ part: Score.Part) -> String {
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
