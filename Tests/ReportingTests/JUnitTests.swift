import Experiments
import Reporting
import RunRecords
import Running
import TestPlans
import Testing

/// The report in the form of JUnit.
struct JUnitTests {
  private static let spec = """
    dataset: xor
    layers: [2, 4, 1]
    activation: sigmoid
    epochs: 100
    sweep: {parameters: {learning_rate: [0.1, 0.5, 1]}}
    expect:
      - {metric: train_loss, max: 0.4}
      - {metric: train_loss, of: best_run, max: 0.4}

    """
  private static let provenance: Provenance = {
    var provenance = Provenance()
    provenance.started = "2026-01-02T03:04:05.678Z"
    provenance.finished = "2026-01-02T03:04:06.000Z"
    provenance.seconds = 1.2345
    provenance.host = "forge"
    provenance.version = "1.0"
    provenance.instructionSet = "avx2"
    provenance.jobs = 2
    return provenance
  }()

  private func report(
    _ batch: ExperimentResult, obstacle: String? = nil,
    provenance: Provenance? = provenance,
    curve: [String] = ["epoch,train_loss", "100,0.5"]
  ) -> String {
    let suite = JUnitSuite(
      batch, expectations: batch.expectationResults { _, _ in nil }, obstacle: obstacle,
      provenance: provenance,
      sources: JUnitSuite.Sources(seconds: { Double($0) + 0.0256 }, curve: { _ in curve }))
    return String(decoding: JUnitReport.content([suite]), as: UTF8.self)
  }

  private func plan(_ text: String = spec) throws -> RunPlan {
    try TestPlans.plan(text, stem: "xor")
  }

  @Test func `runs and expectations are cases of a suite`() throws {
    let plan = try plan()
    let ids = plan.runs.map(\.id.description)
    let batch = ExperimentResult(
      plan,
      [
        plan.record(0, [0.3]), plan.record(1, [0.5], isCached: true),
        plan.record(2, [.nan], .diverged, epochs: 7),
      ])
    #expect(
      report(batch) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="xor" package="xor" id="0" tests="5" failures="2" errors="0" \
        skipped="0" time="1.235" timestamp="2026-01-02T03:04:05" hostname="forge">
            <properties>
              <property name="version" value="1.0"/>
              <property name="numerics_version" value="\(Numerics.version)"/>
              <property name="instruction_set" value="avx2"/>
              <property name="jobs" value="2"/>
            </properties>
            <testcase name="\(ids[0].prefix(8)) (learning_rate 0.1)" classname="xor.runs" \
        time="0.026"/>
            <testcase name="\(ids[1].prefix(8)) (learning_rate 0.5)" classname="xor.runs" \
        time="0.000"/>
            <testcase name="\(ids[2].prefix(8)) (learning_rate 1)" classname="xor.runs" \
        time="2.026">
              <failure message="diverged at epoch 7" type="diverged">run: \(ids[2])
        learning_rate: 1
        seed: 0
        epoch,train_loss
        100,0.5</failure>
            </testcase>
            <testcase name="train_loss at most 0.4" classname="xor.expect" time="0.000">
              <failure message="diverged at epoch 7 in \(ids[2].prefix(8)) (learning_rate 1); \
        1 of 3 runs held" type="expectation">expected: {metric: train_loss, max: 0.4}
        measured: 0.5 in \(ids[1].prefix(8)) (learning_rate 0.5)
        measured: diverged at epoch 7 in \(ids[2].prefix(8)) (learning_rate 1)

        run: \(ids[2])
        learning_rate: 1
        seed: 0
        epoch,train_loss
        100,0.5</failure>
            </testcase>
            <testcase name="train_loss of the best run at most 0.4" classname="xor.expect" \
        time="0.000"/>
            <system-out/>
            <system-err/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func `runs that were interrupted are skipped, those that failed are errors`() throws {
    let plan = try plan()
    let text = report(
      ExperimentResult(
        plan, [plan.record(0, [0.3]), .interrupted, RunRecord(failure: "disk full")]))
    #expect(text.contains("tests=\"5\" failures=\"1\" errors=\"1\" skipped=\"2\""))
    #expect(text.contains("<skipped message=\"interrupted\"/>"))
    #expect(text.contains("<error message=\"disk full\" type=\"failed\">run: "))
    #expect(text.contains("<skipped message=\"not all runs have ended\"/>"))
  }

  @Test func `divergence that is only recorded is no failure`() throws {
    let plan = try plan("on_divergence: record\n" + Self.spec)
    let text = report(plan.result(losses: [0.3, 0.3, .nan]))
    #expect(text.contains("failures=\"1\" errors=\"0\""))
    #expect(!text.contains("type=\"diverged\""))
  }

  @Test func `what kept a batch from beginning is an error`() throws {
    let plan = try plan()
    let text = report(
      ExperimentResult(plan, plan.runs.map { _ in .interrupted }), obstacle: "cannot create runs",
      provenance: nil)
    #expect(text.contains("tests=\"6\" failures=\"0\" errors=\"1\" skipped=\"5\" time=\"0.000\""))
    #expect(text.contains("<error message=\"cannot create runs\" type=\"folder\"></error>"))
    #expect(text.contains("hostname=\"localhost\""))
  }

  @Test func `any text becomes sound XML`() throws {
    let plan = try plan()
    let message = "<&>\"' \u{0}\u{1B}[31m\u{7}\t\n\r\u{FFFE}\u{85} é🦉]]>"
    let text = report(
      ExperimentResult(
        plan, [plan.record(0, [0.3]), plan.record(1, [0.3]), RunRecord(failure: message)]),
      curve: [message])
    #expect(
      text.contains(
        "<error message=\"&lt;&amp;&gt;&quot;' \u{FFFD}\u{FFFD}[31m\u{FFFD}&#9;&#10;&#13;\u{FFFD}"
          + "\u{85} é🦉]]&gt;\" type=\"failed\">"))
    #expect(
      text.contains(
        "\n&lt;&amp;&gt;\"' \u{FFFD}\u{FFFD}[31m\u{FFFD}\t\n&#13;\u{FFFD}\u{85} é🦉]]&gt;</error>"))
  }

  @Test func `a failure tells of the first ten measurements`() throws {
    let rates = (1...14).map(String.init).joined(separator: ", ")
    let plan = try plan(Self.spec.replacing("0.1, 0.5, 1", with: rates))
    let text = report(plan.result(losses: Array(repeating: 0.5, count: 14)))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("measured: ") } == 11)
    #expect(text.contains("\n… and 4 more\n"))
  }

  @Test func `several suites are counted from 0`() throws {
    let plan = try plan()
    let batch = plan.result(losses: [0.1, 0.1, 0.1])
    let suite = JUnitSuite(
      batch, expectations: [], provenance: nil,
      sources: JUnitSuite.Sources(seconds: { _ in nil }, curve: { _ in [] }))
    let text = String(decoding: JUnitReport.content([suite, suite]), as: UTF8.self)
    #expect(text.contains("id=\"0\"") && text.contains("id=\"1\""))
    #expect(text.split(separator: "\n").count { $0.contains("<testsuite ") } == 2)
  }
}
