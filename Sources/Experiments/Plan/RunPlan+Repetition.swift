extension RunPlan {
  /// Whether each configuration is trained with several seeds.
  public var hasSeeds: Bool { experiment.sweep.seeds > 1 }

  /// What configurations are repeated over, in a word or two; nil where each is one run.
  public var repetition: String? {
    switch (hasFolds, hasSeeds) {
    case (true, true): "folds and seeds"
    case (true, false): "folds"
    case (false, true): "seeds"
    case (false, false): nil
    }
  }
}

extension RunPlan.Run {
  /// The number of the fold that is held back; empty where none is.
  public var fold: String { configuration.split?.fold.map { String($0.number) } ?? "" }
}
