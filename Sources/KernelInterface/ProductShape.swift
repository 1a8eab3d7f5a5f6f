/// The sizes of a dense layer's products.
public struct ProductShape: Sendable {
  /// The number of samples.
  public let rows: Int
  /// The number of inputs of the layer.
  public let inputs: Int
  /// The number of outputs of the layer.
  public let outputs: Int

  /// Collects the sizes.
  public init(rows: Int, inputs: Int, outputs: Int) {
    self.rows = rows
    self.inputs = inputs
    self.outputs = outputs
  }

  /// How many numbers each thread needs room for, aligned to 64 bytes; what is in it matters to
  /// nobody.
  public var scratchCount: Int {
    let depth = min(max(rows, max(inputs, outputs)), Self.blockDepth)
    let panel = Self.mostPanelColumns * depth
    guard max(inputs, outputs) >= Self.leastColumnsToPack else { return panel }
    return (Self.mostPanelColumns + Self.blockRows(Float.self)) * Self.blockDepth
  }
}

/// How the kernels cut products into blocks, for them and for `scratchCount`.
extension ProductShape {
  /// How many terms of a sum are added before the next sums have their turn: a panel of the right
  /// matrix takes a first cache of 48 KiB at most.
  @inline(always) public static var blockDepth: Int { 192 }
  /// How many rows are computed before the next: with `blockDepth`, a block of the left matrix takes
  /// less than a quarter of a second cache of 1 MiB.
  @inline(always) public static func blockRows<Scalar>(_: Scalar.Type) -> Int {
    1024 / MemoryLayout<Scalar>.stride
  }
  /// The columns of the widest panel of any instruction set.
  @inline(always) static var mostPanelColumns: Int { 64 }
  /// Up to how many columns of the result a transposed right matrix is transposed whole, not panel by
  /// panel.
  @inline(always) public static var mostColumnsTransposedWhole: Int { 32 }
  /// From how many columns of the result on it pays to pack the left matrix.
  @inline(always) public static var leastColumnsToPack: Int { 128 }

  /// How many numbers a line of the caches has.
  @inline(always) public static func lineCount<Scalar>(_: Scalar.Type) -> Int {
    64 / MemoryLayout<Scalar>.stride
  }

  /// Whether rows so far apart fall into the same sets of a cache, and drive each other out.
  @inline(always) public static func collides<Scalar>(stride: Int, _: Scalar.Type) -> Bool {
    stride % (4096 / MemoryLayout<Scalar>.stride) == 0
  }
}
