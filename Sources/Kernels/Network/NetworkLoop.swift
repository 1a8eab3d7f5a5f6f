internal import KernelInterface

/// Works on the parameters of one network: each thread of a team on the same part at all times.
struct NetworkLoop<S: KernelScalar>: ParameterLoop {
  /// The network.
  let network: NetworkPlan<S>
  /// The steps.
  let plan: UpdatePlan<S>
  /// The number of the step.
  let step: Int

  @inline(always) var lanes: Int { 1 }

  /// Applies a formula to neighbouring parameters side by side.
  @inline(always) func apply<Formula: StepFormula>(_: Formula.Type, from start: Int, count: Int) {
    let part = network.thread.part(of: network.parameterCount, multipleOf: 16)
    let first = max(start, part.lowerBound)
    let end = min(start &+ count, part.upperBound)
    if first < end {
      forEachParameter(Formula.self, network, plan, step: step, from: first, count: end &- first)
    }
  }

  /// Does something by the first thread.
  @inline(always) func alone(_ body: () -> Void) {
    network.thread.synchronize()
    if network.thread.index == 0 { body() }
    network.thread.synchronize()
  }

  /// The square root of Σ g²: layers ascending, in each the weights of output after output, then the
  /// biases, the scale and the shift.
  @inline(always) func writeGradientNorms(to norms: UnsafeMutablePointer<Double>) {
    norms[0] = normOfNetwork(network, sums: plan.sums)
  }
}

/// The loop of `NetworkLoop.apply`.
@inline(never) private func forEachParameter<Formula: StepFormula, S: KernelScalar>(
  _: Formula.Type, _ network: NetworkPlan<S>, _ plan: UpdatePlan<S>, step: Int, from start: Int,
  count: Int
) {
  let vectors = StepNumbers<S.Vector>(plan, step: step, lanes: 1) {
    S.Vector(broadcast: $0.pointee)
  }
  let end = start &+ count
  var k = start
  while k &+ S.Vector.count <= end {
    Formula.apply(
      network.parameters + k, network.gradients + k, plan.first + k, plan.second + k, vectors)
    k &+= S.Vector.count
  }
  let numbers = StepNumbers<S>(plan, step: step, lanes: 1) { $0.pointee }
  while k < end {
    Formula.apply(
      network.parameters + k, network.gradients + k, plan.first + k, plan.second + k, numbers)
    k &+= 1
  }
}

/// The norm of the gradient; the sums of a layer's outputs go on side by side.
@inline(never) private func normOfNetwork<S: KernelScalar>(
  _ network: NetworkPlan<S>, sums: UnsafeMutablePointer<Double>
) -> Double {
  var total = 0.0
  var l = 0
  while l < network.layerCount {
    let layer = network.layers[l]
    let numbers = UnsafePointer(network.gradients) + layer.parameterOffset
    fill(sums, count: layer.outputs, with: 0)
    addSquares(
      numbers, width: layer.outputs, count: layer.inputs, stride: layer.outputs, to: sums)
    var k = 0
    while k < layer.outputs {
      total += sums[k]
      k &+= 1
    }
    withUnsafeMutablePointer(to: &total) {
      addSquares(
        numbers + layer.inputs &* layer.outputs, width: 1,
        count: layer.parameterCount &- layer.inputs &* layer.outputs, stride: 1, to: $0)
    }
    l &+= 1
  }
  return total.squareRoot
}
