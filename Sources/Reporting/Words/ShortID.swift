/// How runs are called by the beginnings of their ids.
enum ShortID {
  /// How many letters tell some ids apart; at least 8.
  ///
  /// - Complexity: O(n log n) for n ids.
  static func letters(of ids: [String]) -> Int {
    let sorted = Set(ids).map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    return zip(sorted, sorted.dropFirst()).reduce(8) { letters, neighbours in
      max(letters, zip(neighbours.0, neighbours.1).prefix { $0 == $1 }.count + 1)
    }
  }
}
