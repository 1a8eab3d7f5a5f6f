internal import Experiments
internal import RunRecords
internal import TerminalText

extension BatchResult {
  /// What the merging of parts into this batch came to: which runs are missing or differ, the counts,
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
    let naming = RunNaming(plan)
    let failures = listed(.failed, in: folder) { run in
      let reason = records[run].message.map { ": " + DisplayText.printable($0) } ?? ""
      return "\(style.paint("failed", .bad)) \(naming.label(run))\(reason)"
    }
    let missing = listed(.interrupted, in: folder) { run in
      let torn = tornFolders(run).map { DisplayText.printable($0) }
      let remark = torn.isEmpty ? "" : ", torn in " + torn.joined(separator: " and ")
      return "\(style.paint("missing", .bad)) \(naming.label(run))\(remark)"
    }
    var closing = [mergeCounts(earlierCount: earlierCount)]
    if !missing.isEmpty {
      closing.append("train them into this folder, or merge a part that has them, to complete it")
    }
    closing.append("\(style.paint("summary", .faint))  \(folder)/\(BatchFile.summary)")
    return [[style.paint(plan.title, .heading)], failures, missing, closing]
      .filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  /// Lines for the first runs with a status, and one that counts the others.
  private func listed(
    _ status: RunStatus, in folder: String, _ line: (_ run: Int) -> String
  ) -> [String] {
    let runs = records.indices.filter { records[$0].status == status }
    let rest = runs.count - ClosingReport.rowLimit
    return runs.prefix(ClosingReport.rowLimit).map(line)
      + (rest > 0 ? ["… and \(Readable.count(rest)) more in \(folder)/\(BatchFile.summary)"] : [])
  }

  /// How many runs are there, and how many are not.
  private func mergeCounts(earlierCount: Int) -> String {
    let finished = counts.total - counts.interrupted - counts.failed
    var line = "\(Readable.count(finished)) of \(Readable.count(counts.total, "run")) merged"
    if earlierCount > 0 { line += " (\(Readable.count(earlierCount)) were there before)" }
    if counts.interrupted > 0 { line += ", \(Readable.count(counts.interrupted)) missing" }
    if counts.failed > 0 { line += ", \(Readable.count(counts.failed)) failed" }
    return line
  }
}
