/// Numbers too small to matter, taken as 0.
///
/// Some processors take a hundred times as long where an operand or a result is subnormal, and training is
/// full of such numbers: what an optimizer remembers of a unit that no longer learns shrinks until it is
/// subnormal, and stays so; and where a network has learned its data, the derivatives of its loss
/// all but vanish.
extension Lanes {
  /// 0 where a number is subnormal.
  @inline(always) var normalOrZero: Self { orZero(below: Scalar.leastNormal) }

  /// 0 where the square of a number is subnormal.
  @inline(always) var squarableOrZero: Self { orZero(below: Scalar.leastNormalRoot) }

  /// 0 where the magnitude is below a bound.
  @inline(always) private func orZero(below bound: Scalar) -> Self {
    replacing(with: Self.zero, where: Self.isLess(magnitude, Self(broadcast: bound)))
  }
}
