import Engine
import KernelInterface
import KernelsReference
import Testing

/// The products of one shape, whole, in parts and continued, beside the plain ones.
struct Comparison<S: EngineScalar> {
  private let kernels: ProductKernels<S>
  private let reference: ProductKernels<S>
  private let shape: ProductShape
  private let x: [S]
  private let w: [S]
  private let b: [S]
  private let d: [S]

  init(_ engine: Engine, _ shape: ProductShape) {
    kernels = S.kernels(of: engine.kernels).products
    reference = S.kernels(of: referenceSuite()).products
    self.shape = shape
    var random = Numbers(UInt64(shape.rows * 1_000_000 + shape.inputs * 1000 + shape.outputs + 1))
    x = random.next(shape.rows * shape.inputs, of: S.self)
    w = random.next(shape.inputs * shape.outputs, of: S.self)
    b = random.next(shape.outputs, of: S.self)
    d = random.next(shape.rows * shape.outputs, of: S.self)
  }

  /// Compares each product, computed as 1, 2 and 3 ranges.
  func compareAll() {
    for parts in 1...3 {
      let outputs = Self.ranges(shape.outputs, parts: parts)
      let inputs = Self.ranges(shape.inputs, parts: parts)
      expectSame("forward", shape.rows * shape.outputs, outputs) { products, outputs, z, scratch in
        products.forward(shape, outputs, x, w, b, z, scratch)
      }
      expectSame("input gradient", shape.rows * shape.inputs, inputs) {
        products, inputs, dx, scratch in
        products.inputGradient(shape, inputs, d, w, dx, scratch)
      }
      expectSame("weight gradient", shape.inputs * shape.outputs, inputs) {
        products, inputs, dw, scratch in
        products.weightGradient(shape, inputs, false, x, d, dw, scratch)
      }
      expectSame("bias gradient", shape.outputs, outputs) { products, outputs, db, _ in
        products.biasGradient(shape, outputs, false, d, db)
      }
    }
    compareContinued()
  }

  /// Compares the gradients of all rows at once with those that go on from chunk to chunk.
  private func compareContinued() {
    let chunks = Self.ranges(shape.rows, parts: 3)
    let inputs = 0..<shape.inputs
    let outputs = 0..<shape.outputs
    expectSame("weight gradient in chunks", inputs.count * outputs.count, [inputs]) {
      products, inputs, dw, scratch in
      for (k, chunk) in chunks.enumerated() {
        products.weightGradient(
          rows(chunk), inputs, k > 0, Array(x.dropFirst(chunk.lowerBound * shape.inputs)),
          Array(d.dropFirst(chunk.lowerBound * shape.outputs)), dw, scratch)
      }
    } expected: { products, dw, scratch in
      products.weightGradient(shape, inputs, false, x, d, dw, scratch)
    }
    expectSame("bias gradient in chunks", outputs.count, [outputs]) { products, outputs, db, _ in
      for (k, chunk) in chunks.enumerated() {
        products.biasGradient(
          rows(chunk), outputs, k > 0, Array(d.dropFirst(chunk.lowerBound * shape.outputs)), db)
      }
    } expected: { products, db, _ in
      products.biasGradient(shape, outputs, false, d, db)
    }
  }

  private func rows(_ chunk: Range<Int>) -> ProductShape {
    ProductShape(rows: chunk.count, inputs: shape.inputs, outputs: shape.outputs)
  }

  /// Cuts 0..<count into ranges of different sizes, some of them empty if there is little to cut.
  private static func ranges(_ count: Int, parts: Int) -> [Range<Int>] {
    let ends = (1...parts).map { $0 == parts ? count : $0 * count * 2 / (parts * 2 + 1) }
    return zip([0] + ends, ends).map { $0..<$1 }
  }

  private func expectSame(
    _ name: String, _ count: Int, _ ranges: [Range<Int>],
    _ run: (ProductKernels<S>, Range<Int>, UnsafeMutablePointer<S>, UnsafeMutablePointer<S>) -> Void
  ) {
    expectSame("\(name) in \(ranges.count) parts", count, ranges, run) {
      products, target, scratch in
      run(products, 0..<(ranges.last?.upperBound ?? 0), target, scratch)
    }
  }

  private func expectSame(
    _ name: String, _ count: Int, _ ranges: [Range<Int>],
    _ run: (ProductKernels<S>, Range<Int>, UnsafeMutablePointer<S>, UnsafeMutablePointer<S>) ->
      Void,
    expected: (ProductKernels<S>, UnsafeMutablePointer<S>, UnsafeMutablePointer<S>) -> Void
  ) {
    var scratch = Guarded<S>(shape.scratchCount)
    var result = Guarded<S>(count)
    var plain = Guarded<S>(count)
    result.fill { target in scratch.fill { for range in ranges { run(kernels, range, target, $0) } }
    }
    plain.fill { target in scratch.fill { expected(reference, target, $0) } }
    #expect(result.numbers.bits == plain.numbers.bits, "\(name) of \(shape)")
    #expect(result.isIntact, "\(name) of \(shape) wrote too far")
    #expect(scratch.isIntact, "\(name) of \(shape) took too much scratch")
  }
}
