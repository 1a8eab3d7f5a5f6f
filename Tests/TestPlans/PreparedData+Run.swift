public import Datasets
public import Experiments
internal import SystemPackage

extension PreparedData {
  /// The data of a run that needs no file, as the run is given it.
  public init(for configuration: RunConfiguration) throws(DataProblem) {
    var library = DataLibrary(root: "")
    _ = try library.facts(of: configuration.dataset)
    guard let dataset = library[configuration.dataset] else {
      preconditionFailure("what was asked for has been read")
    }
    self.init(dataset, for: configuration.dataSelection)
  }
}
