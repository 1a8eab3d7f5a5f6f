internal import KernelInterface

/// Works on the parameters of a group of networks, one in each lane.
struct GroupLoop<R: RunLanes>: ParameterLoop {
  typealias S = R.Scalar

  /// The networks.
  let network: NetworkPlan<S>
  /// The steps.
  let plan: UpdatePlan<S>
  /// The number of the step.
  let step: Int

  @inline(always) var lanes: Int { R.count }

  /// Does something, as there is but one thread.
  @inline(always) func alone(_ body: () -> Void) { body() }

  /// Applies a formula to one parameter of all networks after another.
  @inline(always) func apply<Formula: StepFormula>(_: Formula.Type, from start: Int, count: Int) {
    forEachGroupParameter(
      Formula.self, R.self, network, plan, step: step, from: start, count: count)
  }

  /// The square root of Σ g²: layers ascending, in each the weights of output after output, then the
  /// biases.
  @inline(always) func writeGradientNorms(to norms: UnsafeMutablePointer<Double>) {
    writeNormsOfGroup(R.self, network, sums: plan.sums, to: norms)
  }
}

/// The loop of `GroupLoop.apply`.
@inline(never) private func forEachGroupParameter<Formula: StepFormula, R: RunLanes>(
  _: Formula.Type, _: R.Type, _ network: NetworkPlan<R.Scalar>, _ plan: UpdatePlan<R.Scalar>,
  step: Int, from start: Int, count: Int
) {
  let numbers = StepNumbers<R>(plan, step: step, lanes: R.count) { R.load($0) }
  var k = start &* R.count
  let end = k &+ count &* R.count
  while k < end {
    Formula.apply(
      network.parameters + k, network.gradients + k, plan.first + k, plan.second + k, numbers)
    k &+= R.count
  }
}

/// The loop of `GroupLoop.writeGradientNorms`.
@inline(never) private func writeNormsOfGroup<R: RunLanes>(
  _: R.Type, _ network: NetworkPlan<R.Scalar>, sums: UnsafeMutablePointer<Double>,
  to norms: UnsafeMutablePointer<Double>
) {
  fill(norms, count: R.count, with: 0)
  var l = 0
  while l < network.layerCount {
    let layer = network.layers[l]
    let stride = layer.outputs &* R.count
    var numbers = UnsafePointer(network.gradients) + layer.parameterOffset &* R.count
    let biases = numbers + layer.inputs &* stride
    while numbers < biases - (layer.inputs &- 1) &* stride {
      fill(sums, count: R.count, with: 0)
      addSquares(numbers, width: R.count, count: layer.inputs, stride: stride, to: sums)
      var lane = 0
      while lane < R.count {
        norms[lane] += sums[lane]
        lane &+= 1
      }
      numbers += R.count
    }
    addSquares(biases, width: R.count, count: layer.outputs, stride: R.count, to: norms)
    l &+= 1
  }
  var lane = 0
  while lane < R.count {
    norms[lane] = norms[lane].squareRoot
    lane &+= 1
  }
}

/// Sets numbers to one.
@inline(always) func fill<S>(_ numbers: UnsafeMutablePointer<S>, count: Int, with number: S) {
  var k = 0
  while k < count {
    numbers[k] = number
    k &+= 1
  }
}
