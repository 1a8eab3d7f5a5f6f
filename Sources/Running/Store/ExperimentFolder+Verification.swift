internal import Datasets
internal import Experiments
internal import Files
internal import RunRecords
public import SystemPackage

extension ExperimentFolder {
  /// Whether the experiment's own files are what its runs make: its resolved spec and the tables of the
  /// latest plan, also as they are kept of it.
  ///
  /// Of runs that have not finished nothing but their status is told, which is taken as it stands. Where the
  /// table tells of a run as finished whose folder is not whole, or the other way round, nothing can be said.
  ///
  /// - Parameters:
  ///   - dataRoot: the folder that paths of data count from; nil for where the experiment had it.
  ///   - files: what is made of the records.
  public func verdictOnTables(dataRoot: FilePath?, _ files: [ResultFile]) -> Verdict {
    var library = DataLibrary(root: dataRoot ?? self.dataRoot ?? path, threads: 1)
    do {
      guard hasSpec else { return .finding(ExperimentFile.spec, .missing) }
      let spec = try path.appending(ExperimentFile.spec).contents()
      let whole = try LoadedSpec.plan(
        ofSaved: path.appending(ExperimentFile.spec), with: &library)
      guard Array(ResolvedSpec.text(of: whole).utf8) == spec else {
        return .finding(ExperimentFile.spec, .altered)
      }
      guard let table = try summary() else { return .same }
      let plan = table["shard"]?.first.flatMap { Shard($0) }.map(whole.part) ?? whole
      guard let result = result(of: plan, toldBy: table) else { return .unknown(.otherRuns) }
      let found = try files.flatMap { file in
        try findings(file, in: result, kept: KeptPlan(spec: spec, in: store))
      }
      return found.isEmpty ? .same : .findings(found)
    } catch let error as SpecFailure {
      return .unknown(.spec(error))
    } catch ResultsError.altered {
      return .finding(ExperimentFile.summary, .altered)
    } catch {
      return .unknown(.file("\(error)"))
    }
  }

  /// What the runs of a plan have come to, and where they have not finished how a table says they ended.
  ///
  /// - Returns: nil where the table and the folders do not tell of the same runs that they have finished.
  private func result(of plan: RunPlan, toldBy table: ResultTable) -> ExperimentResult? {
    let told = Dictionary(zip(table["run_id"] ?? [], table["status"] ?? [])) { first, _ in first }
    var agrees = true
    let (reached, records) = plan.strategy.followed { round in
      round.plan.runs.map { run in
        let found = store.known(run).flatMap { $0.summary == nil ? nil : $0 }
        let unfinished: RunRecord? =
          switch told[run.id.description].flatMap(RunStatus.init) {
          case .failed: RunRecord(failure: "")
          case .timedOut: RunRecord(timedOut: "")
          case .interrupted: .interrupted
          case .completed, .stoppedEarly, .pruned, .diverged, nil: nil
          }
        if (found == nil) != (unfinished != nil) { agrees = false }
        return unfinished ?? found ?? .interrupted
      }
    }
    return agrees ? ExperimentResult(reached, records) : nil
  }

  /// What is wrong with a file of the experiment, and with the copy that is kept of its plan.
  private func findings(
    _ file: ResultFile, in result: ExperimentResult, kept: KeptPlan
  ) throws -> [RunComparison.Finding] {
    let content = try file.content(result, store)
    var places = [(name: file.name, path: path.appending(file.name))]
    if ExperimentFile.keptOfPlans.contains(file.name) {
      places.append((".plans/\(kept.id)/\(file.name)", kept.folder.appending(file.name)))
    }
    return try places.compactMap { place in
      let found = try place.path.contentsIfFile()
      guard found != content else { return nil }
      guard let found else {
        return RunComparison.Finding(name: place.name, kind: .missing, place: nil)
      }
      return RunComparison.Finding(
        name: place.name, kind: .altered,
        place: content.flatMap { FilePlace(found, $0, file.name) })
    }
  }
}
