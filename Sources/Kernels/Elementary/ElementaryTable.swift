import KernelTable

/// The functions of one number, over arrays, for the table; inlined where the precision is known,
/// so that what is put into the table is specialised.
@inline(always) func elementaryKernels<S: KernelScalar>(for _: S.Type) -> ElementaryKernels<S> {
  ElementaryKernels(
    evaluate: { evaluate($0, source: $1, target: $2, count: $3) },
    activate: {
      activate(
        $0, parameter: S(rounding: $1), logits: $2, values: $3, count: $4, S.Block.self)
    },
    multiplyByDerivative: {
      multiplyByDerivative(
        $0, parameter: S(rounding: $1), logits: $2, values: $3, gradients: $4, count: $5,
        S.Block.self)
    })
}
