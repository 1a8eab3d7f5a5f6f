public import Vocabulary

extension Dataset {
  /// The data of a built-in data set.
  public init(_ choice: Choice<BuiltInDataset>) {
    switch choice.word {
    case .xor: self.init(bits: 2) { $0 == 1 }
    case .and: self.init(bits: 2) { $0 == 2 }
    case .or: self.init(bits: 2) { $0 >= 1 }
    case .parity: self.init(bits: choice.integer("bits")) { !$0.isMultiple(of: 2) }
    case .twoSpirals: self.init(twoSpirals: choice)
    case .moons: self.init(moons: choice)
    case .circles: self.init(circles: choice)
    case .blobs: self.init(blobs: choice)
    case .sine: self.init(sine: choice)
    case .friedman1: self.init(friedman1: choice)
    }
  }

  /// Every row of so many bits, counting up with the last bit lowest, and a target by how many of
  /// a row's bits are 1.
  private init(bits: Int, isOne: (_ ones: Int) -> Bool) {
    let numbers = 0..<(1 << bits)
    self.init(
      inputs: numbers.flatMap { number in
        (0..<bits).reversed().map { Double((number >> $0) & 1) }
      },
      inputCount: bits, targets: numbers.map { isOne($0.nonzeroBitCount) ? 1 : 0 },
      areLabels: true)
  }
}
