public import Engine
public import Experiments
internal import Vocabulary

/// Runs that one worker trains together, in one form.
public struct TrainingPiece: Hashable, Sendable {
  /// The runs, by their places in the plan, ascending.
  public let runs: [Int]
  /// How they are trained.
  public let form: TrainingForm
  /// How many networks the form computes side by side; some may stand empty.
  public let lanes: Int
  /// How many threads share the work on each network.
  public private(set) var threads = 1

  /// Runs to train in a form.
  private init(runs: [Int], form: TrainingForm, lanes: Int) {
    self.runs = runs
    self.form = form
    self.lanes = lanes
  }

  /// Deals runs out to pieces, those of one kind side by side where that takes less time.
  ///
  /// Results do not depend on it.
  ///
  /// - Parameters:
  ///   - pending: the runs to train, by their places, with their configurations.
  ///   - workers: how many pieces are trained at once.
  /// - Returns: the pieces, ordered by their first runs.
  /// - Complexity: O(runs).
  public static func pieces(
    of pending: [(run: Int, configuration: RunConfiguration)], workers: Int, engine: Engine
  ) -> [TrainingPiece] {
    var places: [RunKind: Int] = [:]
    var groups: [[(run: Int, configuration: RunConfiguration)]] = []
    for entry in pending {
      let kind = RunKind(entry.configuration)
      if let place = places[kind] {
        groups[place].append(entry)
      } else {
        places[kind] = groups.count
        groups.append([entry])
      }
    }
    let dealt = groups.flatMap { pieces(ofOneKind: $0, workers: workers, engine: engine) }
      .sorted { $0.runs[0] < $1.runs[0] }
    let configurations = Dictionary(
      pending.map { ($0.run, $0.configuration) }, uniquingKeysWith: { first, _ in first })
    return dealt.map { piece in
      guard let configuration = configurations[piece.runs[0]], piece.form == .matrix,
        TrainingCost(configuration, on: engine.instructionSet).isWorthSharing
      else { return piece }
      var shared = piece
      shared.threads = max(1, workers / dealt.count)
      return shared
    }
  }

  /// Deals out runs of one kind.
  private static func pieces(
    ofOneKind group: [(run: Int, configuration: RunConfiguration)], workers: Int, engine: Engine
  ) -> [TrainingPiece] {
    let cost = TrainingCost(group[0].configuration, on: engine.instructionSet)
    let canBeGrouped =
      Architecture(group[0].configuration).canBeGrouped
      && group[0].configuration.classWeights == nil
    let forms = canBeGrouped ? TrainingForm.allCases : [.matrix]
    var pieces: [TrainingPiece] = []
    var start = 0
    while start < group.count {
      // No worker is to wait for another that has all the runs.
      let share = min(group.count - start, max(1, (group.count + workers - 1) / workers))
      let choices = forms.map { form in
        let lanes = lanes(of: form, for: group[0].configuration, engine)
        let runs = min(lanes, share)
        let time = cost.nanosecondsPerEpoch(in: form) * Double(lanes) / Double(runs)
        return (form: form, lanes: lanes, runs: runs, time: time)
      }
      guard let best = choices.min(by: { $0.time < $1.time }) else { break }
      let end = start + best.runs
      pieces.append(
        TrainingPiece(runs: group[start..<end].map(\.run), form: best.form, lanes: best.lanes))
      start = end
    }
    return pieces
  }

  /// How many networks a form takes in the precision of a run.
  private static func lanes(
    of form: TrainingForm, for configuration: RunConfiguration, _ engine: Engine
  ) -> Int {
    switch configuration.precision {
    case .float32: engine.lanes(of: form, Float.self)
    case .float64: engine.lanes(of: form, Double.self)
    }
  }
}
