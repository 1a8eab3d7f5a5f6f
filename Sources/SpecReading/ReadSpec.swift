public import Experiments
public import SpecSyntax
internal import Vocabulary

/// A spec that has been read and planned: every value is sound, and so is every run.
public struct ReadSpec: Sendable {
  /// What the spec says, and every run that it makes.
  public let plan: RunPlan
  /// What is worth a look, though it keeps nothing from running.
  public let warnings: [Diagnostic]

  /// Reads a spec and plans its runs.
  ///
  /// - Parameters:
  ///   - source: the spec's text.
  ///   - stem: the file's name without its ending: the experiment's name where the spec gives none.
  ///   - overrides: values set from outside, in order.
  ///   - facts: what is known of a data set; asked once for each that the sweep takes.
  ///   - weights: what is known of a file of initial weights; asked once for each path.
  /// - Throws: every mistake of the spec.
  public init(
    _ source: SourceText, stem: String, overrides: [SyntaxOverride] = [],
    facts: (DatasetSource) throws(DataProblem) -> DataFacts,
    weights: WeightsFacts.Lookup = WeightsFacts.noFiles
  ) throws(DiagnosticError) {
    var log = DiagnosticLog()
    guard let written = SyntaxTree(recovering: source, reportingTo: &log) else {
      try log.throwIfErrors()
      preconditionFailure("a text without a tree has an error")
    }
    let tree = written.overridden(by: overrides, reportingTo: &log)
    let reader = SpecReader(tree, log: log)
    log = reader.values.log

    let experiment = Experiment(reader, stem: stem, reportingTo: &log)
    let planning = Planning(reader: reader)
    let plan = planning.plan(experiment, facts: facts, weights: weights, reportingTo: &log)
    try log.throwIfErrors()
    guard let plan else { preconditionFailure("a spec without a plan has an error") }
    self.plan = plan
    self.warnings = log.diagnostics
  }
}

extension Experiment {
  /// What a reader found, with the name that the spec or its file gives.
  fileprivate init(_ reader: SpecReader, stem: String, reportingTo log: inout DiagnosticLog) {
    if reader.sites.fields[.name] == nil, !isFolderName(stem) {
      log.insert(.badStem(stem, at: reader.sites.start))
    }
    self.init(
      name: reader.settings[.name].flatMap(\.asText) ?? stem,
      description: reader.settings[.description].flatMap(\.asText),
      settings: reader.settings, sweep: reader.sweep,
      onDivergence: reader.settings.value(of: .onDivergence)
        .flatMap(Choice<DivergenceHandling>.init)?.word ?? .fail,
      expectations: reader.expectations)
  }
}
