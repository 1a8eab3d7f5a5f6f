internal import RunRecords
public import Running
internal import Synchronization

/// What came of each run that was trained again, told in the order of the runs as it becomes known.
public final class VerificationReport: Sendable {
  private let state: Mutex<State>
  /// Writes a line; answers whether that went well.
  private let write: @Sendable (String) -> Bool

  /// What is known.
  private struct State {
    /// The lines of each run; nil for what is not known yet.
    var lines: [[String]?]
    /// How many runs have been told of.
    var told = 0
    /// How many runs came out the same.
    var same = 0
    /// Whether lines can be written.
    var isWritable = true
  }

  /// A report on so many runs.
  ///
  /// - Parameter write: writes a line; answers whether that went well: where it did not, nothing more is
  ///   written.
  public init(count: Int, write: @escaping @Sendable (String) -> Bool) {
    self.write = write
    state = Mutex(State(lines: Array(repeating: nil, count: count)))
  }

  /// Takes note of what came of a run, by its index.
  public func insert(_ verdict: Verdict, _ index: Int, name: String) {
    state.withLock { state in
      state.lines[index] = verdict.lines(of: name)
      if case .same = verdict { state.same += 1 }
      while state.told < state.lines.count, let lines = state.lines[state.told] {
        for line in lines { tell(line, &state) }
        state.told += 1
      }
    }
  }

  /// Tells what came of the experiment's own tables.
  public func insert(tables verdict: Verdict, name: String) {
    state.withLock { state in
      if case .same = verdict { return }
      for line in verdict.lines(of: name) { tell(line, &state) }
    }
  }

  /// Tells how many runs came out the same.
  ///
  /// - Parameter isComplete: whether all runs were trained.
  /// - Returns: whether all that was found could be told.
  public func close(isComplete: Bool) -> Bool {
    state.withLock { state in
      let count = Readable.count(state.lines.count, "run")
      let known = state.lines.count { $0 != nil }
      let remark =
        isComplete ? "" : ", \(Readable.count(state.lines.count - known)) not trained again"
      tell("\(Readable.count(state.same)) of \(count) came out the same\(remark)", &state)
      return state.isWritable || known == state.lines.count
    }
  }

  private func tell(_ line: String, _ state: inout State) {
    if state.isWritable { state.isWritable = write(line + "\n") }
  }
}

extension Verdict {
  /// The lines that tell of it.
  func lines(of name: String) -> [String] {
    switch self {
    case .same: ["same     \(name)"]
    case .unknown(let obstacle): ["unknown  \(name): \(obstacle.phrase)"]
    case .findings(let findings):
      findings.map { finding in
        let place = finding.place.map {
          ": \($0.name) is \($0.first), and \($0.second) when made again"
        }
        return switch finding.kind {
        case .missing: "altered  \(name): \(finding.name) is missing"
        case .altered:
          "altered  \(name): \(finding.name) is not as the run left it" + (place ?? "")
        case .differs: "differs  \(name): \(finding.name)" + (place ?? " has other bytes")
        }
      }
    }
  }
}

extension Verdict.Obstacle {
  /// Why something cannot be made again, in words.
  var phrase: String {
    switch self {
    case .file(let reason): reason
    case .misnamed(let id): "its folder has the name of another run, as it is \(id)"
    case .spec: "its spec or its data is not to be had, as told above"
    case .otherVersion(let id):
      "its spec makes run \(id) now: another version of nn-run trained it"
    case .otherRuns:
      "its tables cannot be made again, as they tell of other finished runs than are here"
    case .failed(let reason, _): reason
    }
  }
}
