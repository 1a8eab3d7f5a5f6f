internal import Datasets
internal import Engine
internal import Experiments
internal import Files
internal import RunRecords
internal import Scheduling
internal import Synchronization
internal import SystemPackage
internal import Training
internal import Running

/// The training of finished runs again, to compare their files.
struct Verification {
  /// The folders of the runs.
  let folders: [FilePath]
  /// The folder that paths of data count from; nil for where each run had it.
  let dataRoot: FilePath?
  /// What runs are computed with.
  let engine: Engine
  /// How many pieces are trained at once.
  let jobs: Int
  /// Where runs are trained to; each is removed when it has been looked at.
  let scratch: RunStore
  /// Stops everything at the next batch of rows.
  let cancellation: Cancellation

  /// A run that can be trained again.
  private struct Candidate {
    /// Its place among the folders.
    let place: Int
    /// The run as it is found.
    let saved: SavedRun
    /// What its spec makes.
    let run: RunPlan.Run
  }

  /// The data of all runs that are trained.
  private struct Inputs {
    /// The data by what runs select of it.
    var data: [DataSelection: PreparedData] = [:]
    /// The tensors of files of initial weights, by digest.
    var tensors: [String: [Tensor]] = [:]
  }

  /// Trains every run that can be, and prints what came of each, in the order of the folders.
  ///
  /// - Returns: what the program is to exit with, but for signals.
  func run() -> ExitStatus {
    do throws(FileError) { try scratch.prepare() } catch {
      Console.error.tell("\(error)")
      return .cannotCreate
    }
    let report = VerificationReport(count: folders.count, cancellation: cancellation)
    let (candidates, inputs) = candidates(report)
    train(candidates, inputs, report)
    return report.close(isComplete: !cancellation.isCancelled)
  }

  /// Reads the runs with their data, each file once; what cannot be trained is reported.
  private func candidates(_ report: VerificationReport) -> ([Candidate], Inputs) {
    var libraries: [FilePath: DataLibrary] = [:]
    var configurations: [FilePath: [RunConfiguration]] = [:]
    var candidates: [Candidate] = []
    for (place, folder) in folders.enumerated() {
      do throws(Verdict) {
        let (saved, id) = try Self.saved(in: folder)
        let spec = folder.appending(RunFile.spec)
        let root = dataRoot ?? DataRoot.ofSpec(spec)
        var library = libraries[root] ?? DataLibrary(root: root, threads: Machine.coreCount)
        defer { libraries[root] = library }
        let run = try Self.run(id, spec, &library)
        configurations[root, default: []].append(run.configuration)
        candidates.append(Candidate(place: place, saved: saved, run: run))
      } catch {
        report.insert(error, place, folder)
      }
    }
    var inputs = Inputs()
    for (root, library) in libraries {
      let configurations = configurations[root] ?? []
      inputs.data.merge(library.prepared(for: configurations)) { known, _ in known }
      inputs.tensors.merge(library.initialTensors(of: configurations)) { known, _ in known }
    }
    return (candidates, inputs)
  }

  /// A run whose spec is as it was left, and the id that this spec makes.
  private static func saved(in folder: FilePath) throws(Verdict) -> (SavedRun, RunID) {
    let (saved, id): (SavedRun, RunID)
    do throws(SavedRun.Fault) {
      saved = try SavedRun(in: folder)
      id = RunID(canonicalSpec: try saved.contents(of: RunFile.spec))
    } catch {
      switch error {
      case .file(let error): throw .untrainable("\(error)", .ioError)
      case .noRun: throw .finding(RunFile.summary, .missing)
      case .missing(let name): throw .finding(name, .missing)
      case .altered(let name): throw .finding(name, .altered)
      }
    }
    if let name = RunID(saved.name), name != id {
      throw .untrainable("its folder has the name of another run, as it is \(id)", .runFailed)
    }
    return (saved, id)
  }

  /// The run with an id that a spec makes.
  private static func run(
    _ id: RunID, _ spec: FilePath, _ library: inout DataLibrary
  ) throws(Verdict) -> RunPlan.Run {
    let plan: RunPlan
    do throws(ExitError) {
      plan = try SpecLoader().plan(ofSaved: spec, with: &library)
    } catch {
      throw .untrainable("its spec or its data is not to be had, as told above", error.status)
    }
    guard plan.runs.count == 1, plan.runs[0].id == id else {
      throw .untrainable(
        "its spec makes run \(plan.runs[0].id) now: another version of nn-run trained it",
        .runFailed)
    }
    return plan.runs[0]
  }

  /// Trains runs, and reports how their files compare.
  private func train(_ candidates: [Candidate], _ inputs: Inputs, _ report: VerificationReport) {
    let scratch = scratch
    let work = TrainingWork(
      runs: candidates.map(\.run), store: scratch, data: inputs.data, dataRoot: nil,
      engine: engine, trainer: RunTrainer(engine: engine, initialTensors: inputs.tensors),
      timeLimit: nil, rung: nil, cancellation: cancellation)
    let pieces = TrainingPiece.pieces(
      of: Array(candidates.indices), in: candidates.map(\.run), workers: jobs, engine: engine)
    Scheduler(workers: jobs).run(
      pieces.count, cancellation: cancellation,
      perform: { piece, worker in
        work.train(
          pieces[piece], worker: worker, advance: { _, _ in },
          finish: { index, result in
            let candidate = candidates[index]
            guard result.record.status != .interrupted else { return }
            report.insert(
              Self.verdict(candidate, result, scratch), candidate.place, candidate.saved.folder)
          })
      },
      receive: { _, _ in })
  }

  /// How the files of a run compare with those that it has just come out with, which are then removed.
  private static func verdict(
    _ candidate: Candidate, _ result: TrainingWork.Result, _ scratch: RunStore
  ) -> Verdict {
    guard result.record.summary != nil else {
      return .untrainable(result.record.message ?? "it failed", max(result.status, .runFailed))
    }
    let folder = scratch.folder(of: candidate.run.id)
    defer { try? folder.removeTree() }
    do {
      let comparison = try RunComparison(candidate.saved, trainedAgain: SavedRun(in: folder))
      return comparison.findings.isEmpty ? .same : .findings(comparison.findings)
    } catch {
      return .untrainable("\(error)", .ioError)
    }
  }
}
