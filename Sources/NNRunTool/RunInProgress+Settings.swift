internal import Experiments
internal import Files
internal import RunRecords
internal import SpecReading
internal import SpecSyntax
internal import SystemPackage
internal import Vocabulary

extension RunInProgress {
  /// What the run's own spec gives to each key; nil where that is not to be had.
  var settings: Settings? {
    (try? folder.appending(RunFile.spec).contents()).flatMap { spec in
      try? Settings(reading: SourceText(name: RunFile.spec, bytes: spec))
    }
  }
}

extension Settings {
  /// The epoch at which training ends unless it stops early; nil where the settings do not say so.
  var lastEpoch: Int? { self[.stopAt]?.asInteger ?? self[.epochs]?.asInteger }
}
