internal import Experiments
public import RunRecords
public import Running

/// The test suite that an experiment is in a JUnit report: a case for each run and for each expectation.
public struct JUnitSuite: Sendable {
  /// The experiment's name, and the part of its plan.
  private let title: String
  /// The experiment's name, which its cases have whatever part of the plan they are of.
  private let package: String
  /// When, where and how it was done; nil where it did not begin.
  private let provenance: Provenance?
  /// The cases: what kept the experiment from beginning, then runs, then expectations.
  private let cases: [JUnitCase]

  /// What the suite is made of beside the results.
  public struct Sources {
    /// How many seconds a run that was trained now took, by its index; nil where it is not known.
    let seconds: (Int) -> Double?
    /// The header of a run's loss curve and its last rows, by its index; empty where there are none.
    let curve: (Int) -> [String]

    /// Joins the sources.
    public init(seconds: @escaping (Int) -> Double?, curve: @escaping (Int) -> [String]) {
      self.seconds = seconds
      self.curve = curve
    }
  }

  /// The suite of an experiment.
  ///
  /// - Parameters:
  ///   - obstacle: what kept the experiment from beginning; nil where nothing did.
  ///   - provenance: nil where it did not begin.
  public init(
    _ result: ExperimentResult, expectations: [ExpectationResult], obstacle: String? = nil,
    provenance: Provenance?, sources: Sources
  ) {
    let writer = JUnitCases(result, sources)
    title = result.plan.title
    package = result.plan.experiment.name
    self.provenance = provenance
    cases =
      (obstacle.map { [writer.obstacle($0)] } ?? []) + writer.runs
      + expectations.map(writer.expectation)
  }

  /// The element; `index` counts the suites of the report from 0.
  func xml(index: Int) -> String {
    var (failures, errors, skipped) = (0, 0, 0)
    for item in cases {
      switch item.outcome {
      case .passed: break
      case .failure: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }
    let host = provenance?.host ?? ""
    let tag = XML.tag(
      "testsuite",
      [
        ("name", title), ("package", package), ("id", String(index)),
        ("tests", String(cases.count)), ("failures", String(failures)),
        ("errors", String(errors)), ("skipped", String(skipped)),
        ("time", JUnitCase.decimal(provenance?.seconds ?? 0)),
        ("timestamp", timestamp), ("hostname", host.isEmpty ? "localhost" : host),
      ])
    let lines =
      ["<properties>"] + properties.map { "  <\(XML.tag("property", $0))/>" }
      + ["</properties>"] + cases.map(\.xml) + ["<system-out/>", "<system-err/>"]
    return "  <\(tag)>\n" + lines.map { "    \($0)\n" }.joined() + "  </testsuite>\n"
  }

  /// When the experiment began, in UTC, to the second and without a zone, as schemas want it.
  private var timestamp: String {
    (provenance?.started).map { String($0.prefix(19)) } ?? "1970-01-01T00:00:00"
  }

  /// How the experiment was done.
  private var properties: [[(name: String, value: String)]] {
    guard let provenance else { return [] }
    let properties: [(name: String, value: String?)] = [
      ("version", provenance.version), ("numerics_version", String(Numerics.version)),
      ("instruction_set", provenance.instructionSet),
      ("jobs", provenance.jobs.map { String($0) }),
    ]
    return properties.compactMap { name, value in
      value.map { [("name", name), ("value", $0)] }
    }
  }
}
