internal import RunRecords
internal import SystemPackage

extension ExitError {
  /// An end because a run is not to be had as it was left; told now.
  init(_ fault: SavedRun.Fault, _ folder: FilePath) {
    switch fault {
    case .file(let error): self.init(.noInput, "\(error)")
    case .noRun: self.init(.noInput, "\(folder) is no folder of a run that has finished")
    case .missing(let name):
      self.init(
        .noInput, "\(folder.appending(name)) is missing; run the spec again to train it anew")
    case .altered(let name):
      self.init(
        .badSpec,
        "\(folder.appending(name)) is not as the run left it; run the spec again to train it anew")
    }
  }
}
