internal import Experiments
internal import RunRecords
internal import Text

extension ClosingReport {
  /// The counts, and where the files are.
  var closingLines: [String] {
    let lines = [countLine] + remarkLines
    let places = places
    let width = places.reduce(0) { max($0, $1.name.utf8.count) }
    return lines
      + places.map { style.paint(DisplayText.left($0.name, width), .faint) + "  " + $0.path }
  }

  /// What is to be known of the counts: how far configurations got, why some runs were not trained,
  /// and what to do to go on.
  var remarkLines: [String] {
    let plan = batch.plan
    var lines: [String] = []
    let rungs = plan.rungText(configurations: batch.configurationsInRungs)
    if !rungs.isEmpty { lines.append("halving: \(rungs)") }
    if batch.counts[.interrupted] > 0 { lines.append((batch.earlyEnd ?? .signal).sentence) }
    if plan.part != nil { lines.append("`nn-run merge` joins the shards") }
    return lines
  }

  /// How many runs ended in which way.
  var countLine: String {
    let counts = batch.counts
    let runs = Readable.count(counts.total, "run")
    let time = elapsed.map { " in \(Readable.time($0))" } ?? ""
    let endings = RunStatus.allCases.filter { counts[$0] > 0 }
    guard !endings.isEmpty else { return "no run falls to this shard" }
    var line =
      if endings.count == 1 {
        style.paint("\(runs) \(endings[0].rawValue)", endings[0].ink) + time
      } else {
        "\(runs)\(time): "
          + endings.map { ending in
            style.paint("\(Readable.count(counts[ending])) \(ending.rawValue)", ending.ink)
          }.joined(separator: ", ")
      }
    if counts.cached > 0 { line += " (\(Readable.count(counts.cached)) cached)" }
    return line
  }

  /// The files that are worth a look.
  private var places: [(name: String, path: String)] {
    var places: [(name: String, path: String)] = []
    if let best = batch.best {
      let run = batch.plan.runs[best]
      let isOnly = batch.plan.runs.count == 1
      places.append((isOnly ? "run" : "best run", "\(folder)/\(run.id)/"))
      places.append((isOnly ? "curve" : "its curve", "\(folder)/\(BatchFile.lossCurve)"))
    }
    places.append(("summary", "\(folder)/\(BatchFile.summary)"))
    if batch.plan.part == nil, let repetition = batch.plan.repetition {
      places.append(("over \(repetition)", "\(folder)/\(BatchFile.aggregate)"))
    }
    return places
  }
}
