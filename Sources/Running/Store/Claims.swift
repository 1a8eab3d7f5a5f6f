public import Experiments
public import Files
internal import RunRecords
internal import Synchronization
public import SystemPackage

/// What keeps processes that work in one experiment's folder from training the same run.
///
/// A claim is the file `.claims/ID`, which only one process can make. The claims of a process are links to
/// one file of its own, its pulse, whose time is renewed while it lives. They only save work: where two
/// processes train one run all the same, the first to publish it wins, and the other finds the same bytes.
public final class Claims: Sendable {
  private let experiment: FilePath
  private let folder: FilePath
  private let pulse: FilePath
  private let context: RunContext
  /// Makes another name for a file; answers whether there was none.
  private let link: Link
  /// The runs that this process has claimed.
  private let held = Mutex<Set<RunID>>([])

  /// How often the time of claims is renewed.
  private static let renewal = Duration.seconds(10)
  /// After how many seconds without renewal a claim means nothing.
  private static let lifetime = 60.0

  /// Makes another name for a file, which only one process can make.
  typealias Link = @Sendable (_ file: FilePath, _ name: FilePath) throws(FileError) -> Bool

  /// The claims of this process in the folder of an experiment; nothing is written yet.
  public convenience init(in experiment: FilePath, context: RunContext) {
    self.init(in: experiment, context: context) { (file, name) throws(FileError) in
      try file.link(as: name)
    }
  }

  /// The claims of this process on a file system that makes links, or does not, in such a way.
  init(in experiment: FilePath, context: RunContext, link: @escaping Link) {
    self.link = link
    self.experiment = experiment
    folder = Self.folder(of: experiment)
    pulse = folder.appending("\(context.drafts.host)-\(context.drafts.process)")
    self.context = context
  }

  /// Where the claims of an experiment are.
  private static func folder(of experiment: FilePath) -> FilePath {
    experiment.appending(".claims")
  }

  /// Tells others that this process is at work.
  ///
  /// - Returns: ends it, and gives up all claims.
  public func begin() throws(FileError) -> RunContext.Stop {
    // The claims of an ended process that had the same number are not to be renewed.
    try pulse.removeFile()
    try appear()
    let stop = context.timer(Self.renewal, true) { [self] in
      try? pulse.touch()
      // One that is no link has a time of its own.
      for id in held.withLock(\.self) { try? folder.appending(id.description).touch() }
    }
    return { [self] in
      stop()
      end()
    }
  }

  /// Gives up all claims, and tells others that this process is no longer at work.
  private func end() {
    for id in held.withLock(\.self) { release(id) }
    try? pulse.removeFile()
    try? folder.removeFolderIfEmpty()
  }

  /// What a pulse, and so a claim, says: whose it is.
  private var content: [UInt8] { Array("\(context.drafts.host) \(context.drafts.process)\n".utf8) }

  /// Makes the pulse.
  private func appear() throws(FileError) {
    var attempts = 3
    while true {
      try folder.makeFolder()
      do throws(FileError) {
        return try pulse.write(content)
      } catch {
        // Another process may just have removed the folder, as it was empty.
        attempts -= 1
        guard attempts > 0, error.reason == .noSuchFileOrDirectory else { throw error }
      }
    }
  }

  /// Claims a run, unless another process has claimed it and lives.
  ///
  /// - Precondition: this process has not claimed it.
  /// - Returns: whether the run is this process's.
  public func take(_ id: RunID) throws(FileError) -> Bool {
    let claim = folder.appending(id.description)
    var isTaken = try make(claim)
    if !isTaken { isTaken = try takeOver(claim) }
    guard isTaken else { return false }
    held.withLock { _ = $0.insert(id) }
    return true
  }

  /// Takes over a claim that is abandoned, if no other process does that or holds the experiment's lock: it
  /// might remove what the first to take it over has made.
  private func takeOver(_ claim: FilePath) throws(FileError) -> Bool {
    guard isAbandoned(claim), let lock = try FolderLock.acquire(experiment) else { return false }
    // Looked at again, as another may have taken it over, or given it up, before the lock was had.
    if claim.exists, isAbandoned(claim) { try claim.removeFile() }
    let isTaken = try make(claim)
    lock.release()
    return isTaken
  }

  /// Whether no other process that lives has claimed a run.
  func areFree(_ id: RunID) -> Bool {
    let claim = folder.appending(id.description)
    return !claim.exists || isAbandoned(claim)
  }

  /// Makes a claim.
  ///
  /// - Returns: whether there was none.
  private func make(_ claim: FilePath) throws(FileError) -> Bool {
    do throws(FileError) {
      return try link(pulse, claim)
    } catch {
      switch error.reason {
      case .noSuchFileOrDirectory:
        // Someone has removed the pulse.
        try appear()
        return try link(pulse, claim)
      case .notPermitted, .notSupported, .tooManyLinks, .noFunction: return try create(claim)
      default: throw error
      }
    }
  }

  /// Makes a claim where the file system has no links.
  private func create(_ claim: FilePath) throws(FileError) -> Bool {
    do throws(FileError) {
      try claim.create(content)
      return true
    } catch {
      guard error.reason == .fileExists else { throw error }
      return false
    }
  }

  /// Whether a claim that this process does not hold is of one that has ended or does not renew it.
  private func isAbandoned(_ claim: FilePath) -> Bool {
    if let owner = Owner(claim), owner.hasEnded(context) { return true }
    // Both times are by the clock of whoever keeps the files.
    try? pulse.touch()
    guard let now = pulse.modificationTime, let then = claim.modificationTime else { return true }
    return now - then > Self.lifetime
  }

  /// Gives up a run, if it is this process's.
  public func release(_ id: RunID) {
    guard held.withLock({ $0.remove(id) }) != nil else { return }
    try? folder.appending(id.description).removeFile()
  }

  /// Whether another process is at work in the folder of an experiment, as far as can be told by looking.
  public static func areHeld(in experiment: FilePath, context: RunContext) -> Bool {
    let folder = folder(of: experiment)
    return ((try? folder.entries()) ?? []).contains { name in
      guard let owner = Owner(folder.appending(name)) else { return false }
      if owner.host == context.drafts.host { return !owner.hasEnded(context) }
      let then = folder.appending(name).modificationTime
      return then.map { context.secondsSince1970() - $0 <= lifetime } ?? false
    }
  }

  /// Removes what processes that have ended have left, and this one; nothing else.
  ///
  /// - Precondition: the caller holds the folder's lock, and this process trains nothing in it.
  public static func removeAbandoned(in experiment: FilePath, context: RunContext) {
    let folder = folder(of: experiment)
    for name in (try? folder.entries()) ?? [] {
      let path = folder.appending(name)
      if Owner(path)?.hasEnded(context) == true { try? path.removeFile() }
    }
    try? folder.removeFolderIfEmpty()
  }

  /// Whose a claim is.
  private struct Owner {
    let host: String
    let process: Int

    /// Reads a claim; nil where it is none.
    init?(_ claim: FilePath) {
      guard let bytes = try? claim.contentsIfFile() else { return nil }
      let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      guard words.count == 2, words[1].hasSuffix("\n"), let process = Int(words[1].dropLast())
      else { return nil }
      (host, self.process) = (String(words[0]), process)
    }

    /// Whether the process is known to have ended: on another machine that cannot be told.
    ///
    /// One that had the number of this process has ended, as the first process of a container often has.
    func hasEnded(_ context: RunContext) -> Bool {
      host == context.drafts.host
        && (process == context.drafts.process || !ProcessTable.contains(process))
    }
  }
}
