internal import KernelTable
internal import Vocabulary

/// Moves parameters along their gradients by the formula of the plan's optimizer.
@inline(always) func updateParameters<S: KernelScalar>(_ plan: UpdatePlan<S>) {
  switch plan.optimizer {
  case .sgd: descend(plan)
  }
}

/// The same, plainly.
func referenceUpdate<S: KernelScalar>(_ plan: UpdatePlan<S>) {
  switch plan.optimizer {
  case .sgd: referenceDescend(plan)
  }
}
