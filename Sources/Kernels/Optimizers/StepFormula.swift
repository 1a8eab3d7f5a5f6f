/// What is done to a parameter and its gradient in a step, as a type, so that each has loops of its
/// own: a term that joins the gradient, or the formula by which an optimizer moves the parameter.
///
/// Formulas and default settings are those of PyTorch (`torch.optim`). NaN in a gradient goes to the
/// parameter. What is remembered is never subnormal.
protocol StepFormula {
  /// Works on the parameter at `w`, its gradient at `g`, and what is remembered of it at `first` and
  /// `second`, as far as the formula has them.
  static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>)
}
