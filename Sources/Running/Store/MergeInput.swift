internal import Experiments
internal import Files
internal import RunRecords
public import SystemPackage

/// One experiment whose results lie in several folders.
public struct MergeInput: Sendable {
  /// The experiment's spec, planned.
  let loaded: LoadedSpec
  /// The content of its `spec.yaml`.
  let spec: [UInt8]
  /// The folders, in the order in which they were named.
  private(set) var folders: [FilePath]

  /// The experiments of which there are parts, in the order in which they were named.
  ///
  /// - Parameters:
  ///   - folders: folders with experiments in them, or experiments.
  ///   - dataRoot: the folder that paths of data count from; nil for those that the parts tell.
  ///   - warn: is given what is worth knowing.
  public static func all(
    in folders: [FilePath], dataRoot: FilePath?, _ context: RunContext, warn: (String) -> Void
  ) throws(ResultsError) -> [MergeInput] {
    let experiments = try experiments(in: folders, context, warn: warn)
    var inputs: [MergeInput] = []
    for group in try bySpec(experiments.filter(\.hasSpec)) {
      let next = try MergeInput(group.spec, group.experiments, dataRoot, context)
      if let other = inputs.first(where: { $0.name.lowercased() == next.name.lowercased() }) {
        throw .altered(
          "\(other.folders[0]) and \(next.folders[0]) are of different plans, and cannot be merged")
      }
      inputs.append(next)
    }
    // An experiment that was killed early may have left runs alone.
    for folder in experiments.filter({ !$0.hasSpec }).map(\.path) {
      let named = inputs.firstIndex { $0.name == folder.lastComponent?.string }
      guard let index = named ?? (inputs.count == 1 ? 0 : nil) else {
        throw .missing("no part has the spec of the runs in \(folder)")
      }
      inputs[index].folders.append(folder)
    }
    return inputs
  }

  /// The experiment's name.
  var name: String { loaded.plan.experiment.name }

  /// Plans the experiment that some folders have one spec of.
  private init(
    _ spec: [UInt8], _ experiments: [ExperimentFolder], _ dataRoot: FilePath?,
    _ context: RunContext
  ) throws(ResultsError) {
    let roots = experiments.compactMap(\.dataRoot)
    // The parts may come from machines that keep the data elsewhere.
    let root = dataRoot ?? roots.first(where: \.exists) ?? roots.first ?? experiments[0].path
    loaded = try LoadedSpec(of: experiments[0], root: root, threads: context.coreCount)
    self.spec = spec
    folders = experiments.map(\.path)
  }

  /// The experiments that folders are, or have in them.
  private static func experiments(
    in folders: [FilePath], _ context: RunContext, warn: (String) -> Void
  ) throws(ResultsError) -> [ExperimentFolder] {
    var experiments: [ExperimentFolder] = []
    for folder in folders {
      guard folder.isFolder else { throw .missing("there is no folder \(folder)") }
      let found =
        if let itself = try ExperimentFolder(folder, context) { [itself] } else {
          try ResultsFolder(folder, context).experiments()
        }
      if found.isEmpty { warn("\(folder) has no results") }
      experiments += found
    }
    if experiments.isEmpty { throw .missing("there is nothing to merge") }
    return experiments
  }

  /// Experiments by the contents of their specs.
  private static func bySpec(
    _ experiments: [ExperimentFolder]
  ) throws(ResultsError) -> [(spec: [UInt8], experiments: [ExperimentFolder])] {
    var groups: [(spec: [UInt8], experiments: [ExperimentFolder])] = []
    for experiment in experiments {
      let spec: [UInt8]
      do throws(FileError) {
        spec = try experiment.path.appending(ExperimentFile.spec).contents()
      } catch {
        throw .missing(error.description)
      }
      if let group = groups.firstIndex(where: { $0.spec == spec }) {
        groups[group].experiments.append(experiment)
      } else {
        groups.append((spec, [experiment]))
      }
    }
    return groups
  }
}
