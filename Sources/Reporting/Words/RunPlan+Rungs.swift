public import Experiments
internal import RunRecords
internal import Running

extension RunPlan {
  /// The rungs of successive halving in words: `27 configurations to epoch 10, 9 to 30, 3 to 90`.
  ///
  /// - Parameter configurations: how many configurations are trained in each rung; rungs without any
  ///   are left out.
  public func rungText(configurations: [Int]) -> String {
    zip(rungs, configurations).filter { $0.1 > 0 }.enumerated().map { index, rung in
      let count =
        index == 0 ? Readable.count(rung.1, "configuration") : Readable.count(rung.1)
      return "\(count) to \(index == 0 ? "epoch " : "")\(Readable.count(rung.0))"
    }.joined(separator: ", ")
  }
}

extension ExperimentResult {
  /// How many configurations got to each rung of successive halving.
  var configurationsInRungs: [Int] {
    var reached: [Int: Int] = [:]
    for (run, record) in zip(plan.runs, records) { reached[run.configurationNumber] = record.rung }
    return plan.rungs.indices.map { index in reached.values.count { $0 > index } }
  }
}
