import KernelInterface

/// The functions of one number, over arrays, for the suite; inlined where the precision is known,
/// so that what is put into the suite is specialised. `Short` is what the loops of single functions
/// take at once, `Long` those of activations.
@inline(always) func elementaryKernels<S: KernelScalar, Short: Lanes, Long: Lanes>(
  for _: S.Type, _: Short.Type, _: Long.Type
) -> ElementaryKernels<S> where Short.Scalar == S, Long.Scalar == S {
  ElementaryKernels(
    evaluate: { evaluate($0, source: $1, target: $2, count: $3, Short.self) },
    activate: {
      activate($0, parameter: S(rounding: $1), logits: $2, values: $3, count: $4, Long.self)
    },
    multiplyByDerivative: {
      multiplyByDerivative(
        $0, parameter: S(rounding: $1), logits: $2, values: $3, gradients: $4, count: $5,
        Long.self)
    })
}
