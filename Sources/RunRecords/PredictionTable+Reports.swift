internal import Experiments
internal import Text
internal import Vocabulary

// What the answers for rows that are held back come to.
extension PredictionTable {
  /// The parts that training does not learn from.
  private var heldBack: [Part] { parts.filter { $0.part != .train } }

  /// The content of `confusion.csv`: how many rows of each class are predicted to be of which, for the
  /// pairs that occur, in the order of the classes.
  ///
  /// - Complexity: O(rows × outputs).
  var confusionCSV: [UInt8] {
    var csv = CSV()
    csv.append(row: ["split", "actual", "predicted", "count"])
    for part in heldBack {
      for cell in ConfusionMatrix(part, task: task)?.cells ?? [] {
        csv.append(row: [
          Self.name(part.part), name(ofClass: cell.actual),
          cell.predicted.map(name(ofClass:)) ?? "", cell.count.description,
        ])
      }
    }
    return csv.bytes
  }

  /// The content of `per_class.csv`: the scores of each class, or of each label.
  ///
  /// - Complexity: O(rows × outputs).
  var perClassCSV: [UInt8] {
    var csv = CSV()
    csv.append(row: ["split", "class", "rows", "predicted", "precision", "recall", "f1"])
    for part in heldBack {
      let matrix = ConfusionMatrix(part, task: task)
      for (label, counts) in (matrix?.labelCounts ?? part.labelCounts).enumerated() {
        csv.append(
          row: [
            Self.name(part.part), matrix == nil ? name(ofTarget: label) : name(ofClass: label),
            counts.actual.description, counts.predicted.description,
          ] + [counts.precision, counts.recall, counts.f1].map(CSV.text))
      }
    }
    return csv.bytes
  }

  /// The content of `per_target.csv`: how far off the answers for each target are, in its units.
  ///
  /// - Complexity: O(rows × outputs).
  var perTargetCSV: [UInt8] {
    var csv = CSV()
    csv.append(row: ["split", "target", "rows", "mae", "rmse", "r2"])
    for part in heldBack {
      for target in 0..<part.targetCount {
        let scores = TargetScores(part, target: target)
        csv.append(
          row: [
            Self.name(part.part), name(ofTarget: target), part.sourceRows.count.description,
          ] + [scores.mae, scores.rmse, scores.r2].map(CSV.text))
      }
    }
    return csv.bytes
  }

  /// What a column of targets is called: its name, if it has one, else its place, from 1.
  private func name(ofTarget index: Int) -> String {
    targetNames.indices.contains(index) ? targetNames[index] : (index + 1).description
  }
}
