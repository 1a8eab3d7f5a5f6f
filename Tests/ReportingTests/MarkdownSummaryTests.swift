import Experiments
import Foundation
import RunRecords
import Running
import TestPlans
import Testing

@testable import Reporting

/// Summaries of batches in Markdown.
struct MarkdownSummaryTests {
  private static let xor =
    "dataset: xor\nlayers: [2, 4, 1]\nactivation: sigmoid\nlearning_rate: 0.5\nepochs: 5000\n"

  /// A batch with every ending, whose texts would do harm if they were not escaped.
  private func hostile() throws -> ExperimentResult {
    let plan = try plan(
      Self.xor + """
        description: "|<script>alert('&amp;')</script> `x` [a](b) **bold** _it_ # @team"
        sweep:
          parameters:
            learning_rate: [0.1, 0.123456789, 5]
            optimizer: [sgd, {name: sgd, momentum: 0.9}]

        """, stem: "xor")
    return ExperimentResult(
      plan,
      [
        plan.record(0, [0.25, 0.75], isCached: true),
        RunRecord(failure: "cannot write a|b\n<img src=x> `rm`: **no** space"),
        plan.record(2, [0.123456, 1]), plan.record(3, [.nan, 0.5], .diverged, epochs: 12),
        RunRecord(timedOut: "longer than --time-limit 90s"), .interrupted,
      ], earlyEnd: .timeLimit(option: "--total-time-limit 15m"))
  }

  /// A file under Tests/Oracle.
  private func oracle(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Oracle/\(name)")
  }

  /// The text is that of Tests/Oracle/summary.md, which is recorded and then rendered there.
  @Test func `failures come first, then the best runs`() throws {
    let text = try hostile().markdownSummary(folder: "runs/xor", elapsed: .seconds(2))
    if ProcessInfo.processInfo.environment["NN_RUN_RECORD"] != nil {
      try Data(text.utf8).write(to: oracle("summary.md"))
    }
    #expect(try String(contentsOf: oracle("summary.md"), encoding: .utf8) == text)
  }

  /// What a renderer of Markdown makes of the summary: only our own headings, tables and one strong
  /// line; texts are what they were.
  @Test func `a reader sees texts as they are`() throws {
    let html = try String(contentsOf: oracle("summary.html"), encoding: .utf8)
    for run in try hostile().plan.runs.prefix(5) {
      #expect(html.contains("<td>\(run.id.description.prefix(8))</td>"))
    }
    #expect(
      html.contains(
        "<h2>xor: |&lt;script&gt;alert('&amp;amp;')&lt;/script&gt; `x` [a](b) **bold** _it_ # @team</h2>"
      ))
    #expect(
      html.contains("<td>cannot write a|b\\n&lt;img src=x&gt; `rm`: **no** space</td>"))
    let tags = Set(html.matches(of: /<([a-z0-9]+)/).map { String($0.1) })
    #expect(tags == ["h2", "p", "strong", "h3", "table", "thead", "tbody", "tr", "th", "td"])
    #expect(html.split(separator: "<strong>").count == 2)
    let rows = html.split(separator: "<tr>").dropFirst()
    #expect(rows.count == 8)
    #expect(rows.map { $0.matches(of: /<t[hd][ >]/).count } == [5, 5, 5, 5, 8, 8, 8, 8])
  }

  @Test func `of many failures and runs the first are listed`() throws {
    let plan = try plan(Self.xor + "sweep: {seeds: 100}\n", stem: "xor")
    let failed = ExperimentResult(
      plan, Array(repeating: RunRecord(failure: "no space"), count: 100))
    let text = failed.markdownSummary(folder: "runs/xor")
    #expect(text.contains("**100 runs failed**\n"))
    #expect(text.matches(of: /no space/).count == 50)
    #expect(text.contains("\n… and 50 more in summary.csv\n"))
    #expect(!text.contains("Best"))
    let trained = ExperimentResult(plan, (0..<100).map { plan.record($0, [Double($0)]) })
    let best = trained.markdownSummary(folder: "runs/xor")
    #expect(!best.contains("Failures"))
    #expect(best.contains("### Best runs\n"))
    #expect(best.matches(of: /completed \|/).count == 20)
    #expect(best.contains("\n… and 80 more in summary.csv\n"))
  }

  @Test func `configurations that repeat have a table of their own`() throws {
    let plan = try plan(
      Self.xor + "sweep: {parameters: {learning_rate: [1, 2]}, seeds: 2}\n", stem: "xor")
    let text = plan.result(losses: [4, 2, 1, 1]).markdownSummary(folder: "runs/xor")
    #expect(text.contains("### Best configurations\n\n| rank | learning_rate | mean train_loss |"))
    #expect(text.contains("### Best runs\n"))
  }

  @Test func `expectations have a table, those that failed first`() throws {
    let plan = try plan(
      Self.xor + "expect: [{metric: train_loss, min: 0.5}, {metric: train_loss, max: 0.5}]\n",
      stem: "xor")
    let result = plan.result(losses: [0.75])
    let text = result.markdownSummary(
      folder: "runs/xor", expectations: result.expectationResults { _, _ in nil })
    let section = try #require(text.split(separator: "### Expectations\n").last)
    let results = section.split(separator: "\n").prefix(4).map { $0.prefix(9) }
    #expect(results == ["| result ", "| ------ ", "| failed ", "| held   "])
  }

  @Test func `diverged runs that are to be recorded are no failures`() throws {
    let spec = Self.xor + "sweep: {seeds: 2}\n"
    let bad = try plan(spec, stem: "xor").result(losses: [.nan, 1])
    #expect(bad.markdownSummary(folder: "runs/xor").contains("### Failures"))
    let recorded = try plan(spec + "on_divergence: record\n", stem: "xor").result(losses: [.nan, 1])
    #expect(!recorded.markdownSummary(folder: "runs/xor").contains("### Failures"))
  }

  @Test(arguments: 0...700)
  func `what has no room is cut off at a line`(room: Int) throws {
    let text = try hostile().markdownSummary(folder: "runs/xor")
    let cut = MarkdownText.cut(text, toBytes: room)
    #expect(cut.utf8.count <= room)
    guard let end = cut.range(of: "\n… the rest is cut off, as there is no more room\n\n") else {
      #expect(cut.isEmpty)
      return
    }
    #expect(text.hasPrefix(cut[..<end.lowerBound]))
    #expect(cut[..<end.lowerBound].hasSuffix("\n"))
    #expect(end.upperBound == cut.endIndex)
  }

  @Test func `what has room is whole`() {
    #expect(MarkdownText.cut("a\nb\n", toBytes: 4) == "a\nb\n")
    #expect(MarkdownText.cut("a\nb\n", toBytes: 3) == "")
    #expect(MarkdownText.cut("a\n", toBytes: -1) == "")
  }
}
