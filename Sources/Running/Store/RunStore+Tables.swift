internal import Experiments
internal import Files
internal import RunRecords
internal import SystemPackage

// The files of an experiment beside the folders of its runs. Who writes them holds the folder's lock.
extension RunStore {
  /// Locks the folder, which is made where there is none, while its tables are written or runs are removed.
  ///
  /// - Parameters:
  ///   - isCancelled: ends the wait.
  ///   - wait: is called once where another process has the lock for longer than a moment.
  /// - Returns: nil where the wait was cancelled.
  func locked(
    _ context: RunContext, unless isCancelled: () -> Bool = { false }, wait: () -> Void
  ) throws(FileError) -> FolderLock? {
    try folder.makeFolder()
    var lock = try FolderLock.acquire(folder)
    var attempts = 1
    while lock == nil, !isCancelled() {
      // Who writes tables is done in a moment.
      if attempts == 20 { wait() }
      context.pause(.milliseconds(50))
      lock = try FolderLock.acquire(folder)
      attempts += 1
    }
    if lock != nil { try prepare() }
    return lock
  }

  /// Writes the spec of a plan that begins, so that it is known also where the plan never ends, and makes
  /// it the latest: the tables that are not its own give way to those that are kept of it, if there are any.
  func begin(_ plan: KeptPlan, spec: [UInt8]) throws(FileError) {
    try plan.folder.makeFolder()
    try set(ExperimentFile.spec, in: plan.folder, to: spec)
    let found = try folder.appending(ExperimentFile.spec).contentsIfFile()
    let isOfOther = try plans().last.map { $0 != plan } ?? false
    if isOfOther || (found != nil && found != spec) {
      for name in [ExperimentFile.summary, ExperimentFile.aggregate] {
        try set(name, in: folder, to: try plan.folder.appending(name).contentsIfFile())
      }
      try set(ExperimentFile.lossCurve, in: folder, to: nil)
    }
    try set(ExperimentFile.spec, in: folder, to: spec)
    try setLatest(plan)
  }

  /// Writes the other files of a plan that has ended, each replaced as a whole, and removes those that it
  /// has not; where one cannot be written, the others are all the same.
  ///
  /// Where another plan has begun meanwhile, the experiment's own files are left to that one.
  ///
  /// - Returns: what could not be written, by the names of the files.
  func write(
    _ result: ExperimentResult, of plan: KeptPlan, _ files: [ResultFile], _ provenance: Provenance,
    _ context: RunContext
  ) -> [String: FileError] {
    var errors: [String: FileError] = [:]
    func attempt(_ name: String, _ body: () throws(FileError) -> Void) {
      do throws(FileError) { try body() } catch { errors[name] = errors[name] ?? error }
    }
    var isLatest = true
    attempt(".plans") { () throws(FileError) in
      isLatest = try plans().last.map { $0 == plan } ?? true
    }
    for file in files {
      attempt(file.name) { () throws(FileError) in
        let content = try file.content(result, self)
        if isLatest { try set(file.name, in: folder, to: content) }
        if ExperimentFile.keptOfPlans.contains(file.name) {
          try set(file.name, in: plan.folder, to: content)
        }
      }
    }
    if isLatest {
      attempt(ExperimentFile.provenance) { () throws(FileError) in
        let content = result.provenanceJSON(provenance, planID: plan.id)
        try set(ExperimentFile.provenance, in: folder, to: content)
      }
    }
    attempt(".partial") { () throws(FileError) in
      // Others may have been killed whose runs this process has trained since.
      try removeAttempts(at: { folder(of: $0).exists }, files: ExperimentFile.all)
      Claims.removeAbandoned(in: folder, context: context)
      try tidy()
    }
    return errors
  }

  /// Whether the deterministic files of an experiment that has ended are what would be written.
  func holds(
    _ result: ExperimentResult, spec: [UInt8], _ files: [ResultFile]
  ) throws(FileError) -> Bool {
    guard try folder.appending(ExperimentFile.spec).contentsIfFile() == spec else { return false }
    for file in files {
      let (found, content) = (
        try folder.appending(file.name).contentsIfFile(), try file.content(result, self)
      )
      if found != content { return false }
    }
    return true
  }
}
