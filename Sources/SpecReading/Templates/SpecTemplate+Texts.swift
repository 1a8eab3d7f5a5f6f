// What `nn-run init` writes: specs that teach by their comments. Each line that begins with "# "
// and a key becomes a part of the spec when these two characters go.
extension SpecTemplate {
  /// The smallest spec.
  static let xorSpec = """
    # Exclusive or: 1 where the two inputs differ. The smallest problem that needs a hidden layer.
    # Five keys are enough; `nn-run explain` lists all others, and `nn-run explain KEY` explains one.

    # The data: a built-in set, as here; a file, such as data.csv; or rows that stand in the spec.
    dataset: xor

    # How many units each layer has: two inputs, one hidden layer of four, one output.
    layers: [2, 4, 1]

    # The function after each hidden layer.
    activation: tanh

    # The size of a step along the gradient: too small is slow, too large never settles.
    learning_rate: 0.5

    # How often training goes through the data.
    epochs: 1000

    # To try: take away the "# " before one of these lines, and run the spec again.
    # optimizer: adam
    # seed: 7
    # sweep: {seeds: 10}

    """

  /// A spec for a file of comma-separated values.
  static func csvSpec(data: String) -> String {
    """
    # Who passes an exam? Learned from \(data), a file of comma-separated values
    # that can be replaced by another. `nn-run check` says what was found in it.

    # The first line of the file names its columns; the last column is what is learned.
    dataset: {csv: \(data), target: passed}

    # A quarter of the rows is held back: the scores of these, called val_…, are those that count.
    split: {validation: 0.25}

    # Columns of numbers are shifted and scaled to a mean of 0 and a deviation of 1.
    normalize: standard

    # The sizes of the first and the last layer are taken from the data.
    layers: [auto, 8, auto]
    activation: tanh

    # How steps are made, how large they are, and how many rows each of them looks at.
    optimizer: adam
    learning_rate: 0.02
    batch_size: 8
    epochs: 100

    # To try: take away the "# " before one of these lines, and run the spec again.
    # metrics: [accuracy, f1, auc]
    # early_stopping: {monitor: val_loss, patience: 20}
    # save: [model, predictions]

    """
  }

  /// The file that goes with it.
  static let csvData = """
    hours,sleep,course,passed
    2.4,6.7,maths,no
    9.2,6.4,music,yes
    0.7,4.1,maths,no
    2.6,5.2,music,no
    4.7,8.2,maths,no
    4.0,8.3,art,yes
    6.3,8.3,music,yes
    3.9,4.1,art,no
    1.6,8.8,art,no
    3.0,4.2,maths,no
    4.7,7.6,maths,no
    7.1,8.6,maths,yes
    7.3,6.9,art,yes
    8.8,4.5,art,yes
    4.9,5.3,music,no
    4.4,7.1,maths,no
    4.2,8.2,music,yes
    3.5,6.9,music,no
    2.3,5.7,art,no
    8.6,9.0,music,yes
    7.0,7.5,maths,yes
    9.6,8.5,music,yes
    1.0,7.3,music,no
    8.3,6.9,maths,yes
    1.2,6.4,music,no
    9.9,4.4,art,yes
    4.1,4.8,maths,no
    4.3,6.1,art,yes
    0.4,7.1,art,no
    3.8,6.9,music,no
    8.8,8.9,music,yes
    2.4,4.2,art,no
    0.8,7.0,art,no
    9.5,8.9,maths,yes
    6.1,4.8,art,yes
    9.8,5.7,maths,yes
    9.6,8.5,maths,yes
    3.8,8.3,maths,no
    6.4,7.0,music,yes
    1.0,8.9,music,no
    2.7,7.2,music,no
    2.4,5.5,maths,no
    5.2,6.7,art,yes
    7.9,8.9,maths,yes
    0.2,7.1,music,no
    1.3,7.2,maths,no
    4.7,7.4,maths,no
    6.1,5.4,maths,no

    """

  /// A spec of many runs.
  static let sweepSpec = """
    # Which step is the right one, and is momentum worth it? One spec, many runs: every combination of
    # the values below is trained, each with several seeds. `nn-run plan` lists them beforehand.
    dataset: xor
    layers: [2, 4, 1]
    activation: tanh
    epochs: 300

    sweep:
      parameters:
        # A list: these values.
        optimizer.momentum: [0, 0.9]
        # A range: four values from 0.01 to 1, each the same multiple of the one before.
        learning_rate: {log: [0.01, 1], count: 4}
      # Combinations that are left out.
      exclude:
        - {optimizer.momentum: 0.9, learning_rate: 1}
      # How often each combination is trained: chance decides the initial weights.
      seeds: 5
      # What tells a good run from a bad one.
      rank_by: {metric: train_loss}

    """
}
