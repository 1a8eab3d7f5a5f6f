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
