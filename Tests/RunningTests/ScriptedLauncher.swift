import Experiments
import RunRecords
import Synchronization
import TestPlans

@testable import Running

/// Trains nothing: what becomes of each run is said beforehand.
final class ScriptedLauncher: Launcher {
  /// What becomes of a run.
  enum Fate {
    /// It finishes with a loss; diverged where that is no number.
    case ends(loss: Double)
    /// It is said to finish with a loss, and leaves no folder.
    case vanishes(loss: Double)
    /// It is said to finish with a loss that it had before its last epoch, and leaves no folder.
    case vanishesEarly(loss: Double)
    /// It fails, for a reason.
    case fails(String)
    /// It takes too long.
    case timesOut
  }

  private let fate: @Sendable (RunPlan.Run) -> Fate
  private let orders = Mutex<[[Int]]>([])

  /// A launcher that a fate is asked of for each run, when that begins.
  init(_ fate: @escaping @Sendable (RunPlan.Run) -> Fate) { self.fate = fate }

  /// The runs that were to be trained, by their indices, order by order.
  var launched: [[Int]] { orders.withLock(\.self) }

  func firstEpochs(of round: SearchRound) -> [Int] {
    round.plan.runs.map { round.shorter[$0.id]?.epochsRun ?? 0 }
  }

  func launch(_ order: LaunchOrder, report: @escaping @Sendable (RunEvent) -> Void) {
    orders.withLock { $0.append(order.pending) }
    for index in order.pending where !order.cancellation.isCancelled {
      let run = order.round.plan.runs[index]
      do {
        guard try order.claims?.take(run.id) ?? true else {
          report(.held(index))
          continue
        }
        defer { order.claims?.release(run.id) }
        if !order.isForced, let record = order.store.known(run) {
          report(.cached(index, record))
          continue
        }
        report(.started(index))
        let fate = fate(run)
        if order.cancellation.isCancelled {
          report(.finished(index, .interrupted))
          continue
        }
        let record: RunRecord =
          switch fate {
          case .ends(let loss): RunRecord(try order.store.record(run, loss: loss), isCached: false)
          case .vanishes(let loss): Self.record(run, run.outcome(loss: loss))
          case .vanishesEarly(let loss): Self.record(run, run.outcome(loss: loss, best: 1))
          case .fails(let reason): RunRecord(failure: reason)
          case .timesOut: RunRecord(timedOut: "longer than --time-limit 1s")
          }
        report(.finished(index, record))
      } catch {
        report(.finished(index, RunRecord(failure: "\(error)")))
      }
    }
  }

  /// The record of a run that has no folder.
  private static func record(_ run: RunPlan.Run, _ outcome: RunOutcome) -> RunRecord {
    RunRecord(
      RunSummary(run, outcome, digest: "kkkkkkkkkkkkkkkk", files: []), isCached: false)
  }
}
