public import Datasets
public import Experiments
internal import Running
internal import Text
internal import Vocabulary

/// What `nn-run check` says of a spec that is sound: its data, and the value of every key.
public struct CheckReport {
  /// What is reported on.
  private let plan: RunPlan
  /// The data of its runs.
  private let data: DataLibrary
  /// The spec's file.
  private let path: String

  /// A report on a plan whose data has been read.
  public init(_ plan: RunPlan, _ data: DataLibrary, path: String) {
    self.plan = plan
    self.data = data
    self.path = path
  }

  /// The report, a line for each thing.
  public var text: String {
    var lines = ["\(DisplayText.printable(path)): sound, \(Readable.count(plan.runs.count, "run"))"]
    for source in sources { lines += dataLines(source) }
    var dealt: Set<DataSelection> = []
    for configuration in selections {
      // What is said of one fold holds for the others but for small differences.
      let isAnotherFold = !dealt.insert(configuration.dataSelection.withoutFold).inserted
      lines += partLines(configuration, isAnotherFold: isAnotherFold)
        .filter { !lines.contains($0) }
    }
    for field in Field.allCases where field.declaration.role == .run {
      if field != .dataset, let (value, origin) = describe(field) {
        lines.append(line(field.key, value, origin))
      }
      for key in plan.keys where key.field == field && key.setting != nil {
        lines.append(line(key.key, values(of: key), "swept"))
      }
    }
    lines.append(line("parameters", "\(parameterCounts)", parameterKinds))
    lines += plan.experiment.expectations.map { expectation in
      let runs = plan.runs(regardedBy: expectation).count
      return line("expect", expectation.phrase, "looks at \(Readable.count(runs, "run"))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The data sets of the runs, each once, in the order of the plan.
  private var sources: [DatasetSource] {
    var sources: [DatasetSource] = []
    var seen: Set<DatasetSource> = []
    var selections: Set<DataSelection> = []
    for configuration in plan.dataConfigurations {
      let selection = configuration.dataSelection
      guard selections.insert(selection).inserted else { continue }
      sources += selection.sources.filter { seen.insert($0).inserted }
    }
    return sources
  }

  /// The value that a field has in all runs, and where it comes from; nil if it means nothing here.
  private func describe(_ field: Field) -> (value: String, origin: String)? {
    let values = plan.values(of: field)
    let keys = plan.keys.filter { $0.field == field }
    if let key = keys.first(where: { $0.setting == nil }) {
      return (self.values(of: key), "swept")
    }
    guard let first = values[0] else { return nil }
    if !keys.isEmpty, let value = plan.experiment.settings.value(of: field) {
      return (value.text, origin(of: field))
    }
    if field == .seed {
      return (first.text, plan.experiment.sweep.seeds > 1 ? "and the following" : origin(of: field))
    }
    if field == .split, plan.hasFolds, let value = plan.experiment.settings.value(of: field) {
      return (value.text, value["fold"] == nil ? "each fold in runs of its own" : origin(of: field))
    }
    guard values.allSatisfy({ $0 == first }) else { return ("varies", "with the swept keys") }
    return (first.text, origin(of: field))
  }

  /// The values of a key, each once, the first eight of them.
  private func values(of key: SettingPath) -> String {
    var texts: [String] = []
    for value in plan.values(of: key) where texts.count < 9 {
      if !texts.contains(value.text) { texts.append(value.text) }
    }
    return texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? ", …" : "")
  }

  /// Where the value of a field comes from.
  private func origin(of field: Field) -> String {
    let given = plan.experiment.settings[field]
    if given != nil, given != .text("auto") { return "given" }
    guard field == .task else {
      return field.declaration.standard.value == .text("auto") ? "inferred" : "by default"
    }
    let configuration = plan.runs[0].configuration
    guard let facts = data[configuration.dataset]?.facts else { return "inferred" }
    let inference = Task.inferred(
      from: facts.targets, outputs: configuration.layers.last)
    return "inferred: \(inference.reason)"
  }

  /// Lines for a data set.
  private func dataLines(_ source: DatasetSource) -> [String] {
    guard let dataset = data[source] else { return [] }
    return DataReport(dataset, title: source.title).lines.map { line($0.name, $0.value, $0.origin) }
  }

  /// The first run of each that are given different data.
  private var selections: [RunConfiguration] {
    var found: [DataSelection: RunConfiguration] = [:]
    return plan.dataConfigurations.filter { configuration in
      found.updateValue(configuration, forKey: configuration.dataSelection) == nil
    }
  }

  /// Lines for what the data of a run is made into, and what is suspicious about it.
  ///
  /// - Parameter isAnotherFold: whether another fold has been told of, so that only its rows are counted.
  private func partLines(_ configuration: RunConfiguration, isAnotherFold: Bool) -> [String] {
    let prepared = data.prepared(for: configuration.dataSelection)
    let report = PartReport(prepared, configuration)
    let lines =
      isAnotherFold
      ? Array(report.lines.prefix(1))
      : report.lines + DataWarningReport(prepared, configuration).lines
    return lines.map { line($0.name, $0.value, $0.origin) }
  }

  /// What is counted as parameters.
  private var parameterKinds: String {
    let hasNorms = plan.dataConfigurations.contains { $0.hidden.contains { $0.norm != nil } }
    return hasNorms ? "weights, biases, scales and shifts" : "weights and biases"
  }

  /// The parameter count of the runs, or the smallest and the largest.
  private var parameterCounts: String {
    let counts = plan.dataConfigurations.map(\.parameterCount)
    let (least, most) = counts.reduce((Int.max, 0)) { (min($0.0, $1), max($0.1, $1)) }
    return least == most ? "\(least)" : "\(least) … \(most)"
  }

  /// A line: a key, its value, and in brackets where that comes from.
  private func line(_ name: String, _ value: String, _ origin: String) -> String {
    "  \(DisplayText.left(name, 18))  \(value)  (\(origin))"
  }
}

extension DatasetSource {
  /// What the data is called.
  fileprivate var title: String {
    switch self {
    case .builtIn(let choice): choice.specValue.text
    case .inline: "in the spec"
    case .arrays, .npz, .csv: paths.map { DisplayText.printable($0) }.joined(separator: " and ")
    }
  }
}
