internal import Datasets
public import Experiments
internal import SpecReading
public import SpecSyntax
internal import SystemPackage

extension RunPlan {
  /// The plan of a spec's text, as `nn-run` makes it; warnings are passed over.
  public init(spec text: String, name: String = "test") throws(DiagnosticError) {
    let source = SourceText(name: "\(name).yaml", text: text)
    var data = DataLibrary(root: "")
    self = try ReadSpec(
      source, stem: name,
      facts: { (source) throws(DataProblem) in try data.facts(of: source) }
    ).plan
  }
}

/// The plan of a spec that must be sound.
public func plan(_ text: String, stem: String = "spec") throws -> RunPlan {
  try RunPlan(spec: text, name: stem)
}
