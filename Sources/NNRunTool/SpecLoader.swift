package import Datasets
package import Experiments
internal import Files
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
    let overrides = try overrides(arguments.overrides)
    var loaded: [Loaded] = []
    var status = ExitStatus.success
    for spec in arguments.specs {
      do throws(ExitError) {
        loaded.append(try load(FilePath(spec), overrides, dataRoot: arguments.dataRoot))
      } catch {
        status = max(status, error.status)
      }
    }
    if status != .success { throw ExitError(status) }
    return loaded
  }

  /// Reads one spec.
  private func load(
    _ path: FilePath, _ overrides: [SyntaxOverride], dataRoot: String?
  ) throws(ExitError) -> Loaded {
    let root = dataRoot.map { FilePath($0) } ?? DataRoot.ofSpec(path)
    var data = DataLibrary(root: root, threads: Machine.coreCount)
    let plan = try plan(path, overrides, with: &data)
    return Loaded(path: path, plan: plan, data: data)
  }

  /// Reads one spec, whose data is read unless it has been.
  ///
  /// - Parameter data: whose paths count from where those of the spec do.
  /// - Throws: the exit status, when what is wrong has been said.
  func plan(
    _ path: FilePath, _ overrides: [SyntaxOverride] = [], with data: inout DataLibrary
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
      show(spec.warnings)
      return spec.plan
    } catch {
      show(error.diagnostics)
      throw ExitError(isFileMissing ? .noInput : .badSpec)
    }
  }

  private func overrides(_ arguments: [String]) throws(ExitError) -> [SyntaxOverride] {
    var log = DiagnosticLog()
    let overrides = arguments.compactMap {
      SyntaxOverride(parsing: SourceText(name: "--set", text: $0), reportingTo: &log)
    }
    if log.containsErrors {
      show(log.diagnostics)
      throw ExitError(.badCommandLine)
    }
    return overrides
  }

  private func show(_ diagnostics: [Diagnostic]) {
    let renderer = DiagnosticRenderer(colour: Console.error.mayColour)
    for diagnostic in diagnostics { Console.error.print(renderer.render(diagnostic)) }
    let errors = diagnostics.count { $0.severity == .error }
    if errors > 1 { Console.error.print("\(errors) errors") }
  }
}
