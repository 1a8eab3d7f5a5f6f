internal import ArgumentParser
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// `nn-run clean`: removes runs that are no longer of use.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "List the runs that no spec names any more, and with --yes remove them.",
    discussion: """
      Without specs each experiment is cleaned of the runs that none of the plans which have begun in it \
      names; with specs, their experiments are cleaned of the runs that none of these names. --plans \
      gives up all plans but the latest. What runs that were cut short have left goes too. Nothing else \
      is touched, and no folder that another nn-run works in.
      """)

  @Argument(
    help: ArgumentHelp("The specs whose experiments are cleaned.", valueName: "spec"),
    completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String] = []

  @OptionGroup var options: SpecOptions

  @OptionGroup var results: ResultsArguments

  @Flag(help: "Also give up earlier plans, with the runs that only they name.")
  var plans = false

  @Flag(help: "Remove what is listed.")
  var yes = false

  func validate() throws {
    if specs.isEmpty, !options.overrides.isEmpty {
      throw ValidationError("--set changes specs, and none is named")
    }
    if specs.isEmpty, options.annotations.codeQuality != nil {
      throw ValidationError("--code-quality is of mistakes in specs, and none is named")
    }
    if !specs.isEmpty, plans {
      throw ValidationError("--plans goes by the plans that have begun; name no specs beside it")
    }
  }

  func run() throws {
    let folder = results.folder.path
    guard folder.isFolder else { throw ExitError(.noInput, "there is no folder \(folder)") }
    let isExperiment = try ending { () throws(ResultsError) in
      try ExperimentFolder(folder, Machine.context) != nil
    }
    guard !isExperiment else {
      throw ExitError(
        .noInput, "\(folder) is an experiment; --runs names the folder that experiments are in")
    }
    var (cleanings, status) = specs.isEmpty ? try ofExperiments() : (try ofSpecs(), .success)
    var found: [Cleaning.Found] = []
    for cleaning in cleanings {
      do throws(ResultsError) {
        found.append(
          yes
            ? try cleaning.remove(failed: { error in
              Console.error.tell(error.description)
              status = max(status, .ioError)
            }) : try cleaning.look())
      } catch {
        status = max(status, ExitError(error).status)
      }
    }
    let report = CleaningReport.text(found, of: cleanings.count, hasRemoved: yes)
    status = max(status, Console.output.report(report))
    if status != .success { throw ExitError(status) }
  }

  /// The cleanings of the experiments of the specs: what none of these names goes.
  private func ofSpecs() throws(ExitError) -> [Cleaning] {
    var kept: [String: [RunPlan]] = [:]
    for spec in try SpecLoader().load(specs, options) {
      kept[spec.plan.experiment.name, default: []].append(spec.plan)
    }
    let folder = results.folder.path
    var cleanings: [Cleaning] = []
    for (name, plans) in kept.sorted(by: { $0.key < $1.key }) {
      try ending { () throws(ResultsError) in
        let experiment = try ExperimentFolder(folder.appending(name), Machine.context)
        guard let experiment else { return }
        cleanings.append(try Cleaning(of: experiment, keeping: plans, Machine.context))
      }
    }
    return cleanings
  }

  /// The cleanings of all experiments, by the plans that have begun in them.
  ///
  /// - Returns: those that can be told, and what the program is to exit with because of the others.
  private func ofExperiments() throws(ExitError) -> ([Cleaning], ExitStatus) {
    var cleanings: [Cleaning] = []
    var status = ExitStatus.success
    let experiments = try ending { () throws(ResultsError) in try results.folder.experiments() }
    for experiment in experiments {
      guard experiment.hasSpec else {
        Console.error.warn("\(experiment.path) is left alone, as it has no spec.yaml")
        continue
      }
      do throws(ResultsError) {
        cleanings.append(
          try Cleaning(
            of: experiment, dataRoot: options.dataRoot.map { FilePath($0) },
            givingUpPlans: plans, Machine.context))
      } catch {
        status = max(status, ExitError(error).status)
      }
    }
    return (cleanings, status)
  }
}
