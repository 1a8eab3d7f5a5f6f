public import Datasets
public import Experiments
public import RunRecords
public import SystemPackage

extension DataLibrary {
  /// The data of some runs as these are given it, each once.
  ///
  /// - Precondition: the data of every run has been read.
  public func prepared(for configurations: [RunConfiguration]) -> [DataSelection: PreparedData] {
    var prepared: [DataSelection: PreparedData] = [:]
    for configuration in configurations where prepared[configuration.dataSelection] == nil {
      prepared[configuration.dataSelection] = self.prepared(for: configuration)
    }
    return prepared
  }

  /// The data of a run as it is given it.
  ///
  /// - Precondition: the data of the run has been read.
  public func prepared(for configuration: RunConfiguration) -> PreparedData {
    prepared(for: configuration.dataSelection)
  }

  /// The tensors of the files of weights that some runs begin from, by digest; those are missing whose
  /// file has changed since it was planned with.
  public func initialTensors(of configurations: [RunConfiguration]) -> [String: [Tensor]] {
    var tensors: [String: [Tensor]] = [:]
    for configuration in configurations {
      guard case .file(let path, let digest) = configuration.initialization,
        tensors[digest] == nil,
        let contents = try? WeightsFile(path, from: root).contents(),
        contents.facts.digest == digest
      else { continue }
      tensors[digest] = contents.tensors
    }
    return tensors
  }

  /// The folder that paths count from, as one of the whole file system; nil where a plan needs no
  /// file, neither for data nor for weights.
  ///
  /// - Parameter workingFolder: the folder that the library's own root counts from.
  public func absoluteRoot(for plan: RunPlan, workingFolder: FilePath) -> String? {
    let needsFiles = plan.dataConfigurations.contains { configuration in
      if case .file = configuration.initialization { return true }
      return configuration.dataSelection.sources.contains { !$0.paths.isEmpty }
    }
    return needsFiles ? workingFolder.pushing(root).lexicallyNormalized().string : nil
  }
}
