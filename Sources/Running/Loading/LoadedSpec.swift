public import Datasets
public import Experiments
public import Files
internal import SpecReading
public import SpecSyntax
public import SystemPackage

/// A spec that can be run: its plan, with the data of every run.
public struct LoadedSpec: Sendable {
  /// The file.
  public let path: FilePath
  /// The runs.
  public let plan: RunPlan
  /// The data of every run.
  public let data: DataLibrary
  /// What is worth a look, though it keeps nothing from running.
  public let warnings: [Diagnostic]

  /// Reads a spec that a person names, which may be a pipe, and its data.
  ///
  /// - Parameters:
  ///   - overrides: keys that are set beside the spec, in order.
  ///   - root: the folder that paths of data and weights count from.
  ///   - threads: how many threads may read one file of data, which changes nothing else.
  public init(
    reading path: FilePath, overrides: [SyntaxOverride] = [], root: FilePath, threads: Int
  ) throws(SpecFailure) {
    var data = DataLibrary(root: root, threads: threads)
    let spec = try Self.read(path, isInput: true, overrides, with: &data)
    self.init(path: path, spec, data)
  }

  private init(path: FilePath, _ spec: ReadSpec, _ data: DataLibrary) {
    self.path = path
    plan = spec.plan
    warnings = spec.warnings
    self.data = data
  }

  /// Reads the spec that an experiment has left beside its results.
  init(of experiment: ExperimentFolder, root: FilePath, threads: Int) throws(ResultsError) {
    let path = experiment.path.appending(ExperimentFile.spec)
    var data = DataLibrary(root: root, threads: threads)
    do throws(SpecFailure) {
      let spec = try Self.read(path, isInput: false, [], with: &data)
      self.init(path: path, spec, data)
    } catch {
      throw .spec(error)
    }
  }

  /// The plan of a spec that an experiment or a run has left, whose data is read unless it has been.
  ///
  /// - Parameter data: whose paths count from where those of the spec do.
  public static func plan(
    ofSaved path: FilePath, with data: inout DataLibrary
  ) throws(SpecFailure) -> RunPlan {
    try read(path, isInput: false, [], with: &data).plan
  }

  /// Reads one spec, whose data is read unless it has been.
  ///
  /// - Parameter isInput: whether a person names the spec, which may then be a pipe.
  private static func read(
    _ path: FilePath, isInput: Bool, _ overrides: [SyntaxOverride], with data: inout DataLibrary
  ) throws(SpecFailure) -> ReadSpec {
    let bytes: [UInt8]
    let limit = SyntaxLimits.standard.bytes + 1
    do throws(FileError) {
      bytes = try isInput ? path.inputContents(upTo: limit) : path.contents(upTo: limit)
    } catch {
      throw .file(path, error)
    }
    let root = data.root
    var isFileMissing = false
    do throws(DiagnosticError) {
      return try ReadSpec(
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
    } catch {
      throw .mistakes(path, error.diagnostics, isFileMissing: isFileMissing)
    }
  }
}

/// Why a spec cannot be run.
public enum SpecFailure: Error, Sendable {
  /// The spec's file is missing, or cannot be read.
  case file(FilePath, FileError)
  /// It has mistakes, or its data or weights have; `isFileMissing` where a file of these is not there.
  case mistakes(FilePath, [Diagnostic], isFileMissing: Bool)
}
