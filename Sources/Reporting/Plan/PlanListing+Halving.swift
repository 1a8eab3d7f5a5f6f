internal import Experiments

extension PlanListing {
  /// The rungs of successive halving, and what they save, in a line; empty where the plan does not halve.
  static func halvingLine(of plan: RunPlan) -> String {
    guard let last = plan.rungs.last, let configurations = plan.configurationsInRungs.first else {
      return ""
    }
    var (epochs, begin) = (0, 0)
    for (end, count) in zip(plan.rungs, plan.configurationsInRungs) {
      epochs += (end - begin) * count
      begin = end
    }
    let share = Double(epochs) / Double(last * configurations)
    // Where the split is swept, configurations may have other numbers of folds.
    let runs = Double(plan.runs.count) / Double(configurations)
    let total = Readable.count(Int((Double(epochs) * runs).rounded()), "epoch")
    let rungs = plan.rungText(configurations: plan.configurationsInRungs)
    let percent = Readable.number(100 * share, digits: 3)
    return "halving: \(rungs); at most \(total), \(percent) % of those without it\n"
  }
}
