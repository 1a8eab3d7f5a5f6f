internal import ArgumentParser
internal import Experiments
internal import Files
internal import SystemPackage
internal import Running

/// `nn-run clean`: removes runs that are no longer of use.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "List the runs that no spec names any more, and with --yes remove them.",
    discussion: """
      Without specs each batch is cleaned of the runs that its latest spec.yaml does not name; with \
      specs, their batches are cleaned of the runs that none of these names. What runs that were cut \
      short have left goes too. Nothing else is touched, and no folder that another nn-run works in.
      """)

  @Argument(
    help: ArgumentHelp("The specs whose batches are cleaned.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String] = []

  @OptionGroup var options: SpecOptions

  @OptionGroup var results: ResultsArguments

  @Flag(help: "Remove what is listed.")
  var yes = false

  func validate() throws {
    if specs.isEmpty, !options.overrides.isEmpty {
      throw ValidationError("--set changes specs, and none is named")
    }
    if specs.isEmpty, options.annotations.codeQuality != nil {
      throw ValidationError("--code-quality is of mistakes in specs, and none is named")
    }
  }

  func run() throws {
    let folder = results.folder.path
    guard folder.isFolder else { throw ExitError(.noInput, "there is no folder \(folder)") }
    guard SavedBatch(folder) == nil else {
      throw ExitError(.noInput, "\(folder) is a batch; --runs names the folder that batches are in")
    }
    var (cleanings, status) =
      specs.isEmpty ? try ofBatches(in: folder) : (try ofSpecs(in: folder), .success)
    for index in cleanings.indices {
      status = max(status, yes ? cleanings[index].remove() : cleanings[index].look())
    }
    status = max(status, Console.output.report(Cleaning.report(cleanings, hasRemoved: yes)))
    if status != .success { throw ExitError(status) }
  }

  /// What is to be kept of the batches of the specs.
  private func ofSpecs(in folder: FilePath) throws(ExitError) -> [Cleaning] {
    var kept: [String: Set<RunID>] = [:]
    let loaded = try SpecLoader().load(specs, options)
    for spec in loaded {
      kept[spec.plan.experiment.name, default: []].formUnion(spec.plan.ids)
    }
    return kept.sorted { $0.key < $1.key }.compactMap { name, ids in
      SavedBatch(folder.appending(name)).map { Cleaning(of: $0, keeping: ids) }
    }
  }

  /// What is to be kept of all batches in a folder, by their own specs.
  ///
  /// - Returns: those that can be told, and what the program is to exit with because of the others.
  private func ofBatches(in folder: FilePath) throws(ExitError) -> ([Cleaning], ExitStatus) {
    var cleanings: [Cleaning] = []
    var status = ExitStatus.success
    for batch in SavedBatch.all(in: folder) {
      guard batch.hasSpec else {
        Console.error.print("nn-run: warning: \(batch.path) is left alone, as it has no spec.yaml")
        continue
      }
      let root = options.dataRoot.map { FilePath($0) } ?? DataRoot.ofBatch(batch) ?? batch.path
      do throws(ExitError) {
        let plan = try SpecLoader().load(batch: batch.path, root: root).plan
        cleanings.append(Cleaning(of: batch, keeping: plan.ids))
      } catch {
        status = max(status, error.status)
      }
    }
    return (cleanings, status)
  }
}
