import Experiments
import TestPlans
import Testing

/// The first run of a small spec with some more lines.
func run(_ lines: String = "") throws -> RunPlan.Run {
  let spec = "dataset: xor\nlayers: [2, 1]\nlearning_rate: 0.5\nepochs: 2\n" + lines
  return try #require(RunPlan(spec: spec).runs.first)
}
