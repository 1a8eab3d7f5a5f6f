/// How long work takes.
enum Stopwatch {
  /// For how long short work is repeated.
  private static let patience = 0.05
  /// How long what is timed has to take, so that reading the clock costs nothing.
  private static let shortest = 20e-6

  /// The least seconds that a piece of work takes, of many repeats; work that takes longer than
  /// that is done but once or twice.
  static func least(_ work: () -> Void) -> Double {
    var calls = 1
    var total = 0.0
    var least = Double.infinity
    while total < patience {
      let seconds = Self.seconds { for _ in 0..<calls { work() } }
      total += seconds
      if seconds < shortest {
        calls *= 2
      } else {
        least = min(least, seconds / Double(calls))
      }
    }
    return least
  }

  /// The seconds of up to five repeats, fewer where they take more than a second together: as the
  /// peers of the benchmarks measure themselves.
  static func several(_ work: () -> Void) -> [Double] {
    var all: [Double] = []
    while all.isEmpty || (all.count < 5 && all.reduce(0, +) < 1) { all.append(seconds(work)) }
    return all
  }

  /// The seconds that work takes once.
  static func seconds(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .seconds(1)
  }
}
