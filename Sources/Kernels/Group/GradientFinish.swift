/// What becomes of the derivatives of a group's loss while they are in registers.
protocol GradientFinish {
  /// The networks.
  associatedtype R: RunLanes
  /// Takes the derivative of the parameter at `place`.
  func take(_ derivative: R, at place: Int)
  /// The same for the parameters that begin at `offset`.
  func from(_ offset: Int) -> Self
}

/// Stores derivatives, for an optimizer to work on.
struct StoredGradient<R: RunLanes>: GradientFinish {
  /// Where they go.
  let target: UnsafeMutablePointer<R.Scalar>

  @inline(always) func take(_ derivative: R, at place: Int) { derivative.store(target + place) }
  @inline(always) func from(_ offset: Int) -> Self { Self(target: target + offset) }
}

/// Moves parameters at once, as `PlainStep` does: nobody else needs their derivatives.
struct PlainDescent<R: RunLanes>: GradientFinish {
  /// The parameters.
  let parameters: UnsafeMutablePointer<R.Scalar>
  /// Minus the rate of each network.
  let minusRate: R

  @inline(always) func take(_ derivative: R, at place: Int) {
    R.load(parameters + place).fma(minusRate, derivative).store(parameters + place)
  }
  @inline(always) func from(_ offset: Int) -> Self {
    Self(parameters: parameters + offset, minusRate: minusRate)
  }
}
