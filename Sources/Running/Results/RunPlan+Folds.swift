public import Experiments

extension RunPlan {
  /// For each of the plan's data configurations the number of the fold that is held back; nil where none is.
  ///
  /// A run has the one of its data configuration.
  public var foldNumbers: [Int?] { dataConfigurations.map { $0.split?.fold?.number } }
}
