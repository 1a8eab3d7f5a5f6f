/// What becomes of the derivatives of a group's loss while they are in registers.
protocol GradientFinish {
  /// The networks.
  associatedtype R: RunLanes
  /// Takes the derivatives of the parameter at `place`, or of one network's parameters from there on.
  func take<V: Lanes>(_ derivatives: V, at place: Int) where V.Scalar == R.Scalar
  /// The same for the parameters that begin at `offset`.
  func from(_ offset: Int) -> Self
}

/// Stores derivatives, for an optimizer to work on.
struct StoredGradient<R: RunLanes>: GradientFinish {
  /// Where they go.
  let target: UnsafeMutablePointer<R.Scalar>

  @inline(always) func take<V: Lanes>(_ derivatives: V, at place: Int)
  where V.Scalar == R.Scalar {
    derivatives.store(target + place)
  }
  @inline(always) func from(_ offset: Int) -> Self { Self(target: target + offset) }
}

/// Moves parameters at once, as `PlainStep` does: nobody else needs their derivatives.
struct PlainDescent<R: RunLanes>: GradientFinish {
  /// The parameters.
  let parameters: UnsafeMutablePointer<R.Scalar>
  /// Minus the rate of each network, `[lanes]`.
  let minusRates: UnsafePointer<R.Scalar>

  @inline(always) func take<V: Lanes>(_ derivatives: V, at place: Int)
  where V.Scalar == R.Scalar {
    let rates = R.count == 1 ? V(broadcast: minusRates.pointee) : V.load(minusRates)
    V.load(parameters + place).fma(rates, derivatives).store(parameters + place)
  }
  @inline(always) func from(_ offset: Int) -> Self {
    Self(parameters: parameters + offset, minusRates: minusRates)
  }
}
