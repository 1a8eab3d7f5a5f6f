import Engine
import TestSupport
import Testing
import Vocabulary

extension MetricTallyTests {
  /// Every metric of random outputs, ties, missing classes and constants, and of what small models
  /// say of rows that they have not seen: `make oracle` computes what is read here, by scikit-learn.
  @Test(arguments: [("metrics", "metric-rows", 73), ("model-metrics", "model-rows", 4)])
  func `metrics are those of the oracle`(
    scores: String, outputs: String, count: Int
  ) throws {
    let cases = try OracleTable(scores).byCase()
    let numbers = try OracleTable(outputs).byCase()
    #expect(cases.count == count && numbers.count == count)
    var checked: Set<Metric> = []
    for (measured, numbers) in zip(cases, numbers) {
      let task = try #require(measured[0].text("task").flatMap { Task(named: $0) })
      let outputs = try #require(measured[0].integer("outputs"))
      let answers = try numbers.map { try #require($0.number("value")) }
      let targets = try numbers.map { try #require($0.number("target")) }
      for row in measured {
        let metric = try #require(row.text("metric").flatMap { Metric(named: $0) })
        if row.number("value") == nil { continue }
        let found = values(
          Double.self, [metric], task, outputs: outputs, answers, targets)[0]
        #expect(row.has(found, in: "value"), "\(row.fields)")
        checked.insert(metric)
      }
    }
    #expect(checked == Set(Metric.allCases.filter(\.isOfOutputs)))
  }
}
