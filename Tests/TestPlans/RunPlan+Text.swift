internal import Datasets
public import Experiments
internal import SpecReading
public import SpecSyntax

extension RunPlan {
  /// The plan of a spec's text, as `nn-run` makes it; warnings are passed over.
  public init(spec text: String, name: String = "test") throws(DiagnosticError) {
    let source = SourceText(name: "\(name).yaml", text: text)
    self = try ReadSpec(source, stem: name, facts: { Dataset($0).facts }).plan
  }
}
