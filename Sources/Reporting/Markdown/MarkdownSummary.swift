internal import Experiments
internal import RunRecords
public import Running
internal import Text
internal import Vocabulary

extension ExperimentResult {
  /// What the experiment came to, in GitHub's Markdown: the counts, what went wrong, what came of the
  /// expectations, and the best runs.
  ///
  /// - Parameters:
  ///   - folder: the experiment's folder, such as `runs/xor`.
  ///   - elapsed: how long the experiment took, if that is to be told.
  ///   - expectations: what came of the expectations.
  ///   - obstacle: what kept the experiment from beginning; nil where nothing did.
  /// - Returns: sections with an empty line between them, and one at the end.
  public func markdownSummary(
    folder: String, elapsed: Duration? = nil, expectations: [ExpectationResult] = [],
    obstacle: String? = nil
  ) -> String {
    MarkdownSummary(
      ClosingReport(
        result: self, folder: folder, elapsed: elapsed, predictions: nil, confusion: nil,
        expectations: expectations, missingFiles: [],
        style: TextStyle(width: .max, isColoured: false),
        naming: RunNaming(plan)),
      obstacle: obstacle
    ).text
  }
}

/// The sections of an experiment's summary in Markdown, made of the parts of its closing report.
struct MarkdownSummary {
  /// The report that they are made of.
  private let report: ClosingReport
  /// What kept the experiment from beginning; nil where nothing did.
  private let obstacle: String?
  /// What became of the runs.
  private var result: ExperimentResult { report.result }

  /// How many failures are listed.
  private static let failureLimit = 50
  /// How many of the best runs and configurations are listed.
  private static let bestLimit = 20
  /// How many columns of a terminal a text from a spec or a failure takes at most.
  private static let textWidth = 300

  /// A summary of what a report without colours tells.
  init(_ report: ClosingReport, obstacle: String?) {
    self.report = report
    self.obstacle = obstacle
  }

  /// The sections, each with an empty line after it.
  var text: String {
    [heading, counts, failures, expectations, configurations, runs, places].filter { !$0.isEmpty }
      .map { $0 + "\n" }.joined()
  }

  /// The experiment's name, the part of its plan, and its description.
  private var heading: String {
    let texts = [result.plan.title, result.plan.experiment.description].compactMap(\.self)
    return "## \(texts.map(Self.shown).joined(separator: ": "))\n"
  }

  /// How many runs ended in which way, and what is to be known of that, each a paragraph.
  private var counts: String {
    let remarks = obstacle.map { [$0] } ?? report.remarkLines
    return (["**\(MarkdownText.escaped(report.countLine))**"] + remarks.map(MarkdownText.escaped))
      .map { $0 + "\n" }.joined(separator: "\n")
  }

  /// The runs that make the experiment fail, each with the reason.
  private var failures: String {
    let statuses: [RunStatus] =
      switch result.plan.experiment.onDivergence {
      case .fail: [.failed, .timedOut, .diverged]
      case .record: [.failed, .timedOut]
      }
    let runs = statuses.flatMap { status in
      result.records.indices.filter { result.records[$0].status == status }
    }
    let listed = Array(runs.prefix(Self.failureLimit))
    let columns =
      report.identityColumns(listed) + [
        TextTable.Column(
          header: "status", cells: listed.map { result.records[$0].status.rawValue }),
        TextTable.Column(header: "reason", cells: listed.map(reason)),
      ]
    return section(
      "Failures", TextTable(columns, width: .max), remaining: runs.count - listed.count,
      in: ExperimentFile.summary)
  }

  /// Why a run failed.
  private func reason(_ run: Int) -> String {
    let record = result.records[run]
    if let message = record.message { return DisplayText.cut(message, to: Self.textWidth) }
    return record.summary.map { "at epoch \(Readable.count($0.epochsRun))" } ?? ""
  }

  /// What came of the expectations, those that failed first.
  private var expectations: String {
    let order: [ExpectationResult.Verdict] = [.failed, .undecided, .held]
    let sorted = order.flatMap { verdict in
      report.expectations.filter { $0.verdict == verdict }
    }
    let columns = [
      TextTable.Column(header: "result", cells: sorted.map(\.verdict.rawValue)),
      TextTable.Column(
        header: "expected",
        cells: sorted.map { DisplayText.cut($0.expectation.phrase, to: Self.textWidth) }),
      TextTable.Column(header: "measured", cells: sorted.map { $0.remark(report.naming) }),
    ]
    return section(
      "Expectations", TextTable(columns, width: .max), remaining: 0, in: ExperimentFile.summary)
  }

  /// The best configurations, where several runs repeat each.
  private var configurations: String {
    let order = result.ranking.configurationOrder
    guard result.plan.repetition != nil, result.plan.configurationCount > 1 else { return "" }
    let listed = Array(order.prefix(Self.bestLimit))
    return section(
      "Best configurations", report.configurationTable(listed),
      remaining: order.count - listed.count, in: ExperimentFile.aggregate)
  }

  /// The best runs.
  private var runs: String {
    let order = result.ranking.order
    let listed = Array(order.prefix(Self.bestLimit))
    return section(
      order.count > 1 ? "Best runs" : "Best run", report.runTable(listed),
      remaining: order.count - listed.count, in: ExperimentFile.summary)
  }

  /// Where the results are; empty where no run came to any.
  private var places: String {
    let counts = result.counts
    if counts.total > 0, counts[.interrupted] == counts.total { return "" }
    return "The results are in \(Self.shown(report.folder)).\n"
  }

  /// A table below its title; nothing where it has no rows.
  private func section(
    _ title: String, _ table: TextTable, remaining: Int, in file: String
  ) -> String {
    guard !table.rows.isEmpty else { return "" }
    let rest =
      remaining > 0
      ? "\n… and \(Readable.count(remaining)) more in \(MarkdownText.escaped(file))\n" : ""
    return "### \(title)\n\n" + MarkdownTable(table).text + rest
  }

  /// A text from a spec as it is shown.
  private static func shown(_ text: String) -> String {
    MarkdownText.escaped(DisplayText.cut(text, to: textWidth))
  }
}

extension MarkdownTable {
  /// A table of text, in Markdown.
  init(_ table: TextTable) {
    self.init(
      header: table.columns.map(\.header),
      rows: (table.columns.first?.cells ?? []).indices.map { row in
        table.columns.map { $0.cells[row] }
      })
  }
}
