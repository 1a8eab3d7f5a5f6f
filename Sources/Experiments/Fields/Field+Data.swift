public import Vocabulary

// What is declared of the fields that say which data a run sees.
extension Field {
  /// What the files' content must be.
  private static let digest = Setting(
    "digest", .text, .derived("not checked"),
    "16 letters of the files' content, as a run's own spec has them; other files are refused")

  /// Files of one array each, of a format.
  private static func arrays(_ format: ArrayFiles.Format) -> Shape {
    let path: Shape =
      switch format {
      case .npy: .path(ending: ".npy")
      // MNIST's files end in many ways.
      case .idx: .text
      }
    return .mapping([
      Setting(
        format.rawValue,
        .either([
          path,
          .mapping([
            Setting("inputs", path, .required, "an array with a row of inputs each"),
            Setting("targets", path, .required, "an array with as many rows"),
          ]),
        ]), .required, "one array whose last column is the target, or one of each"),
      digest,
    ])
  }

  /// Data in files of arrays: by their paths alone, and with how they are read.
  static let arrayData: [Shape] =
    (ArrayFiles.Format.allCases.flatMap(\.endings) + [NPZFile.ending]).map(Shape.path)
    + ArrayFiles.Format.allCases.map(arrays) + [
      .mapping([
        Setting("npz", .text, .required, "the path of the archive"),
        Setting("inputs", .text, .required, "the array with a row of inputs each, by its name"),
        Setting("targets", .text, .required, "the array with as many rows"),
        digest,
      ])
    ]

  /// A column of a file, by its name or its place.
  private static let column = Shape.either([.integer(0...1_000_000), .text])

  /// A file of comma-separated values.
  static let csvData = Shape.mapping(csvSettings)

  /// How such a file is read.
  private static let csvSettings = [
    Setting("csv", .text, .required, "the path of the file"),
    Setting(
      "target", .either([.integer(0...1_000_000), .text, .list(of: column, count: 1...10_000)]),
      .derived("the last column"), "the column to learn, or a list of them"),
    Setting(
      "inputs",
      .either([
        .constant(Shape.Entry("all", "every column that is no target")),
        .list(of: column, count: 1...1_000_000),
      ]), .value(.text("all")), "the columns to learn from"),
    Setting("delimiter", .text, .derived("`,`; a tab for .tsv"), "what stands between two fields"),
    Setting("header", .boolean, .value(.boolean(true)), "whether the first line names the columns"),
    Setting(
      "missing", .choice(of: MissingValues.self), .value(.text("error")),
      "what is done about fields that are empty"),
    Setting(
      "categorical", .list(of: column, count: 0...10_000), .derived("those that begin with a text"),
      "columns that are of texts even where these look like numbers"),
    digest,
  ]

  /// More about data.
  static let dataDetails = """
    Rows may stand in the spec: `{inputs: [[0, 0], [0, 1]], targets: [0, 1]}`. A target is a \
    number, or a list of numbers where there are several outputs.

    NumPy's files are named by their path alone, as in `dataset: data/x.npy`, whose last column is \
    then the target, or as `{npy: {inputs: x.npy, targets: y.npy}}`; arrays of an archive by their \
    names in it: `{npz: data.npz, inputs: x, targets: y}`. Files of IDX, as MNIST's are, plain or by \
    gzip, are `{idx: {inputs: train-images-idx3-ubyte.gz, targets: train-labels-idx1-ubyte.gz}}`. The \
    first axis counts the rows, the others together are the columns, in C's order. Elements are \
    bool, integers, float16, float32 or float64, in either order of bytes; one that is not finite, \
    or is a whole number beyond 2^53 that float64 has not, is an error. Paths count from the folder \
    of the spec, or from `--data-root`. What is in the files is part of a run's id.

    A file of comma-separated values is named by its path alone, as in `dataset: data/iris.csv`, or \
    with how it is read: `{csv: data/iris.csv, target: species}`. The first line names the columns, \
    unless `header: false`, where columns are numbers counted from 0. The last column is the \
    target, unless another is named, or several; all others are inputs, unless some are listed. \
    Fields may stand in quotes, as RFC 4180 has it, and lines end with LF or CR LF. A column that \
    begins with a text, and has no more numbers than texts in its first hundred rows, is of texts: \
    among the inputs each of its texts becomes an input of 0 and 1, in the order of their bytes, and \
    as a target each is a class. Any other column is of finite decimal numbers, and anything else in \
    it is an error. `missing: mean` fills in before anything is normalized. What was found, and a \
    digest of the file, is in each run's own spec.

    What a built-in set draws depends on its own `seed` and nothing else.
    """

