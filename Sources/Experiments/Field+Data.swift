internal import Vocabulary

// What is declared of the fields that say which data a run sees.
extension Field {
  /// Files of arrays.
  static let npyData = Shape.mapping([
    Setting(
      "npy",
      .either([
        .path(ending: ".npy"),
        .mapping([
          Setting("inputs", .path(ending: ".npy"), .required, "an array with a row of inputs each"),
          Setting("targets", .path(ending: ".npy"), .required, "an array with as many rows"),
        ]),
      ]), .required, "one array whose last column is the target, or one of each"),
    Setting(
      "digest", .text, .derived("not checked"),
      "16 letters of the files' content, as a run's own spec has them; other files are refused"),
  ])

  /// More about data.
  static let dataDetails = """
    Rows may stand in the spec: `{inputs: [[0, 0], [0, 1]], targets: [0, 1]}`. A target is a \
    number, or a list of numbers where there are several outputs.

    NumPy's files are named by their path alone, as in `dataset: data/x.npy`, whose last column is \
    then the target, or as `{npy: {inputs: x.npy, targets: y.npy}}`. The first axis counts the \
    rows, the others together are the columns. Elements are float32, float64, bool or integers, \
    little-endian and in C order, as `numpy.save` writes them on most machines; one that is not \
    finite, or is a whole number beyond 2^53 that float64 has not, is an error. Paths count from \
    the folder of the spec, or from `--data-root`. What is in the files is part of a run's id.

    What a built-in set draws depends on its own `seed` and nothing else.
    """

  /// The keys of `split`.
  static let splitMembers = [
    Setting(
      "validation", .number(share), .absent,
      "the share of the rows that is held back to watch the training by"),
    Setting(
      "test", .number(share), .absent, "the share of the rows that is held back for the last word"),
    Setting(
      "stratify", .boolean, .derived("true for binary and multiclass"),
      "whether each part has its share of every class"),
    Setting(
      "seed", .integer(0...Int.max), .value(.integer(0)),
      "the number that keys which rows go where; never the run's `seed`"),
  ]

  /// A part of a whole.
  private static let share = Interval(.excluded(0), .excluded(1))

  /// More about splits.
  static let splitDetails = """
    A part has its share of the rows, rounded to a whole number, halves up; training has what is \
    left, and no part may be empty. Test rows are drawn first, so that they stay the same whatever \
    `validation` is. Stratified, every class gives each part its share of what the part has, rounded \
    down, and the classes with the largest remainders one row more; the last row of a class stays \
    for training where it can. Regression and multilabel targets are not stratified.
    """

  /// One number that all inputs are divided by.
  static let divisor = Shape.mapping([
    Setting("divide", .number(.positive), .required, "what every input is divided by: 255")
  ])

  /// More about normalization.
  static let normalizeDetails = """
    `{divide: 255}` divides every input by one number. The constants of `standard` and `minmax` are \
    those of the training rows alone, in float64; a column that is constant there is only shifted, \
    to 0. Targets stay as they are.
    """
}
