public import Experiments

extension RunPlan {
  /// For each of the plan's representatives the number of the fold that is held back; nil where none is.
  ///
  /// A run has the one of its representative.
  public var foldNumbers: [Int?] { representatives.map { $0.split?.fold?.number } }
}
