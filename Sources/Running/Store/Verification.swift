internal import Datasets
public import Engine
internal import Experiments
internal import Files
internal import RunRecords
internal import SpecReading
internal import Synchronization
public import SystemPackage
internal import Training

/// The training of finished runs again, to compare their files.
public struct Verification: Sendable {
  /// The folders of the runs.
  private let folders: [FilePath]
  /// The folder that paths of data count from; nil for where each run had it.
  private let dataRoot: FilePath?
  /// What runs are computed with.
  private let engine: Engine
  /// How many jobs are trained at once.
  private let jobs: Int
  /// Where runs are trained to; each is removed when it has been looked at.
  private let scratch: RunStore
  private let context: RunContext
  /// Stops everything at the next batch of rows.
  private let cancellation: Cancellation

  /// A verification of runs.
  ///
  /// - Parameters:
  ///   - folders: the folders of the runs.
  ///   - dataRoot: the folder that paths of data count from; nil for where each run had it.
  ///   - scratch: a folder to train in.
  public init(
    of folders: [FilePath], dataRoot: FilePath?, engine: Engine, jobs: Int, scratch: FilePath,
    context: RunContext, cancellation: Cancellation
  ) {
    self.folders = folders
    self.dataRoot = dataRoot
    self.engine = engine
    self.jobs = jobs
    self.scratch = context.store(scratch)
    self.context = context
    self.cancellation = cancellation
  }

  /// A run that can be trained again.
  private struct Candidate {
    /// Its index among the folders.
    let index: Int
    /// The run as it is found.
    let saved: SavedRun
    /// What its spec makes.
    let run: RunPlan.Run
  }

  /// Trains every run that can be.
  ///
  /// - Parameter report: is given what came of each, by its index among the folders; in any order, on any
  ///   thread.
  public func run(
    _ report: @escaping @Sendable (_ index: Int, Verdict) -> Void
  ) throws(ResultsError) {
    do throws(FileError) { try scratch.prepare() } catch { throw .file(error) }
    // Runs that read their data from one folder are trained together.
    for (root, candidates) in candidates(report) {
      if cancellation.isCancelled { return }
      train(candidates, root.library, report)
    }
  }

  /// The data of runs whose paths count from one folder.
  private struct Root {
    let path: FilePath
    var library: DataLibrary
  }

  /// Reads the runs with their data, each file once; what cannot be trained is reported.
  private func candidates(
    _ report: (_ index: Int, Verdict) -> Void
  ) -> [(root: Root, candidates: [Candidate])] {
    var groups: [(root: Root, candidates: [Candidate])] = []
    for (index, folder) in folders.enumerated() {
      do throws(Verdict) {
        let (saved, id) = try Self.saved(in: folder)
        let spec = folder.appending(RunFile.spec)
        let path = dataRoot ?? DataRoot.ofSpec(spec)
        let known = groups.firstIndex { $0.root.path == path }
        let group = known ?? groups.count
        if known == nil {
          let library = DataLibrary(root: path, threads: context.coreCount)
          groups.append((Root(path: path, library: library), []))
        }
        let run = try Self.run(id, spec, &groups[group].root.library)
        groups[group].candidates.append(Candidate(index: index, saved: saved, run: run))
      } catch {
        report(index, error)
      }
    }
    return groups.filter { !$0.candidates.isEmpty }
  }

  /// A run whose spec is as it was left, and the id that this spec makes.
  private static func saved(in folder: FilePath) throws(Verdict) -> (SavedRun, RunID) {
    let (saved, id): (SavedRun, RunID)
    do throws(SavedRun.Fault) {
      saved = try SavedRun(in: folder)
      id = RunID(canonicalSpec: try saved.contents(of: RunFile.spec))
    } catch {
      switch error {
      case .file(let error): throw .unknown(.file(error.description))
      case .noRun: throw .finding(RunFile.summary, .missing)
      case .missing(let name): throw .finding(name, .missing)
      case .altered(let name): throw .finding(name, .altered)
      }
    }
    if let name = RunID(saved.name), name != id {
      throw .unknown(.misnamed(isOf: id.description))
    }
    return (saved, id)
  }

  /// The run with an id that a spec makes.
  private static func run(
    _ id: RunID, _ spec: FilePath, _ library: inout DataLibrary
  ) throws(Verdict) -> RunPlan.Run {
    let plan: RunPlan
    do throws(SpecFailure) {
      plan = try LoadedSpec.plan(ofSaved: spec, with: &library)
    } catch {
      throw .unknown(.spec(error))
    }
    guard plan.runs.count == 1, plan.runs[0].id == id else {
      throw .unknown(.otherVersion(makes: plan.runs[0].id.description))
    }
    return plan.runs[0]
  }

  /// Trains runs, and reports how their files compare.
  private func train(
    _ candidates: [Candidate], _ library: DataLibrary,
    _ report: @escaping @Sendable (_ index: Int, Verdict) -> Void
  ) {
    let runs = candidates.map(\.run)
    let trainingJobs = TrainingJob.jobs(
      of: Array(runs.indices), in: runs, workers: jobs, engine: engine)
    let training = JobTraining(
      runs, into: scratch, data: library.prepared(for: runs.map(\.configuration)),
      engine: engine,
      trainer: RunTrainer(
        engine: engine, initialTensors: library.initialTensors(of: runs.map(\.configuration))),
      context: context, cancellation: cancellation)
    let scratch = scratch
    Scheduler(workers: jobs).run(
      trainingJobs.count, cancellation: cancellation,
      perform: { job, worker in
        training.train(trainingJobs[job], worker: worker) { event in
          guard case .finished(let index, let record) = event, record.status != .interrupted
          else { return }
          let candidate = candidates[index]
          report(candidate.index, Self.verdict(candidate, record, scratch))
        }
      },
      receive: { _, _ in })
  }

  /// How the files of a run compare with those that it has just come out with, which are then removed.
  private static func verdict(
    _ candidate: Candidate, _ record: RunRecord, _ scratch: RunStore
  ) -> Verdict {
    guard record.summary != nil else {
      return .unknown(
        .failed(record.message ?? "it failed", isOutside: record.isOutsideFailure))
    }
    let folder = scratch.folder(of: candidate.run.id)
    defer { try? folder.removeTree() }
    do {
      let comparison = try RunComparison(candidate.saved, trainedAgain: SavedRun(in: folder))
      return comparison.findings.isEmpty ? .same : .findings(comparison.findings)
    } catch {
      return .unknown(.file("\(error)"))
    }
  }
}
