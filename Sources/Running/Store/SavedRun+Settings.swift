public import Experiments
public import RunRecords
internal import SpecReading
internal import SpecSyntax

extension SavedRun {
  /// What the run's own spec gives to each key, in the order of the documentation.
  ///
  /// - Throws: where the spec is not as the run left it.
  public func settings() throws(Fault) -> FieldValues {
    let spec = try contents(of: RunFile.spec)
    guard let settings = try? FieldValues(reading: SourceText(name: RunFile.spec, bytes: spec))
    else {
      throw .altered(RunFile.spec)
    }
    return settings
  }
}
