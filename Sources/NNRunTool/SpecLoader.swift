package import Datasets
package import Experiments
internal import Files
internal import Reporting
internal import SpecReading
internal import SpecSyntax
package import SystemPackage

/// Reads the specs that a command names, and says what is wrong with them.
package struct SpecLoader {
  /// A spec that can be run.
  package struct Loaded {
    /// The file, as the command line names it.
    package let path: FilePath
    /// The runs.
    package let plan: RunPlan
    /// The data of every run.
    package let data: DataLibrary
  }

  /// Nothing read yet.
  package init() {}

  /// Reads every spec, and shows every mistake of all of them before giving up.
  ///
  /// - Throws: the exit status, when what is wrong has been said.
  package func load(_ arguments: SpecArguments) throws(ExitError) -> [Loaded] {
    try load(arguments.specs, arguments.options)
  }

  /// Reads every spec, and shows every mistake of all of them before giving up.
  ///
  /// - Throws: the exit status, when what is wrong has been said.
  func load(_ specs: [String], _ options: SpecOptions) throws(ExitError) -> [Loaded] {
    var output = try DiagnosticOutput(options.annotations)
    guard let overrides = overrides(options.overrides, tellingTo: &output) else {
      try output.close()
      throw ExitError(.badCommandLine)
    }
    var loaded: [Loaded] = []
    var status = ExitStatus.success
    for spec in specs.map({ FilePath($0) }) {
      do throws(ExitError) {
        let root = options.dataRoot.map { FilePath($0) } ?? DataRoot.ofSpec(spec)
        var data = DataLibrary(root: root, threads: Machine.coreCount)
        let plan = try plan(spec, overrides, with: &data, tellingTo: &output)
        loaded.append(Loaded(path: spec, plan: plan, data: data))
      } catch {
        status = max(status, error.status)
      }
    }
    try output.close()
    if status != .success { throw ExitError(status) }
    return loaded
  }

  /// Reads the spec that a batch has left beside its results; its warnings have been shown before.
  ///
  /// - Parameter root: the folder that paths of data count from.
  /// - Throws: the exit status, when what is wrong has been said.
  func load(batch folder: FilePath, root: FilePath) throws(ExitError) -> Loaded {
    let path = folder.appending(BatchFile.spec)
    var data = DataLibrary(root: root, threads: Machine.coreCount)
    let plan = try plan(ofSaved: path, with: &data)
    return Loaded(path: path, plan: plan, data: data)
  }

  /// Reads a spec that a batch or a run has left, whose data is read unless it has been.
  ///
  /// - Parameter data: whose paths count from where those of the spec do.
  /// - Throws: the exit status, when what is wrong has been said.
  func plan(
    ofSaved path: FilePath, with data: inout DataLibrary
  ) throws(ExitError) -> RunPlan {
    var output = DiagnosticOutput()
    return try plan(path, [], with: &data, tellingTo: &output)
  }

  /// Reads one spec, whose data is read unless it has been.
  private func plan(
    _ path: FilePath, _ overrides: [SyntaxOverride], with data: inout DataLibrary,
    tellingTo output: inout DiagnosticOutput
  ) throws(ExitError) -> RunPlan {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try path.contents(upTo: SyntaxLimits.standard.bytes + 1)
    } catch {
      throw ExitError(
        .noInput, "\(error)" + CommandLineSuggestion.note(forMissingFile: path.string))
    }
    let root = data.root
    var isFileMissing = false
    do throws(DiagnosticError) {
      let spec = try ReadSpec(
        SourceText(name: path.string, bytes: bytes), stem: path.stem ?? path.string,
        overrides: overrides,
        facts: { (source) throws(DataProblem) in
          do throws(DataProblem) {
            return try data.facts(of: source)
          } catch {
            isFileMissing = isFileMissing || error.isFileMissing
            throw error
          }
        },
        weights: { (file) throws(WeightsFacts.Unreadable) in
          do throws(WeightsFacts.Unreadable) {
            return try WeightsFile(file, from: root).facts()
          } catch {
            isFileMissing = isFileMissing || error.isFileMissing
            throw error
          }
        })
      output.tell(spec.warnings, of: path)
      return spec.plan
    } catch {
      output.tell(error.diagnostics, of: path)
      throw ExitError(isFileMissing ? .noInput : .badSpec)
    }
  }

  /// The keys that arguments set; nil where one makes no sense, which has been told.
  private func overrides(
    _ arguments: [String], tellingTo output: inout DiagnosticOutput
  ) -> [SyntaxOverride]? {
    var log = DiagnosticLog()
    let overrides = arguments.compactMap {
      SyntaxOverride(parsing: SourceText(name: "--set", text: $0), reportingTo: &log)
    }
    if log.containsErrors {
      output.tell(log.diagnostics, of: nil)
      return nil
    }
    return overrides
  }
}
