/// The combinations of one index from each of several ranges, the last changing fastest.
struct Combinations: IteratorProtocol {
  /// How many indices each range has.
  private let counts: [Int]
  /// The combination to give next; nil after the last.
  private var following: [Int]?

  /// The combinations of indices below the counts; one empty combination where there are no counts.
  init(counts: [Int]) {
    self.counts = counts
    following = counts.contains(0) ? nil : counts.map { _ in 0 }
  }

  /// The next combination; nil after the last.
  mutating func next() -> [Int]? {
    guard let combination = following else { return nil }
    var successor = combination
    var place = counts.count - 1
    while place >= 0 {
      successor[place] += 1
      if successor[place] < counts[place] { break }
      successor[place] = 0
      place -= 1
    }
    following = place >= 0 ? successor : nil
    return combination
  }
}
