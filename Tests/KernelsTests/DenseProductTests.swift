import Engine
import KernelTable
import Kernels
import Testing
import Vocabulary

/// The products of dense layers against their plain forms.
@Suite struct DenseProductTests {
  // Nothing, one, odd, and one to either side of each width of tile.
  static let rows = [0, 1, 2, 3, 4, 5, 7, 8, 9, 13]
  static let widths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33]

  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func productsHaveTheBitsOfThePlainOnes(instructionSet: InstructionSet, precision: Precision)
    throws
  {
    let engine = try engine(instructionSet)
    switch precision {
    case .float32: compare(engine, Float.self)
    case .float64: compare(engine, Double.self)
    }
  }

  private func compare<S: EngineScalar>(_ engine: Engine, _: S.Type) {
    let kernels = S.kernels(of: engine.kernels).products
    let reference = S.kernels(of: referenceSuite()).products
    var random = Numbers(7)
    for rows in Self.rows {
      for inputs in Self.widths {
        for outputs in Self.widths {
          let shape = ProductShape(rows: rows, inputs: inputs, outputs: outputs)
          let x = random.next(rows * inputs, of: S.self)
          let w = random.next(inputs * outputs, of: S.self)
          let b = random.next(outputs, of: S.self)
          let d = random.next(rows * outputs, of: S.self)
          expectSame(shape, "forward", count: rows * outputs) { (products, z) in
            products.forward(shape, x, w, b, z)
          }
          expectSame(shape, "weight gradient", count: inputs * outputs) { (products, gradient) in
            products.weightGradient(shape, x, d, gradient)
          }
          expectSame(shape, "bias gradient", count: outputs) { (products, gradient) in
            products.biasGradient(shape, d, gradient)
          }
          var room = Guarded<S>(inputs * outputs)
          expectSame(shape, "input gradient", count: rows * inputs) { (products, gradient) in
            room.fill { products.inputGradient(shape, d, w, gradient, $0) }
          }
          #expect(room.isIntact)
        }
      }
    }

    func expectSame(
      _ shape: ProductShape, _ name: String, count: Int,
      _ run: (ProductKernels<S>, UnsafeMutablePointer<S>) -> Void
    ) {
      var result = Guarded<S>(count)
      var expected = Guarded<S>(count)
      result.fill { run(kernels, $0) }
      expected.fill { run(reference, $0) }
      #expect(result.numbers.bits == expected.numbers.bits, "\(name) of \(shape)")
      #expect(result.isIntact, "\(name) of \(shape) wrote too far")
    }
  }

  @Test(arguments: InstructionSet.allCases)
  func productsAreThoseOfTheTextbook(instructionSet: InstructionSet) throws {
    let products = try engine(instructionSet).kernels.float64.products
    let shape = ProductShape(rows: 2, inputs: 3, outputs: 2)
    let x: [Double] = [1, 2, 3, 4, 5, 6]
    let w: [Double] = [1, 2, 3, 4, 5, 6]
    var z = Guarded<Double>(4)
    z.fill { products.forward(shape, x, w, [10, 20], $0) }
    #expect(z.numbers == [32, 48, 59, 84])

    let d: [Double] = [1, -1, 2, 3]
    var weightGradient = Guarded<Double>(6)
    weightGradient.fill { products.weightGradient(shape, x, d, $0) }
    #expect(weightGradient.numbers == [9, 11, 12, 13, 15, 15])
    var biasGradient = Guarded<Double>(2)
    biasGradient.fill { products.biasGradient(shape, d, $0) }
    #expect(biasGradient.numbers == [3, 2])
    var inputGradient = Guarded<Double>(6)
    var room = Guarded<Double>(6)
    inputGradient.fill { gradient in
      room.fill { products.inputGradient(shape, d, w, gradient, $0) }
    }
    #expect(inputGradient.numbers == [-1, -1, -1, 8, 18, 28])
  }

  /// Sums without a bias start at +0, so that a sum of nothing but −0 is +0 on every path.
  @Test(arguments: InstructionSet.allCases)
  func sumsStartAtPositiveZero(instructionSet: InstructionSet) throws {
    let products = try engine(instructionSet).kernels.float32.products
    for width in [1, 2, 4, 8, 16] {
      let shape = ProductShape(rows: 1, inputs: 1, outputs: width)
      let d = Array(repeating: Float(-0.0), count: width)
      var gradient = Guarded<Float>(width)
      gradient.fill { products.weightGradient(shape, [1], d, $0) }
      #expect(gradient.numbers.bits == Array(repeating: 0, count: width))
      gradient.fill { products.biasGradient(shape, d, $0) }
      #expect(gradient.numbers.bits == Array(repeating: 0, count: width))
      // A forward sum starts at its bias and keeps it.
      gradient.fill { products.forward(shape, [0], d, d, $0) }
      #expect(gradient.numbers.bits == d.bits)
    }
  }
}
