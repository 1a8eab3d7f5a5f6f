internal import Experiments
internal import RunRecords
public import Running
internal import Text

extension ExperimentResult {
  /// What the experiment came to, as text for a terminal or a log: what went wrong, the best runs, the
  /// counts, and where the files are.
  ///
  /// - Parameters:
  ///   - folder: the experiment's folder, such as `runs/xor`.
  ///   - elapsed: how long the experiment took, if that is to be told.
  ///   - predictions: what the best run answers for each row of its data, if that is to be shown.
  ///   - confusion: which classes the rows held back were taken for, if that is to be shown.
  ///   - expectations: what came of the expectations.
  ///   - missingFiles: the names of the files that could not be written, which are not pointed at.
  ///   - style: how wide and in what colours.
  /// - Returns: paragraphs with an empty line between them, the last line ended.
  public func closingReport(
    folder: String, elapsed: Duration? = nil, predictions: Predictions? = nil,
    confusion: Confusion? = nil, expectations: [ExpectationResult] = [],
    missingFiles: Set<String> = [], style: TextStyle
  ) -> String {
    ClosingReport(
      result: self, folder: DisplayText.printable(folder), elapsed: elapsed,
      predictions: predictions,
      confusion: confusion, expectations: expectations, missingFiles: missingFiles, style: style,
      naming: RunNaming(plan)
    ).text
  }
}

/// The parts of the text that an experiment closes with.
struct ClosingReport {
  let result: ExperimentResult
  let folder: String
  let elapsed: Duration?
  let predictions: Predictions?
  let confusion: Confusion?
  let expectations: [ExpectationResult]
  /// The names of the files of the experiment that could not be written.
  let missingFiles: Set<String>
  let style: TextStyle
  let naming: RunNaming

  /// How many rows a table or a list has at most.
  static let rowLimit = 10

  /// The text: paragraphs with an empty line between them, the last line ended.
  var text: String {
    Self.text([
      title, failureLines, list(.timedOut, remark: reason), divergenceLines, resultLines,
      confusionLines, predictionLines, expectationLines, closingLines,
    ])
  }

  /// Paragraphs, those without lines left out, with an empty line between them, the last line ended.
  static func text(_ paragraphs: [[String]]) -> String {
    paragraphs.filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  /// The experiment's name, and the part of its plan.
  var name: String { style.paint(result.plan.title, .heading) }

  /// The name with the experiment's description.
  private var title: [String] {
    guard let description = result.plan.experiment.description else { return [name] }
    return [name + ": " + DisplayText.printable(description)]
  }

  /// The runs that failed, each with the reason.
  var failureLines: [String] { list(.failed, remark: reason) }

  /// Why a run failed or timed out.
  private func reason(_ run: Int) -> String {
    result.records[run].message.map { ": " + DisplayText.printable($0) } ?? ""
  }

  /// The runs that diverged, each with the epoch that found it.
  private var divergenceLines: [String] {
    list(.diverged) { run in
      result.records[run].summary.map { " at epoch \(Readable.count($0.epochsRun))" } ?? ""
    }
  }

  /// A line for each of the first runs with a status, and one that counts the others.
  ///
  /// - Parameters:
  ///   - word: what a line begins with; by default the status, in its colour.
  ///   - remark: what it ends with.
  func list(
    _ status: RunStatus, as word: String? = nil, remark: (_ run: Int) -> String
  ) -> [String] {
    let word = word ?? style.paint(status.rawValue, status.ink)
    let runs = result.records.indices.filter { result.records[$0].status == status }
    var lines = runs.prefix(Self.rowLimit).map { run in
      "\(word) \(naming.label(run))\(remark(run))"
    }
    if runs.count > Self.rowLimit {
      lines.append(more(runs.count - Self.rowLimit, in: ExperimentFile.summary, indentation: ""))
    }
    return lines
  }

  /// The line below a list that has been cut off.
  func more(_ count: Int, in file: String, indentation: String = "  ") -> String {
    let place = missingFiles.contains(file) ? "" : " in \(folder)/\(file)"
    return style.paint("\(indentation)… and \(Readable.count(count)) more\(place)", .faint)
  }

  /// Which classes the rows held back were taken for.
  private var confusionLines: [String] {
    confusion?.table(width: style.width).map(lines) ?? []
  }

  /// The best run's answers.
  private var predictionLines: [String] {
    guard let predictions else { return [] }
    return lines(of: predictions.table(width: style.width))
      + (predictions.remark.map { [style.paint("  \($0)", .faint)] } ?? [])
  }

  /// A table with its header in the heading's colour.
  func lines(of table: TextTable) -> [String] {
    [style.paint(table.header, .heading)] + table.rows
  }
}
