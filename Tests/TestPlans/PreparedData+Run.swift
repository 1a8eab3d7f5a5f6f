public import Datasets
public import Experiments
internal import SystemPackage

extension PreparedData {
  /// The data of a run that needs no file, as the run is given it.
  public init(for configuration: RunConfiguration) throws(DataProblem) {
    var library = DataLibrary(root: "")
    for source in configuration.dataSelection.sources { _ = try library.facts(of: source) }
    self = library.prepared(for: configuration.dataSelection)
  }
}