  /// What `dataset` takes.
  static let sources =
    [
      .choice(of: BuiltInDataset.self), .path(ending: ".csv"), .path(ending: ".tsv"), inlineData,
      csvData,
    ] + arrayData

  /// Any source of data beside other data, whose columns a file of comma-separated values has.
  private static let heldSources =
    [
      Shape.mapping(
        csvSettings.filter { !["target", "inputs", "categorical"].contains($0.name) })
    ] + sources.filter { $0 != csvData }

  /// A share of the rows, or any source of data.
  private static let holding = Shape.either([.number(share)] + heldSources)

  /// Any source of new rows for a trained network: whatever there is, as nobody has said what it must
  /// hash to.
  public static let newRows = Shape.either(
    heldSources.map { shape in
      guard case .mapping(let settings) = shape else { return shape }
      return .mapping(settings.filter { $0 != digest })
    })

  /// The keys of `split`.
  static let splitMembers = [
    Setting(
      "validation", holding, .absent,
      "what is held back to watch the training by: a share of the rows, or data of its own"),
    Setting(
      "test", holding, .absent,
      "what is held back for the last word: a share of the rows, or data of its own"),
    Setting(
      "folds", .integer(2...10_000), .absent,
      "into how many parts the rows are dealt, each of which is held back for validation once"),
    Setting(
      "fold", .integer(1...10_000), .derived("each of them, in runs of their own"),
      "the one of them that is held back, counted from 1"),
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

    `folds: 5` makes five runs of one, each of which holds back another fifth of the rows for \
    validation: what `aggregate.csv` then has is their mean and spread. One of them alone is \
    `{folds: 5, fold: 1}`. A `test` beside them is drawn first, and is the same for all. Folds differ \
    by one row at most, and stratified also by one row of each class.

    Data of its own is any source that `dataset` can be, such as `{validation: data/late.csv}`. The \
    columns of a file of comma-separated values are then found by the names that they have in the \
    file for training, its texts mean what they mean there, and one that is not there is an error.
    """

  /// The declaration of `normalize_targets`.
  static let normalizeTargetsDeclaration = Declaration(
    .choice(of: TargetNormalization.self), .off(.text("none")),
    "how the targets of a regression are shifted and scaled",
    details: """
      The constants are those of the training rows, in float64, and a column that is constant there is \
      only shifted. Losses are of the scaled targets; metrics and predictions are in the units of the \
      data.
      """,
    otherNames: ["normalise_targets", "scale_targets", "target_scaler"],
    example: .text("none"))

  /// The declaration of `class_weight`.
  static let classWeightDeclaration = Declaration(
    .either([
      .choice(of: ClassWeighting.self), .labels(of: .number(.positive)),
    ]), .off(.text("none")),
    "how much the rows of each class count in training",
    details: """
      What a row adds to the gradient is multiplied by the weight of its class. `{setosa: 2}` counts \
      the rows of one class twice; a class that is not named counts once. Classes without names are \
      whole numbers from 0 up. Reported losses and metrics count every row once, so that runs with other \
      weights can be compared.
      """,
    otherNames: ["class_weights", "sample_weight", "pos_weight"],
    example: .text("balanced"))

  /// One number that all inputs are divided by.
  static let divisor = Shape.mapping([
    Setting("divide", .number(.positive), .required, "what every input is divided by: 255")
  ])

  /// More about normalization.
  static let normalizeDetails = """
    `{divide: 255}` divides every input by one number. Inputs that stand for a text stay 0 and 1. \
    The constants of `standard` and `minmax` are those of the training rows alone, in float64; a \
    column that is constant there is only shifted, to 0. Targets stay as they are, but for \
    `normalize_targets`.
    """
}

extension Shape {
  /// Whether a source of data may be written.
  public var takesData: Bool {
    if case .either(let shapes) = self { shapes.contains(Field.inlineData) } else { false }
  }

  /// What else may be written where a source of data may be.
  public var alternativesToData: [Shape] {
    if case .either(let shapes) = self { shapes.filter(\.isNumber) } else { [] }
  }

  /// Whether it is a number.
  private var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
