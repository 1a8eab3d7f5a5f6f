import Datasets
import Experiments
import SystemPackage
import TestSupport
import Testing
import Vocabulary

/// A built-in data set with settings.
func made(_ name: String, _ settings: [(name: String, value: SpecValue)] = []) throws -> Dataset {
  let members = settings.map { SpecValue.Member($0.name, $0.value) }
  return Dataset(
    try #require(
      Choice<BuiltInDataset>(.mapping([SpecValue.Member("name", .text(name))] + members))))
}

/// The data of files, whose paths count from the corpus's folder of data or another.
func read(
  _ paths: NPYFiles.Paths, digest: String? = nil, root: String = corpusDataFolder
) throws(DataProblem) -> Dataset {
  let source = DatasetSource.npy(NPYFiles(paths, digest: digest))
  var library = DataLibrary(root: FilePath(root))
  _ = try library.facts(of: source)
  guard let dataset = library[source] else { preconditionFailure("it has been read") }
  return dataset
}

/// Numbers as float32 has them.
func rounded(_ numbers: [Double]) -> [Double] { numbers.map { Double(Float($0)) } }
