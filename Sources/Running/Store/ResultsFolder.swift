internal import Files
public import SystemPackage

/// A folder with the folders of experiments in it, such as `runs`.
public struct ResultsFolder: Sendable {
  /// Where it is.
  public let path: FilePath
  private let context: RunContext

  /// The folder at a path.
  public init(_ path: FilePath, _ context: RunContext) {
    self.path = path
    self.context = context
  }

  /// The experiments in it, in the order of their names.
  public func experiments() throws(ResultsError) -> [ExperimentFolder] {
    guard path.exists else { return [] }
    let names: [FilePath.Component]
    do throws(FileError) { names = try path.entries() } catch { throw .file(error) }
    var experiments: [ExperimentFolder] = []
    for name in names {
      if let found = try ExperimentFolder(path.appending(name), context) {
        experiments.append(found)
      }
    }
    return experiments
  }

  /// The experiment that a word means: its folder, or its name in this one; nil where there is none.
  public func experiment(_ word: String) throws(ResultsError) -> ExperimentFolder? {
    guard !word.isEmpty else { return nil }
    if let experiment = try ExperimentFolder(FilePath(word), context) { return experiment }
    return try ExperimentFolder(path.pushing(FilePath(word)), context)
  }

  /// The experiment that a word means; the only one that there is where there is no word.
  public func experiment(named word: String?) throws(ResultsError) -> ExperimentFolder {
    if let word {
      guard let experiment = try experiment(word) else {
        throw try missing("\(path) has no experiment \"\(word)\"")
      }
      return experiment
    }
    let experiments = try experiments()
    guard let first = experiments.first else { throw empty }
    guard experiments.count == 1 else {
      throw .ambiguous(
        "name an experiment; there are \(Self.list(experiments.map(\.name)))")
    }
    return first
  }

  /// That there are no results at all.
  public var empty: ResultsError {
    .missing(
      "there are no results in \(path); `nn-run SPEC` makes some, and --runs names their folder")
  }

  /// That something is not there, with what is.
  func missing(_ fault: String) throws(ResultsError) -> ResultsError {
    let experiments = try experiments()
    guard !experiments.isEmpty else { return empty }
    return .missing(
      "\(fault); there are the experiments \(Self.list(experiments.map(\.name)))")
  }

  /// Texts one after another, the first of many.
  public static func list(_ texts: [String]) -> String {
    texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? ", …" : "")
  }
}
