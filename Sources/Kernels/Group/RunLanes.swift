/// The same number of several runs, side by side: an element of a group of networks.
///
/// A group is computed as one network would be whose every number is `count` numbers. Nothing ever
/// passes from one lane to another, so that a run has the same bits in any company, and alone, where
/// the element is a plain number.
///
/// The numbers of units lie as `[units × rows × lanes]`: those of four samples follow each other,
/// and are worked on as one.
protocol RunLanes: UnitSums, SendableMetatype {
  /// The numbers of four samples, `[4 × lanes]`.
  associatedtype Samples: UnitSums where Samples.Scalar == Scalar
  /// What loops over numbers in memory take at once.
  associatedtype Stretch: Lanes where Stretch.Scalar == Scalar

  /// The numbers four times, once for each sample.
  var repeated: Samples { get }
  /// Whether registers suffice for the sums of four units at once.
  static var hasRoomForFourUnits: Bool { get }
  /// Computes the gradient of a layer.
  static func compute<Finish: GradientFinish>(_ gradient: GroupGradient<Self, Finish>)
}

extension RunLanes {
  @inline(always) static func compute<Finish: GradientFinish>(
    _ gradient: GroupGradient<Self, Finish>
  ) {
    gradient.compute()
  }
}

/// A precision in which groups of networks are computed.
protocol GroupScalar: StripScalar, RunLanes where Samples: FourLanes {
  /// As many runs as a vector has lanes.
  associatedtype Narrow: RunLanes where Narrow.Scalar == Self
  /// As many runs as several vectors have lanes.
  associatedtype Wide: RunLanes where Wide.Scalar == Self
}

extension Float: GroupScalar {
  typealias Samples = FloatQuad
  typealias Stretch = FloatQuad
  typealias Narrow = FloatVector
  typealias Wide = FloatBlock

  @inline(always) var repeated: FloatQuad { FloatQuad(broadcast: self) }
  @inline(always) static var hasRoomForFourUnits: Bool { true }
  @inline(always) static func compute<Finish: GradientFinish>(
    _ gradient: GroupGradient<Float, Finish>
  ) {
    SingleGradient(layer: gradient).compute()
  }
}

extension Double: GroupScalar {
  typealias Samples = DoubleQuad
  typealias Stretch = DoubleQuad
  typealias Narrow = DoubleVector
  typealias Wide = DoubleBlock

  @inline(always) var repeated: DoubleQuad { DoubleQuad(broadcast: self) }
  @inline(always) static var hasRoomForFourUnits: Bool { true }
  @inline(always) static func compute<Finish: GradientFinish>(
    _ gradient: GroupGradient<Double, Finish>
  ) {
    SingleGradient(layer: gradient).compute()
  }
}

extension FloatVector: RunLanes {
  typealias Samples = FloatBlock
  typealias Stretch = FloatBlock

  @inline(always) var repeated: FloatBlock { FloatBlock(repeating: self) }
  @inline(always) static var hasRoomForFourUnits: Bool { hasManyRegisters }
}

extension DoubleVector: RunLanes {
  typealias Samples = DoubleBlock
  typealias Stretch = DoubleBlock

  @inline(always) var repeated: DoubleBlock { DoubleBlock(repeating: self) }
  @inline(always) static var hasRoomForFourUnits: Bool { hasManyRegisters }
}

extension FloatBlock: RunLanes {
  typealias Samples = Pair<Pair<FloatBlock>>
  typealias Stretch = FloatBlock

  @inline(always) var repeated: Samples { Pair(Pair(self, self), Pair(self, self)) }
  @inline(always) static var hasRoomForFourUnits: Bool { false }
}

extension DoubleBlock: RunLanes {
  typealias Samples = Pair<Pair<DoubleBlock>>
  typealias Stretch = DoubleBlock

  @inline(always) var repeated: Samples { Pair(Pair(self, self), Pair(self, self)) }
  @inline(always) static var hasRoomForFourUnits: Bool { false }
}

/// Whether there are 32 registers of 512 bits.
@inline(always) private var hasManyRegisters: Bool {
  #if AVX512
    true
  #else
    false
  #endif
}

/// Whether a fused multiply-add is an instruction: where it is a call for each lane, a formula is not to
/// be in the program many times.
@inline(always) var isFusedInstruction: Bool {
  #if FMA || arch(arm64)
    true
  #else
    false
  #endif
}
