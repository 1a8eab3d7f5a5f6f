internal import Experiments
internal import RunRecords
public import Running
internal import Text

extension ExperimentResult {
  /// What the merging of parts into this experiment came to: which runs are missing or differ, the counts,
  /// and where the files are.
  ///
  /// Runs that no part has count as interrupted.
  ///
  /// - Parameters:
  ///   - folder: the experiment's folder, such as `runs/xor`.
  ///   - earlierCount: how many runs were in it before.
  ///   - tornFolders: the folders of a missing run that are torn.
  /// - Returns: paragraphs with an empty line between them, the last line ended.
  public func mergeReport(
    folder: String, earlierCount: Int, tornFolders: (_ run: Int) -> [String], style: TextStyle
  ) -> String {
    let folder = DisplayText.printable(folder)
    let report = ClosingReport(
      result: self, folder: folder, elapsed: nil, predictions: nil, confusion: nil,
      expectations: [], missingFiles: [], style: style, naming: RunNaming(plan))
    let missing = report.list(.interrupted, as: style.paint("missing", .bad)) { run in
      let torn = tornFolders(run).map { DisplayText.printable($0) }
      return torn.isEmpty ? "" : ", torn in " + torn.joined(separator: " and ")
    }
    var closing = [mergeCounts(earlierCount: earlierCount)]
    if !missing.isEmpty {
      closing.append("train them into this folder, or merge a part that has them, to complete it")
    }
    closing.append("\(style.paint("summary", .faint))  \(folder)/\(ExperimentFile.summary)")
    return ClosingReport.text([[report.name], report.failureLines, missing, closing])
  }

  /// How many runs are there, and how many are not.
  private func mergeCounts(earlierCount: Int) -> String {
    let finished = counts.total - counts[.interrupted] - counts[.failed]
    var line = "\(Readable.count(finished)) of \(Readable.count(counts.total, "run")) merged"
    if earlierCount > 0 { line += " (\(Readable.count(earlierCount)) were there before)" }
    if counts[.interrupted] > 0 { line += ", \(Readable.count(counts[.interrupted])) missing" }
    if counts[.failed] > 0 { line += ", \(Readable.count(counts[.failed])) failed" }
    return line
  }
}
