import Experiments
import Vocabulary

/// The facts of data with the targets of exclusive or, or others in one column.
func facts(_ targets: [Double] = [0, 1, 1, 0], inputs: Int = 2, columns: Int = 1) -> DataFacts {
  DataFacts(
    rows: targets.count / columns, inputs: inputs,
    targets: DataFacts.Targets(targets, columns: columns))
}

/// Settings that are sound for exclusive or, with some changed.
func settings(_ changes: [Field: SpecValue] = [:]) -> FieldValues {
  var settings = FieldValues()
  settings[.dataset] = .text("xor")
  settings[.layers] = layers(2, 4, 1)
  settings[.activation] = .text("tanh")
  settings[.learningRate] = .number(0.5)
  settings[.epochs] = .integer(100)
  for (field, value) in changes { settings[field] = value }
  return settings
}

/// A list of layer sizes.
func layers(_ sizes: Int...) -> SpecValue { .list(sizes.map(SpecValue.integer)) }

/// A word with settings.
func word(_ name: String, _ settings: KeyValuePairs<String, SpecValue>) -> SpecValue {
  .mapping(
    [SpecValue.Member("name", .text(name))]
      + settings.map { SpecValue.Member($0.key, $0.value) })
}

/// An experiment over exclusive or.
func experiment(
  _ changes: [Field: SpecValue] = [:], axes: [Sweep.Axis] = [], zips: [[Sweep.Axis]] = [],
  method: SweepMethod = .grid, samples: Int? = nil, exclusions: [Sweep.Exclusion] = [],
  inclusions: [[Sweep.Assignment]] = [], seeds: Int = 1, rankBy: Sweep.RankBy? = nil,
  maxRuns: Int = 10_000
) -> Experiment {
  Experiment(
    name: "test", description: nil, settings: settings(changes),
    sweep: Sweep(
      axes: axes, zips: zips, method: method, samples: samples, exclusions: exclusions,
      inclusions: inclusions, seeds: seeds, rankBy: rankBy, maxRuns: maxRuns),
    onDivergence: .fail)
}

/// An axis of numbers.
func axis(_ field: Field, _ setting: String? = nil, _ numbers: Double...) -> Sweep.Axis {
  Sweep.Axis(SettingPath(field, setting), numbers.map(SpecValue.number))
}

/// An axis of words.
func axis(_ field: Field, words: String...) -> Sweep.Axis {
  Sweep.Axis(SettingPath(field), words.map(SpecValue.text))
}

/// An exclusion of values by the indices of axes and of the values there.
func exclusion(_ indices: KeyValuePairs<Int, Set<Int>>) -> Sweep.Exclusion {
  Sweep.Exclusion(
    indices.map { Sweep.Exclusion.Part(axis: $0.key, value: .text("any"), indices: $0.value) })
}
