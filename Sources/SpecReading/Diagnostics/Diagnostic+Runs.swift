internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong, or odd, with the runs of a plan as a whole.
extension Diagnostic {
  /// The plan is larger than the spec allows.
  static func tooManyRuns(_ count: Int?, allowed: Int, at site: SourceSite) -> Diagnostic {
    let count = count.map { "\($0)" } ?? "more than \(Int.max)"
    return .error(
      "the sweep makes \(count) runs, but at most \(allowed) are allowed", at: site,
      notes: [Note("`max_runs` in the sweep allows more")])
  }

  /// `seed` and `seeds` together are too large.
  static func seedsOverflow(at site: SourceSite) -> Diagnostic {
    .error("the last seeds of the sweep are larger than \(Int.max)", at: site)
  }

  /// Nothing is left to run.
  static func everythingExcluded(at site: SourceSite) -> Diagnostic {
    .error("`exclude` leaves no run of the sweep", at: site)
  }

  /// An exclusion could be taken away.
  static func idleExclusion(at site: SourceSite) -> Diagnostic {
    .warning("this excludes nothing that is not excluded already", at: site)
  }

  /// A key is given, and no run depends on it.
  static func idleField(_ field: Field, _ reason: IdleFields.Reason, at site: SourceSite)
    -> Diagnostic
  {
    let (message, note): (String, String?) =
      switch reason {
      case .noHiddenLayer:
        (
          "is for hidden layers, and there are none",
          field == .activation ? "the last layer's is output_activation" : nil
        )
      case .ownValues: ("decides nothing, as every hidden layer has its own", nil)
      case .peak:
        ("decides nothing beside the peak of one_cycle", "leave out the peak, or repeat it")
      case .weightsFile: ("decides nothing, as the file of weights has the biases too", nil)
      }
    return .warning(
      "\(quoted(field.key)) \(message)", at: site, notes: note.map { [Note($0)] } ?? [])
  }

  /// Several rows of the plan are one run.
  static func duplicateRuns(_ count: Int, at site: SourceSite) -> Diagnostic {
    let verb = count == 1 ? "comes" : "come"
    return .warning(
      "\(counted(count, "run")) of the sweep \(verb) out the same as an earlier one", at: site,
      notes: [Note("each is listed and trained once")])
  }
}
