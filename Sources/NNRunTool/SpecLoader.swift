internal import Datasets
internal import Experiments
internal import RunRecords
internal import Running
internal import SpecSyntax
internal import SystemPackage

/// Reads the specs that a command names, and says what is wrong with them.
struct SpecLoader {
  /// Reads every spec, and shows every mistake of all of them before giving up.
  ///
  /// - Throws: the exit status, when what is wrong has been said.
  func load(_ arguments: SpecArguments) throws(ExitError) -> [LoadedSpec] {
    try load(arguments.specs, arguments.options)
  }

  /// Reads every spec, and shows every mistake of all of them before giving up.
  ///
  /// - Throws: the exit status, when what is wrong has been said.
  func load(_ specs: [String], _ options: SpecOptions) throws(ExitError) -> [LoadedSpec] {
    var output = try DiagnosticOutput(options.annotations)
    let overrides: [SyntaxOverride]
    do throws(DiagnosticError) {
      overrides = try SyntaxOverride.all(parsing: options.overrides)
    } catch {
      output.tell(error.diagnostics, of: nil)
      try output.close()
      throw ExitError(.badCommandLine)
    }
    var loaded: [LoadedSpec] = []
    var status = ExitStatus.success
    for path in specs.map({ FilePath($0) }) {
      do throws(SpecFailure) {
        let spec = try LoadedSpec(
          reading: path, overrides: overrides,
          root: options.dataRoot.map { FilePath($0) } ?? DataRoot.ofSpec(path),
          threads: Machine.coreCount)
        output.tell(spec.warnings, of: path)
        loaded.append(spec)
      } catch {
        status = max(status, output.tell(error))
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
  func load(batch folder: FilePath, root: FilePath) throws(ExitError) -> LoadedSpec {
    do throws(SpecFailure) {
      return try LoadedSpec(
        reading: folder.appending(BatchFile.spec), root: root, threads: Machine.coreCount)
    } catch {
      throw Self.told(error)
    }
  }

  /// Reads a spec that a batch or a run has left, whose data is read unless it has been.
  ///
  /// - Parameter data: whose paths count from where those of the spec do.
  /// - Throws: the exit status, when what is wrong has been said.
  func plan(
    ofSaved path: FilePath, with data: inout DataLibrary
  ) throws(ExitError) -> RunPlan {
    do throws(SpecFailure) {
      return try LoadedSpec.plan(ofSaved: path, with: &data)
    } catch {
      throw Self.told(error)
    }
  }

  /// Tells why a spec that a batch or a run has left cannot be run.
  private static func told(_ failure: SpecFailure) -> ExitError {
    var output = DiagnosticOutput()
    return ExitError(output.tell(failure))
  }
}

extension DiagnosticOutput {
  /// Tells why a spec cannot be run.
  ///
  /// - Returns: what the program is to exit with because of it.
  mutating func tell(_ failure: SpecFailure) -> ExitStatus {
    switch failure {
    case .file(let path, let error):
      Console.error.tell("\(error)" + CommandLineSuggestion.note(forMissingFile: path.string))
      return .noInput
    case .mistakes(let path, let diagnostics, let isFileMissing):
      tell(diagnostics, of: path)
      return isFileMissing ? .noInput : .badSpec
    }
  }
}
