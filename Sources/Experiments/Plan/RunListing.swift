/// The runs of a table, each with its id, as they are listed.
struct RunListing {
  /// The configurations.
  private let table: ConfigurationTable
  /// The seeds that each is trained with.
  private let seeds: ClosedRange<Int>
  /// Their texts.
  private var texts: CanonicalTexts
  /// The runs so far.
  private(set) var runs: [RunPlan.Run] = []
  /// The runs that were listed before.
  private(set) var duplicates: [RunPlan.Duplicate] = []
  /// The configurations of which some runs were listed before, but not all.
  private(set) var problems: [RunPlan.PlacedProblem] = []
  /// The exclusions, by index, that left something out before another did.
  private(set) var usedExclusions: Set<Int> = []
  /// The ids listed.
  private var seen: Set<RunID> = []
  /// How many configurations have a run.
  private var configurationCount = 0

  /// Lists all runs.
  init(_ table: ConfigurationTable, seeds: ClosedRange<Int>, capacity: Int) {
    self.table = table
    self.seeds = seeds
    texts = CanonicalTexts(table)
    runs.reserveCapacity(capacity)
    seen.reserveCapacity(capacity)
    let exclusions = table.experiment.sweep.exclusions
    for number in 0..<table.points.count {
      if !exclusions.isEmpty {
        let levels = table.levels(number)
        let axes = table.experiment.sweep.axes
        if let first = exclusions.firstIndex(where: { $0.excludes(levels, of: axes) }) {
          usedExclusions.insert(first)
          continue
        }
      }
      list(number)
    }
    for index in table.inclusions.indices { list(table.points.count + index) }
  }

  /// For each trial that was listed again, the numbers of the configurations that it was dropped from.
  var otherNumbers: [RunPlan.Trial: [Int]] {
    guard !duplicates.isEmpty else { return [:] }
    let dropped = Dictionary(grouping: duplicates, by: \.id)
    var numbers: [RunPlan.Trial: [Int]] = [:]
    for run in runs where run.seed == seeds.lowerBound {
      if let again = dropped[run.id] { numbers[run.trial] = again.map(\.number) }
    }
    return numbers
  }

  /// Adds the runs of a configuration, one for each seed of each fold, unless they are listed.
  private mutating func list(_ number: Int) {
    let countBefore = runs.count
    let foldCount = table.foldCount(number)
    for fold in 0..<foldCount {
      for seed in seeds {
        let id = texts.id(number, fold: fold, seed: seed)
        guard seen.insert(id).inserted else {
          duplicates.append(RunPlan.Duplicate(id: id, number: number))
          continue
        }
        runs.append(
          RunPlan.Run(
            id: id, configurationNumber: configurationCount + 1, seed: seed, number: number,
            foldIndex: fold, table: table))
      }
    }
    guard runs.count > countBefore else { return }
    configurationCount += 1
    let count = foldCount * seeds.count
    let sharedCount = count - (runs.count - countBefore)
    if sharedCount > 0 {
      problems.append(problem(.sweep(.sharedRuns(sharedCount, of: count)), number))
    }
  }

  /// A problem with the runs of a configuration, in which every key of the sweep has a part.
  private func problem(
    _ kind: ConfigurationProblem.Kind, _ number: Int
  ) -> RunPlan.PlacedProblem {
    RunPlan.PlacedProblem(
      problem: ConfigurationProblem(
        kind, SettingPath(.split), others: table.keys.map(\.field)),
      place: place(number))
  }

  /// Where the configuration of a number comes from.
  private func place(_ number: Int) -> RunPlan.Place {
    let count = table.points.count
    return number < count
      ? RunPlan.Place(table.levels(number)) : .inclusion(number - count)
  }
}
