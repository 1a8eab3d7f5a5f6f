import Datasets
import Experiments
import SpecReading
import SpecSyntax
import SystemPackage
import TestSupport
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
    SourceText(name: "spec.yaml", text: text), stem: stem, overrides: overrides, facts: facts,
    weights: weights)
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

/// What a data set is like; paths count from the corpus's folder of data.
func facts(of source: DatasetSource) throws(DataProblem) -> DataFacts {
  var library = DataLibrary(root: FilePath(corpusDataFolder))
  return try library.facts(of: source)
}

/// What is known of a file of weights: `2-4-1.safetensors`, in any folder, fits layers of these sizes.
func weights(_ path: String) throws(WeightsFacts.Unreadable) -> WeightsFacts {
  let file = path.split(separator: "/").last.map { $0[...] } ?? ""
  var tensors: [WeightsFacts.Tensor] = []
  func add(_ inputs: Int, _ units: Int) {
    let layer = "layers.\(tensors.count / 2)"
    tensors.append(WeightsFacts.Tensor("\(layer).weight", shape: [units, inputs]))
    tensors.append(WeightsFacts.Tensor("\(layer).bias", shape: [units]))
  }
  let sizes = file.prefix { $0 != "." }.split(separator: "-").compactMap { Int($0) }
  if file == "others.safetensors" {
    add(2, 8)
    add(8, 1)
    tensors.append(WeightsFacts.Tensor("fc2.weight", shape: [1]))
  } else if sizes.count > 1, file.hasSuffix(".safetensors") {
    for (inputs, units) in zip(sizes, sizes.dropFirst()) { add(inputs, units) }
  } else {
    throw WeightsFacts.Unreadable("no such file")
  }
  return WeightsFacts(bytes: Array(path.utf8), tensors: tensors)
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
