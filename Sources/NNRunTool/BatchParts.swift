internal import Experiments
internal import Files
internal import SystemPackage
internal import Running
internal import RunRecords

/// One batch whose results lie in several folders.
struct BatchParts {
  /// The batch's spec, planned.
  let loaded: LoadedSpec
  /// The content of its `spec.yaml`.
  let spec: [UInt8]
  /// The folders, in the order in which they were named.
  private(set) var folders: [FilePath]

  /// The batches of which there are parts, in the order in which they were named.
  ///
  /// - Parameters:
  ///   - folders: folders with batches in them, or batches.
  ///   - dataRoot: the folder that paths of data count from; nil for those that the parts tell.
  /// - Throws: the exit status, when what is wrong has been said.
  static func all(in folders: [FilePath], dataRoot: FilePath?) throws(ExitError) -> [BatchParts] {
    let batches = try Self.batches(in: folders)
    var parts: [BatchParts] = []
    for group in try bySpec(batches.filter(\.hasSpec)) {
      let next = try BatchParts(group.spec, group.batches, dataRoot)
      if let other = parts.first(where: { $0.name.lowercased() == next.name.lowercased() }) {
        throw ExitError(
          .badSpec,
          "\(other.folders[0]) and \(next.folders[0]) are of different plans, and cannot be merged")
      }
      parts.append(next)
    }
    // A batch that was killed early may have left runs alone.
    for folder in batches.filter({ !$0.hasSpec }).map(\.path) {
      let named = parts.firstIndex { $0.name == folder.lastComponent?.string }
      guard let index = named ?? (parts.count == 1 ? 0 : nil) else {
        throw ExitError(.noInput, "no part has the spec of the runs in \(folder)")
      }
      parts[index].folders.append(folder)
    }
    return parts
  }

  /// The batch's name.
  private var name: String { loaded.plan.experiment.name }

  /// Plans the batch that some folders have one spec of.
  private init(
    _ spec: [UInt8], _ batches: [SavedBatch], _ dataRoot: FilePath?
  ) throws(ExitError) {
    let roots = batches.compactMap { DataRoot.ofBatch($0) }
    // The parts may come from machines that keep the data elsewhere.
    let root = dataRoot ?? roots.first(where: \.exists) ?? roots.first ?? batches[0].path
    loaded = try SpecLoader().load(batch: batches[0].path, root: root)
    self.spec = spec
    folders = batches.map(\.path)
  }

  /// The batches that folders are, or have in them.
  private static func batches(in folders: [FilePath]) throws(ExitError) -> [SavedBatch] {
    var batches: [SavedBatch] = []
    for folder in folders {
      guard folder.isFolder else { throw ExitError(.noInput, "there is no folder \(folder)") }
      let found = SavedBatch(folder).map { [$0] } ?? SavedBatch.all(in: folder)
      if found.isEmpty { Console.error.print("nn-run: warning: \(folder) has no results") }
      batches += found
    }
    if batches.isEmpty { throw ExitError(.noInput, "there is nothing to merge") }
    return batches
  }

  /// Batches by the contents of their specs.
  private static func bySpec(
    _ batches: [SavedBatch]
  ) throws(ExitError) -> [(spec: [UInt8], batches: [SavedBatch])] {
    var groups: [(spec: [UInt8], batches: [SavedBatch])] = []
    for batch in batches {
      let spec: [UInt8]
      do throws(FileError) {
        spec = try batch.path.appending(BatchFile.spec).contents()
      } catch {
        throw ExitError(.noInput, "\(error)")
      }
      if let group = groups.firstIndex(where: { $0.spec == spec }) {
        groups[group].batches.append(batch)
      } else {
        groups.append((spec, [batch]))
      }
    }
    return groups
  }
}
