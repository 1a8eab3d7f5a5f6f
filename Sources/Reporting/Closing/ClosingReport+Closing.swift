internal import Experiments
internal import RunRecords
internal import Running
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
    let plan = result.plan
    var lines: [String] = []
    let rungs = plan.rungText(configurations: result.configurationsInRungs)
    if !rungs.isEmpty { lines.append("halving: \(rungs)") }
    if result.counts[.interrupted] > 0 { lines.append((result.earlyEnd ?? .signal).sentence) }
    if plan.shardShare != nil { lines.append("`nn-run merge` joins the shards") }
    return lines
  }

  /// How many runs ended in which way.
  var countLine: String {
    let counts = result.counts
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
    func add(_ name: String, _ file: String) {
      if !missingFiles.contains(file) { places.append((name, "\(folder)/\(file)")) }
    }
    if let best = result.best {
      let run = result.plan.runs[best]
      let isOnly = result.plan.runs.count == 1
      places.append((isOnly ? "run" : "best run", "\(folder)/\(run.id)/"))
      add(isOnly ? "curve" : "its curve", ExperimentFile.lossCurve)
    }
    add("summary", ExperimentFile.summary)
    if result.plan.shardShare == nil, let repetition = result.plan.repetition {
      add("over \(repetition)", ExperimentFile.aggregate)
    }
    return places
  }
}
