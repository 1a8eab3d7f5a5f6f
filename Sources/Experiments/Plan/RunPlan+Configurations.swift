public import Vocabulary

extension RunPlan.Run {
  /// Everything that decides its bytes; put together anew each time.
  public var configuration: RunConfiguration {
    var configuration = table.configuration(number, fold: foldIndex)
    configuration.seed = seed
    return stopAt.map(configuration.stopped) ?? configuration
  }

  /// The epoch that it ends at.
  var lastEpoch: Int { stopAt ?? table.stopAt(number, fold: foldIndex) }

  /// The values of the plan's keys, in their order.
  public var parameters: [SpecValue] { table.parameters(number) }

  /// The index of the plan's data configuration that its configuration differs from in nothing but the
  /// seed and numbers that steps are made of.
  public var dataConfiguration: Int { table.base(number, fold: foldIndex) }

  /// What it is of, but for the seed.
  var trial: RunPlan.Trial { RunPlan.Trial(number: number, foldIndex: foldIndex) }

  /// What runs of a plan have in common whose configurations differ in nothing but the seed and the
  /// sizes of numbers that steps are made of.
  public struct NumericFamily: Hashable, Sendable {
    /// The plan's configurations.
    fileprivate let table: ObjectIdentifier
    /// The family's number among theirs.
    fileprivate let number: Int
  }

  /// The family that it belongs to.
  public var family: NumericFamily {
    NumericFamily(table: ObjectIdentifier(table), number: table.family(number, fold: foldIndex))
  }
}

extension RunPlan {
  /// The keys that any configuration gives a value to: those of the axes, then those that stand in
  /// configurations beside them alone.
  public var keys: [SettingPath] { experiment.sweep.keys }

  /// The largest number of a configuration that the runs belong to: how many there are, but for those
  /// that other shards have.
  public var configurationCount: Int { runs.last?.configurationNumber ?? 0 }

  /// How many runs came out the same as an earlier one, and were dropped.
  public var duplicateCount: Int { duplicates.count }

  /// Configurations from which those of all runs differ at most in seed and in numbers that steps
  /// are made of.
  ///
  /// - Complexity: O(result), however many runs there are.
  public var dataConfigurations: [RunConfiguration] { table.bases.all }

  /// Every canonical value that a field has in any run, nil where it has none; may have some twice.
  ///
  /// - Complexity: O(result), however many runs there are.
  public func values(of field: Field) -> [SpecValue?] {
    table.values(decidedBy: field) { $0.value(of: field) }
  }

  /// Every value that a key has in any run; may have some twice.
  ///
  /// - Precondition: it is one of the plan's keys.
  public func values(of key: SettingPath) -> [SpecValue] { table.values(of: key) }
}
