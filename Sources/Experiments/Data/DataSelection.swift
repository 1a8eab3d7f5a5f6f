/// The part of a configuration that decides which numbers a network is given: runs that share it
/// share the data in memory.
public struct DataSelection: Hashable, Sendable {
  /// Where the data comes from.
  public let source: DatasetSource
  /// How its rows are dealt out; nil where all are for training.
  public let split: Split?
  /// How its inputs are shifted and scaled; nil where they stay as they are.
  public let normalization: InputNormalization?
  /// Whether its targets are shifted and scaled.
  public let normalizesTargets: Bool

  /// Creates a selection.
  public init(
    _ source: DatasetSource, split: Split? = nil, normalization: InputNormalization? = nil,
    normalizesTargets: Bool = false
  ) {
    self.source = source
    self.split = split
    self.normalization = normalization
    self.normalizesTargets = normalizesTargets
  }
}

extension DataSelection {
  /// The same for all folds of a data set.
  public var withoutFold: DataSelection {
    DataSelection(
      source, split: split?.withoutFold, normalization: normalization,
      normalizesTargets: normalizesTargets)
  }

  /// Every source, that for training first.
  public var sources: [DatasetSource] {
    [source, split?.validation?.source, split?.test?.source].compactMap(\.self)
  }
}

extension RunConfiguration {
  /// What the run is given of which data.
  public var dataSelection: DataSelection {
    DataSelection(
      dataset, split: split, normalization: normalization, normalizesTargets: normalizesTargets)
  }
}
