internal import Engine
internal import KernelInterface

/// The products of a dense layer, at one shape.
struct ProductCases<S: EngineScalar> {
  /// The sizes.
  private let shape: ProductShape
  private let x: AlignedBuffer<S>
  private let w: AlignedBuffer<S>
  private let b: AlignedBuffer<S>
  private let d: AlignedBuffer<S>

  /// Random matrices of a shape.
  init(_ shape: ProductShape) {
    self.shape = shape
    var numbers = RandomNumbers()
    x = AlignedBuffer(numbers.next(shape.rows * shape.inputs))
    w = AlignedBuffer(numbers.next(shape.inputs * shape.outputs))
    b = AlignedBuffer(numbers.next(shape.outputs))
    d = AlignedBuffer(numbers.next(shape.rows * shape.outputs))
  }

  /// The shapes of the benchmarks' networks, and of small and large ones: rows, outputs, inputs.
  private static var shapes: [ProductShape] {
    [
      (32, 32, 64), (32, 64, 64), (128, 10, 256), (128, 256, 512), (128, 512, 784),
      (256, 1024, 784), (256, 1024, 1024),
    ].map { ProductShape(rows: $0, inputs: $2, outputs: $1) }
  }

  /// The three products of each shape.
  static var all: [KernelCase] {
    shapes.flatMap { shape in
      let products = ProductCases(shape)
      let size = "\(shape.rows) × \(shape.outputs) × \(shape.inputs)"
      return [
        KernelCase(name: "\(size)  x W + b", prepare: products.forward),
        KernelCase(name: "\(size)  xᵀ d", prepare: products.weightGradient),
        KernelCase(name: "\(size)  d Wᵀ", prepare: products.inputGradient),
      ]
    }
  }

  /// x W + b.
  func forward(_ engine: Engine) -> Trial {
    trial(count: shape.rows * shape.outputs, engine) { products, z, scratch in
      products.forward(
        shape, 0..<shape.outputs, x.pointer, w.pointer, b.pointer, z, scratch)
    }
  }

  /// xᵀ d.
  func weightGradient(_ engine: Engine) -> Trial {
    trial(count: shape.inputs * shape.outputs, engine) { products, dw, scratch in
      products.weightGradient(shape, 0..<shape.inputs, false, x.pointer, d.pointer, dw, scratch)
    }
  }

  /// d Wᵀ.
  func inputGradient(_ engine: Engine) -> Trial {
    trial(count: shape.rows * shape.inputs, engine) { products, dx, scratch in
      products.inputGradient(shape, 0..<shape.inputs, d.pointer, w.pointer, dx, scratch)
    }
  }

  private func trial(
    count: Int, _ engine: Engine,
    _ multiply:
      @escaping (ProductKernels<S>, UnsafeMutablePointer<S>, UnsafeMutablePointer<S>) -> Void
  ) -> Trial {
    let products = S.kernels(of: engine.kernels).products
    let result = AlignedBuffer<S>(count: count)
    let scratch = AlignedBuffer<S>(count: shape.scratchCount)
    return Trial(
      work: 2 * Double(shape.rows * shape.inputs * shape.outputs),
      run: { multiply(products, result.pointer, scratch.pointer) }, results: { [result.bits] })
  }
}
