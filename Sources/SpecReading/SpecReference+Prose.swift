internal import Experiments
internal import SpecSyntax

// What the reference says beside the table of fields. Every YAML block is a whole spec.
extension SpecReference {
  /// What a spec is.
  static let introduction = """
    # The spec

    <!-- Made from the table of fields by `make docs`; changes belong there. -->

    An experiment is one YAML file, the spec. Five keys are enough:

    ```yaml
    dataset: xor
    layers: [2, 4, 1]
    activation: sigmoid
    learning_rate: 0.5
    epochs: 5000
    ```

    Every other key has a default. `nn-run check FILE` says what was inferred from the data, \
    `nn-run plan FILE` lists the runs that a spec makes, and `nn-run explain KEY` shows what this \
    page says of a key.

    Data may stand in the spec itself, one list of inputs and one target for each row:

    ```yaml
    dataset:
      inputs: [[0, 0], [0, 1], [1, 0], [1, 1]]
      targets: [0, 1, 1, 1]
    layers: [2, 1]
    learning_rate: 1
    epochs: 100
    ```
    """

  /// What is told at the end of a key's section.
  static let prose: [Field: String] = [.sweep: sweepProse, .expect: expectProse]

  /// How a sweep works.
  private static let sweepProse = """
    ### How a sweep makes runs

    ```yaml
    dataset: xor
    layers: [2, 4, 1]
    activation: tanh
    epochs: 2000
    sweep:
      parameters:
        learning_rate: {log: [0.01, 1], count: 5}
        optimizer.momentum: [0, 0.9]
      exclude:
        - {learning_rate: 1, optimizer.momentum: 0.9}
      seeds: 3
      rank_by: {metric: train_loss}
    ```

    Five learning rates times two momenta, less the one that is excluded, are 9 configurations; \
    with 3 seeds each they are 27 runs.

    - A swept key need not stand outside the sweep as well; where it does, the sweep's values count.
    - The values of a key are a list, or for numbers a range: `{linear: [from, to], count: n}` has \
    equal differences, `{log: [from, to], count: n}` equal ratios. Both ends belong to it, as \
    values, never as exponents; those between are rounded to 12 significant digits.
    - Words and lists are swept like numbers: `layers: [[2, 2, 1], [2, 8, 1]]`, `dataset: [and, or, \
    xor]`, `optimizer: [sgd, {name: sgd, momentum: 0.9}]`. A setting of the word that a key has is \
    swept by its own key: `optimizer.momentum`. `none` among the values of a key that may have \
    none leaves it out: `clip_norm: [none, 1]`.
    - Runs are in the order of the product, the last key changing fastest, then by fold, then by \
    seed. `seeds: 3` \
    takes `seed`, `seed + 1` and `seed + 2`.
    - Keys that move together stand in a group of `zip`, each with equally many values: \
    `zip: [{batch_size: [16, 64], epochs: [400, 100]}]` has two pairs, each with every combination \
    of the rest. Groups come after the parameters.
    - An exclusion leaves out every combination that has all of its values.
    - `include` adds configurations beside the combinations, at the end of the plan and over seeds \
    and folds like the others: `include: [{learning_rate: 5}, {optimizer: adam}]`. What one does \
    not give is as outside the sweep.
    - `method: random` draws `samples` configurations in place of every combination: numbers from \
    `{uniform: [from, to]}`, `{log_uniform: [from, to]}` (the ends as values, never as exponents) \
    or `{int_uniform: [from, to]}` (both ends included), anything from a list, and one row for all \
    keys of a group. A draw depends on the spec's `seed`, the key and its number alone: other keys \
    or more samples leave it as it is.
    - Runs that come out the same are listed and trained once, with a warning. A configuration must \
    not have only some of its runs in common with an earlier one, such as all folds after one of \
    them: its means would be over the others alone.
    - A sweep of more than `max_runs` runs is refused at once.
    """

  /// How expectations are written.
  private static let expectProse = """
    ### What can be expected

    ```yaml
    dataset: moons
    split: {validation: 0.2, test: 0.2}
    layers: [2, 8, 1]
    activation: tanh
    epochs: 50
    sweep: {parameters: {learning_rate: [0.1, 1]}, seeds: 3}
    expect:
      - {metric: train_loss, max: 0.4}
      - {metric: val_accuracy, at: best, min: 0.8}
      - {metric: val_loss, over: seeds, stat: mean, max: 0.35, where: {learning_rate: 1}}
      - {metric: test_loss, of: best_run, max: 0.4}
      - {metric: digest, of: best_run, is: kqzvpmnwtsrqolky}
    ```

    - The first looks at every run: the loss of its saved weights must be at most 0.4. Bounds belong to \
    what is allowed, and both can be given.
    - The second takes the row of the best epoch from each run's loss curve; `last` takes its last row.
    - The third is the mean over the seeds of each configuration, of those alone that have the learning \
    rate 1.
    - The fourth looks at the run that `rank_by` puts first.
    - The last holds only if every bit of the best run is the same as when its digest was written \
    down: a golden result.
    - Bounds that no value of a score could meet, scores that no run measures, and conditions that \
    no run meets are mistakes of the spec. [Expectations.md](Expectations.md) says how outcomes \
    are told.
    """

  /// How values are read.
  static let readingRules = """
    ## Rules of reading

    - **The key decides the type of its value.** `1e-3` is a number, and for whole numbers `1e3` is \
    1000. Only `true` and `false` are true and false. What stands in quotes is never a number.
    - **Numbers** have decimal digits, a point and an exponent, as in `-0.5`, `.5` and `1e-3`. \
    Infinities, `.nan`, `1_000`, `0x10` and what is too large are errors; −0 is 0.
    - **`none`** may be written wherever it is the default.
    - **A word with settings** is a mapping with `name`: `{name: sgd, momentum: 0.9}`.
    - **Anchors** (`&name`), aliases (`*name`) and merges (`<<: *name`) work. Keys that begin with \
    `x-` are ignored: a place for anchors.
    - **Errors**: unknown keys, keys given twice, several documents in one file, and tags (`!!str`). \
    All mistakes of a file are shown at once, each with its line and column; nothing is trained \
    while one stands.
    - **Limits**: \(SyntaxLimits.standard.bytes >> 20) MiB, \(SyntaxLimits.standard.depth) lists and \
    mappings inside each other, \(SyntaxLimits.standard.nodes) values with every alias counted.
    - **`--set key=value`** on the command line replaces a value before anything is checked; a dot \
    leads inside, as in `--set optimizer.momentum=0.9`. A swept key cannot be set, but its axis \
    can: `--set 'sweep.parameters.learning_rate=[0.1, 1]'`.
    - **A run's id** is made of all that decides its results, with every default and `auto` \
    resolved. `name`, `description`, `sweep`, `expect`, `on_divergence` and `x-…` have no part in it, and \
    `0.10`, `1e-1` and `0.1` are one value.
    """
}
