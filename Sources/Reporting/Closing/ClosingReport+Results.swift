internal import Experiments
internal import RunRecords
internal import Running
internal import Text
internal import Vocabulary

extension ClosingReport {
  /// The scores of the one run, or a table of the best configurations or runs.
  var resultLines: [String] {
    guard let best = result.best else { return [] }
    if result.plan.runs.count == 1 { return scoreLines(of: best) }
    if result.plan.repetition != nil, result.plan.configurationCount > 1 {
      let listed = result.ranking.configurationOrder.prefix(Self.rowLimit)
      return lines(
        of: configurationTable(Array(listed)),
        remaining: result.ranking.configurationOrder.count - listed.count,
        in: ExperimentFile.aggregate)
    }
    let listed = result.ranking.order.prefix(Self.rowLimit)
    return lines(
      of: runTable(Array(listed)), remaining: result.ranking.order.count - listed.count,
      in: ExperimentFile.summary)
  }

  private func lines(of table: TextTable, remaining: Int, in file: String) -> [String] {
    var lines = lines(of: table)
    if remaining > 0 { lines.append(more(remaining, in: file)) }
    if !table.omitted.isEmpty {
      let names = table.omitted.joined(separator: ", ")
      lines.append(style.paint("  no room here for \(names): \(folder)/\(file)", .faint))
    }
    return lines
  }

  /// The scores of a run, one to a line.
  private func scoreLines(of run: Int) -> [String] {
    let scores = result.plan.scores.map { ($0.name, Readable.column([value(run, $0)])[0]) }
    let names = scores.map(\.0) + ["epochs"]
    let values = scores.map(\.1) + [epochCell(run)]
    let nameWidth = names.reduce(0) { max($0, $1.utf8.count) }
    let valueWidth = values.reduce(0) { max($0, $1.utf8.count) }
    return zip(names, values).map { name, value in
      "  " + DisplayText.left(name, nameWidth) + "  " + DisplayText.right(value, valueWidth)
    }
  }

  /// Runs with their ranks, the values of the axes and the scores.
  func runTable(_ runs: [Int]) -> TextTable {
    let plan = result.plan
    var columns = [
      TextTable.Column(
        header: "rank", cells: runs.map { result.ranking.runRanks[$0].map(Readable.count) ?? "" })
    ]
    columns += identityColumns(runs)
    columns += rungColumn(runs.map { result.records[$0].rung })
    let others = plan.scores.filter { $0 != plan.ranking.score }
    columns += ([plan.ranking.score] + others).enumerated().map { index, score in
      TextTable.Column(
        header: score.name, cells: Readable.column(runs.map { value($0, score) }),
        dispensability: index == 0 ? 0 : 3)
    }
    columns.append(
      TextTable.Column(header: "epochs", cells: runs.map(epochCell), dispensability: 4))
    columns.append(
      TextTable.Column(
        header: "status", cells: runs.map { result.records[$0].status.rawValue },
        isRightAligned: false, dispensability: 5))
    return TextTable(columns, width: style.width)
  }

  /// What runs are called, and what makes them differ from each other.
  func identityColumns(_ runs: [Int]) -> [TextTable.Column] {
    let plan = result.plan
    var columns = [
      TextTable.Column(header: "run", cells: runs.map(naming.shortID), isRightAligned: false)
    ]
    columns += naming.columns(runs.map { plan.runs[$0].parameters })
    if plan.hasFolds {
      columns.append(
        TextTable.Column(header: "fold", cells: runs.map { plan.runs[$0].fold }, dispensability: 2))
    }
    if plan.hasSeeds {
      columns.append(
        TextTable.Column(
          header: "seed", cells: runs.map { String(plan.runs[$0].seed) },
          dispensability: 2))
    }
    return columns
  }

  /// Configurations with their ranks, the values of the axes and what their runs' scores come to.
  func configurationTable(_ numbers: [Int]) -> TextTable {
    let plan = result.plan
    let configurations = result.configurations
    let listed = numbers.map { configurations[$0 - 1] }
    let statistics = listed.map { $0.statistics(of: plan.ranking.score) }
    func cells(_ value: (Statistics) -> Double?) -> [String] {
      Readable.column(statistics.map { $0.flatMap(value) })
    }
    var columns = [
      TextTable.Column(
        header: "rank", cells: listed.map { $0.rank.map(Readable.count) ?? "" })
    ]
    columns += naming.columns(listed.map(\.parameters))
    columns += rungColumn(listed.map(\.rung))
    columns += [
      TextTable.Column(header: "mean \(plan.ranking.score.name)", cells: cells(\.mean)),
      TextTable.Column(header: "std", cells: cells(\.standardDeviation), dispensability: 2),
      TextTable.Column(header: "min", cells: cells(\.minimum), dispensability: 3),
      TextTable.Column(header: "max", cells: cells(\.maximum), dispensability: 3),
      TextTable.Column(
        header: "runs", cells: listed.map { Readable.count($0.summaries.count) },
        dispensability: 4),
      TextTable.Column(
        header: "diverged", cells: listed.map { Readable.count($0.divergedCount) },
        dispensability: 4),
      TextTable.Column(
        header: "best run", cells: numbers.map { bestRun(ofConfiguration: $0) },
        isRightAligned: false, dispensability: 5),
    ]
    return TextTable(columns, width: style.width)
  }

  /// The rungs of rows of a table, in a column where there are any.
  private func rungColumn(_ rungs: [Int?]) -> [TextTable.Column] {
    guard !result.plan.rungs.isEmpty else { return [] }
    return [
      TextTable.Column(
        header: "rung", cells: rungs.map { $0.map(Readable.count) ?? "" }, dispensability: 1)
    ]
  }

  /// The best run of a configuration.
  private func bestRun(ofConfiguration number: Int) -> String {
    result.ranking.order.first { result.plan.runs[$0].configurationNumber == number }
      .map(naming.shortID) ?? ""
  }

  private func value(_ run: Int, _ score: Score) -> Double? {
    result.records[run].summary?.score(score)
  }

  private func epochCell(_ run: Int) -> String {
    result.records[run].summary.map { Readable.count($0.epochsRun) } ?? ""
  }
}
