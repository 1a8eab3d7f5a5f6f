import Experiments
import SpecReading
import SpecSyntax
import Vocabulary

/// Reads a spec, with arguments of `--set`.
func read(
  _ text: String, stem: String = "test", set arguments: [String] = []
) throws(DiagnosticError) -> ReadSpec {
  var log = DiagnosticLog()
  let overrides = arguments.compactMap {
    SyntaxOverride(parsing: SourceText(name: "--set", text: $0), reportingTo: &log)
  }
  try log.throwIfErrors()
  return try ReadSpec(
    SourceText(name: "spec.yaml", text: text), stem: stem, overrides: overrides, facts: facts)
}

/// What is wrong with a spec, each as `place: message`; the place is in the spec or in `--set`.
func mistakes(in text: String, stem: String = "test", set arguments: [String] = []) -> [String] {
  do {
    _ = try read(text, stem: stem, set: arguments)
    return []
  } catch {
    return error.diagnostics.map { "\($0.site.map(place) ?? ""): \($0.message)" }
  }
}

/// A site as `line:column`, with the source's name where it is not the spec.
private func place(_ site: SourceSite) -> String {
  let position = "\(site.range.lowerBound.line):\(site.range.lowerBound.column)"
  return site.source.name == "spec.yaml" ? position : "\(site.source.name):\(position)"
}

/// What a data set is like.
func facts(of source: DatasetSource) -> DataFacts {
  switch source {
  case .inline(let inputs, let targets):
    return DataFacts(
      rows: inputs.count, inputs: inputs[0].count,
      targets: DataFacts.Targets(targets.flatMap(\.self), columns: targets[0].count))
  case .builtIn(let choice):
    let bits = choice.word == .parity ? choice.integer("bits") : 2
    let ones = (0..<(1 << bits)).map(\.nonzeroBitCount)
    let targets = ones.map { count in
      switch choice.word {
      case .xor, .parity: Double(count % 2)
      case .and: count == bits ? 1.0 : 0
      case .or: count > 0 ? 1.0 : 0
      }
    }
    return DataFacts(
      rows: ones.count, inputs: bits, targets: DataFacts.Targets(targets, columns: 1))
  }
}

/// A spec of one run that is sound, with other lines after it.
func spec(_ lines: String...) -> String {
  let five = [
    "dataset: xor", "layers: [2, 4, 1]", "activation: tanh", "learning_rate: 1", "epochs: 9",
  ]
  let keys = lines.map { $0.prefix { $0 != ":" } }
  let kept = five.filter { line in !keys.contains(line.prefix { $0 != ":" }) }
  return (kept + lines).joined(separator: "\n") + "\n"
}
