internal import Vocabulary

// The values of fields that are mappings of their own.
extension Field {
  /// Rows of numbers that stand in the spec.
  static let inlineData = Shape.mapping([
    Setting(
      "inputs", .list(of: .list(of: .number(.all), count: 1...100_000), count: 1...100_000),
      .required, "one list of numbers for each row"),
    Setting(
      "targets",
      .list(
        of: .either([.number(.all), .list(of: .number(.all), count: 1...100_000)]),
        count: 1...100_000),
      .required, "one number, or one list of numbers, for each row"),
  ])

  /// The keys of `sweep`.
  static let sweepMembers = [
    Setting(
      "parameters", .axes, .absent,
      "for each key a list of values, `{linear: [from, to], count: n}` or `{log: [from, to], count: n}`"
    ),
    Setting(
      "exclude", .configurations, .absent,
      "combinations of values that are left out: a list of mappings such as `{learning_rate: 1}`"),
    Setting(
      "seeds", .integer(1...1_000_000), .value(.integer(1)),
      "how many seeds each configuration is trained with: seed, seed + 1, …"),
    Setting(
      "rank_by",
      .mapping([
        Setting("metric", .text, .required, "a score, such as train_loss"),
        Setting(
          "goal", .choice(of: Goal.self), .derived("the score's own"), "which way is better"),
      ]), .derived("{metric: train_loss}"), "what the runs are ranked by"),
    Setting(
      "max_runs", .integer(1...Int.max), .value(.integer(10_000)),
      "a larger plan is refused"),
  ]
}
