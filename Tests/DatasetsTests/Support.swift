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
  _ paths: ArrayFiles.Paths, _ format: ArrayFiles.Format = .npy, digest: String? = nil,
  root: String = corpusDataFolder
) throws(DataProblem) -> Dataset {
  try read(.arrays(ArrayFiles(format, paths, digest: digest)), root: root)
}

/// Two arrays of an archive.
func read(
  npz path: String, _ inputs: String = "x", _ targets: String = "y",
  root: String = corpusDataFolder
) throws(DataProblem) -> Dataset {
  let arrays = NPZFile.Arrays(inputs: inputs, targets: targets)
  return try read(.npz(NPZFile(path, arrays)), root: root)
}

/// The data of a source, whose paths count from a folder.
func read(_ source: DatasetSource, root: String) throws(DataProblem) -> Dataset {
  var library = DataLibrary(root: FilePath(root))
  _ = try library.facts(of: source)
  guard let dataset = library[source] else { preconditionFailure("it has been read") }
  return dataset
}

/// Numbers as float32 has them.
func rounded(_ numbers: [Double]) -> [Double] { numbers.map { Double(Float($0)) } }
