public import Vocabulary

// What is declared of the key that says what results must be.
extension Field {
  /// The declaration of `expect`.
  static let expectDeclaration = Declaration(
    .list(of: .mapping(expectationMembers), count: 0...Int.max), .absent, role: .batch,
    "what must hold of the results, or the exit code is 1",
    details: """
      Each item names a score, as the columns of summary.csv do, and the least or the greatest that \
      it may be. It is looked at when all runs have ended: in every run, in the best one (`of: \
      best_run`), or in what runs come to that repeat each other (`over: seeds`); with `where` only \
      in runs that have these values of swept keys. Runs that do not measure the score are passed \
      over. A run that failed or diverged meets no bound. `digest` stands for every bit of a run's \
      results: `{metric: digest, of: best_run, is: kqzvpmnwtsrqolky}`. `nn-run expect SPEC` prints \
      what would hold of the results as they are.
      """,
    otherNames: ["expects", "expectations", "assert", "asserts", "checks"],
    example: .list([
      .mapping([
        SpecValue.Member("metric", .text("train_loss")), SpecValue.Member("max", .number(0.7)),
      ])
    ]))

  /// The keys of an item of `expect`.
  public static let expectationMembers = [
    member(
      .metric, .choice(kind: "score", metricWords), .required,
      "a score, such as train_loss; or digest, the 16 letters that stand for every bit of a run"),
    member(
      .at, .choice(of: Expectation.Moment.self), .value(.text(Expectation.Moment.saved.name)),
      "when it is measured; scores of the test rows are only of the saved weights"),
    member(
      .of, .choice(of: Expectation.Choosing.self), .derived("every run"), "which run is measured"),
    member(
      .over, .choice(of: Expectation.Repetition.self), .derived("each run by itself"),
      "which runs are measured together, by `stat`"),
    member(
      .stat, .choice(of: Expectation.Statistic.self),
      .value(.text(Expectation.Statistic.mean.name)), "what the scores of these runs come to"),
    member(
      .where, .configuration, .absent,
      "which runs are looked at: those that have these values, such as {learning_rate: 0.1}"),
    member(.min, .number(.all), .absent, "the least that it may be"),
    member(.max, .number(.all), .absent, "the greatest that it may be"),
    member(.is, .text, .absent, "the digest that it must be"),
  ]

  /// What can be expected something of.
  private static let metricWords =
    Expectation.scores.map { score in
      let (part, quantity) = (score.part, score.quantity)
      return Shape.Entry(
        score.name, "the \(quantity.name) of the \(part.title) rows",
        otherNames: ["\(part.title)_\(quantity.name)"] + (part == .train ? [quantity.name] : []))
    } + [Shape.Entry(Expectation.digest, "the 16 letters that stand for every bit of a run")]

  private static func member(
    _ key: Expectation.Key, _ shape: Shape, _ standard: Standard, _ summary: String
  ) -> Setting {
    Setting(key.rawValue, shape, standard, summary)
  }
}
