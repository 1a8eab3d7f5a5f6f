public import Vocabulary

/// How much the rows of each class count in the steps of training.
public enum ClassWeights: Hashable, Sendable {
  /// All classes alike together: a row counts n / (k · m), where its class has m of the n training
  /// rows, and k classes have any (scikit-learn's `balanced`).
  case balanced
  /// So much; a class that is not among the labels counts once.
  case labelled([Label: Double])

  /// A class, by its number from 0, with what it is called.
  public struct Label: Hashable, Sendable {
    /// The number.
    public let number: Int
    /// What a spec calls it.
    public let name: String
  }

  /// The canonical form.
  public var specValue: SpecValue {
    switch self {
    case .balanced: .text(ClassWeighting.balanced.name)
    case .labelled(let weights):
      .mapping(
        weights.sorted { $0.key.number < $1.key.number }.map {
          SpecValue.Member($0.key.name, .number($0.value))
        })
    }
  }

  /// The weight of each class, by its number.
  ///
  /// - Parameters:
  ///   - counts: how many of the training rows each class has; the last may be left out that have none.
  ///   - classes: how many classes there are.
  public func weights(counts: [Int], classes: Int) -> [Double] {
    switch self {
    case .balanced:
      let present = counts.count { $0 > 0 }
      let rows = counts.reduce(0, +)
      return (0..<classes).map { label in
        guard counts.indices.contains(label), counts[label] > 0 else { return 1 }
        return Double(rows) / (Double(present) * Double(counts[label]))
      }
    case .labelled(let weights):
      let byNumber = Dictionary(
        weights.map { ($0.key.number, $0.value) }, uniquingKeysWith: { first, _ in first })
      return (0..<classes).map { byNumber[$0] ?? 1 }
    }
  }
}
