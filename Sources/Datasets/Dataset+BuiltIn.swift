internal import Vocabulary

extension Dataset {
  /// The data of a built-in data set.
  init(_ choice: Choice<BuiltInDataset>) {
    switch choice.word {
    case .xor: self.init(bits: 2) { $0 == 1 }
    case .and: self.init(bits: 2) { $0 == 2 }
    case .or: self.init(bits: 2) { $0 >= 1 }
    case .parity: self.init(bits: choice.integer("bits")) { !$0.isMultiple(of: 2) }
    }
  }

  /// Every row of so many bits, counting up with the last bit lowest, and a target by how many of
  /// a row's bits are 1.
  private init(bits: Int, isOne: (_ ones: Int) -> Bool) {
    let numbers = 0..<(1 << bits)
    self.init(
      inputs: numbers.map { number in
        (0..<bits).reversed().map { Double((number >> $0) & 1) }
      },
      targets: numbers.map { [isOne($0.nonzeroBitCount) ? 1 : 0] })
  }
}
