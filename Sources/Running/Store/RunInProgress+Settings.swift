public import Experiments
internal import Files
public import RunRecords
internal import SpecReading
internal import SpecSyntax
internal import SystemPackage

extension RunInProgress {
  /// What the run's own spec gives to each key; nil where that is not to be had.
  public var settings: FieldValues? {
    (try? folder.appending(RunFile.spec).contents()).flatMap { spec in
      try? FieldValues(reading: SourceText(name: RunFile.spec, bytes: spec))
    }
  }
}
