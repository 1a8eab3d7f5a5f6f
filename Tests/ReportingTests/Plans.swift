import Experiments
import TestPlans

/// The plan of a spec that must be sound.
func plan(_ text: String, stem: String = "spec") throws -> RunPlan {
  try RunPlan(spec: text, name: stem)
}
