import Engine
import KernelInterface
import KernelsReference
import Testing
import Vocabulary

/// The products of dense layers against their plain forms.
@Suite struct DenseProductTests {
  // One, odd, and one to either side of each width of tile.
  static let rows = [0, 1, 2, 3, 4, 5, 7, 8, 9, 13]
  static let widths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33]

  /// Wide, deep and tall enough for blocks and copies, and one past them; with rows that are a page
  /// apart in float32 or in float64; and with more rows than a block has.
  static let large = [
    (rows: 16, inputs: 65, outputs: 66), (rows: 19, inputs: 257, outputs: 97),
    (rows: 257, inputs: 70, outputs: 65), (rows: 12, inputs: 513, outputs: 130),
    (rows: 21, inputs: 512, outputs: 129), (rows: 17, inputs: 150, outputs: 1024),
    (rows: 265, inputs: 1024, outputs: 130), (rows: 600, inputs: 33, outputs: 67),
    (rows: 1, inputs: 300, outputs: 300), (rows: 0, inputs: 40, outputs: 70),
  ]

  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func productsHaveTheBitsOfThePlainOnes(instructionSet: InstructionSet, precision: Precision)
    throws
  {
    let shapes = Self.rows.flatMap { rows in
      Self.widths.flatMap { inputs in
        Self.widths.map { ProductShape(rows: rows, inputs: inputs, outputs: $0) }
      }
    }
    try compare(instructionSet, precision, shapes)
  }

  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func largeProductsHaveTheBitsOfThePlainOnes(instructionSet: InstructionSet, precision: Precision)
    throws
  {
    // Without fused multiply-add in the processor, all of them would take minutes.
    let shapes = instructionSet == .baseline ? Self.large.prefix(2) : Self.large[...]
    try compare(
      instructionSet, precision,
      shapes.map { ProductShape(rows: $0.rows, inputs: $0.inputs, outputs: $0.outputs) })
  }

  private func compare(
    _ instructionSet: InstructionSet, _ precision: Precision, _ shapes: [ProductShape]
  ) throws {
    let engine = try engine(instructionSet)
    for shape in shapes {
      switch precision {
      case .float32: Comparison<Float>(engine, shape).compareAll()
      case .float64: Comparison<Double>(engine, shape).compareAll()
      }
    }
  }

  @Test(arguments: InstructionSet.allCases)
  func productsAreThoseOfTheTextbook(instructionSet: InstructionSet) throws {
    let products = try engine(instructionSet).kernels.float64.products
    let shape = ProductShape(rows: 2, inputs: 3, outputs: 2)
    let x: [Double] = [1, 2, 3, 4, 5, 6]
    let w: [Double] = [1, 2, 3, 4, 5, 6]
    var scratch = Guarded<Double>(shape.scratchCount)
    var z = Guarded<Double>(4)
    z.fill { z in scratch.fill { products.forward(shape, 0..<2, x, w, [10, 20], z, $0) } }
    #expect(z.numbers == [32, 48, 59, 84])

    let d: [Double] = [1, -1, 2, 3]
    var weightGradient = Guarded<Double>(6)
    weightGradient.fill { gradient in
      scratch.fill { products.weightGradient(shape, 0..<3, false, x, d, gradient, $0) }
    }
    #expect(weightGradient.numbers == [9, 11, 12, 13, 15, 15])
    weightGradient.fill { gradient in
      scratch.fill { products.weightGradient(shape, 1..<3, true, x, d, gradient, $0) }
    }
    #expect(weightGradient.numbers == [9, 11, 24, 26, 30, 30])
    var biasGradient = Guarded<Double>(2)
    biasGradient.fill { products.biasGradient(shape, 0..<2, false, d, $0) }
    #expect(biasGradient.numbers == [3, 2])
    biasGradient.fill { products.biasGradient(shape, 0..<1, true, d, $0) }
    #expect(biasGradient.numbers == [6, 2])
    var inputGradient = Guarded<Double>(6)
    inputGradient.fill { gradient in
      scratch.fill { products.inputGradient(shape, 0..<3, d, w, gradient, $0) }
    }
    #expect(inputGradient.numbers == [-1, -1, -1, 8, 18, 28])
  }

  /// Sums without a bias start at +0, so that a sum of nothing but −0 is +0 on every path; sums that
  /// go on start at what is there, and −0 stays.
  @Test(arguments: InstructionSet.allCases)
  func sumsStartAtPositiveZero(instructionSet: InstructionSet) throws {
    let products = try engine(instructionSet).kernels.float32.products
    for width in [1, 2, 4, 8, 16, 32, 64] {
      let shape = ProductShape(rows: 1, inputs: 1, outputs: width)
      let d = Array(repeating: Float(-0.0), count: width)
      let zeros = Array(repeating: UInt64(0), count: width)
      var scratch = Guarded<Float>(shape.scratchCount)
      var gradient = Guarded<Float>(width)
      gradient.fill { gradient in
        scratch.fill { products.weightGradient(shape, 0..<1, false, [1], d, gradient, $0) }
      }
      #expect(gradient.numbers.bits == zeros)
      gradient.fill { products.biasGradient(shape, 0..<width, false, d, $0) }
      #expect(gradient.numbers.bits == zeros)

      var kept = Guarded<Float>(d)
      kept.fill { gradient in
        scratch.fill { products.weightGradient(shape, 0..<1, true, [1], d, gradient, $0) }
      }
      #expect(kept.numbers.bits == d.bits)
      kept.fill { products.biasGradient(shape, 0..<width, true, d, $0) }
      #expect(kept.numbers.bits == d.bits)
      // A forward sum starts at its bias and keeps it.
      gradient.fill { z in
        scratch.fill { products.forward(shape, 0..<width, [0], d, d, z, $0) }
      }
      #expect(gradient.numbers.bits == d.bits)
    }
  }
}
