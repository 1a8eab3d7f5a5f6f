import Foundation
import Synchronization

@testable import RunRecords

/// The program as a user has it, run in a folder of its own that goes when the value does.
final class Program: Sendable {
  /// What a command gave.
  struct Result: Sendable {
    let status: Int32
    let output: String
    let error: String
  }

  /// The folder that commands are run in.
  let folder: URL

  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The binary, which lies beside the tests' own.
  static let binary: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folder = bundle
    while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "nn-run").path()),
      folder.path() != "/"
    {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "nn-run")
  }()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "nn-run-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into the folder, and makes the folders that it is in.
  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Makes an empty folder, and the folders that it is in.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: name), withIntermediateDirectories: true)
  }

  /// Reads a file of the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Whether there is a file or folder.
  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path())
  }

  /// The ids of the runs that have a folder.
  func runs(_ name: String) -> [String] {
    names(name).filter { $0.wholeMatch(of: /[k-z]{16}/) != nil }.sorted()
  }

  /// The names of what lies in a folder, in no order; none where there is no such folder.
  func names(_ name: String) -> [String] {
    let path = folder.appending(path: name).path()
    return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  /// The folders of an experiment's runs in progress, by their names.
  func drafts(_ name: String) -> [String] {
    names("\(name)/.partial").filter { $0.wholeMatch(of: /[k-z]{16}\..+-\d+-\d+/) != nil }.sorted()
  }

  /// The ids of the plans that are kept of an experiment.
  func plans(_ name: String) -> [String] {
    names("\(name)/.plans").filter { $0.wholeMatch(of: /[k-z]{16}/) != nil }.sorted()
  }

  /// Removes a file or folder.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: name))
  }

  /// The variables of the tests' own environment that commands would heed.
  private static let unset = [
    "NO_COLOR", "NN_RUN_CPU", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE",
    "CI_PROJECT_DIR",
  ]

  /// A command that has not been started.
  func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .filter { !Self.unset.contains($0.key) }
      .merging(environment) { $1 }
    return process
  }

  /// Runs a command to its end.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  /// Runs a command to its end.
  @discardableResult
  func run(
    _ arguments: [String], of executable: URL = Program.binary,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = process(arguments, environment: environment)
    process.executableURL = executable
    let (output, error) = (folder.appending(path: ".output"), folder.appending(path: ".error"))
    for file in [output, error] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    let code =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Result(
      status: code, output: try read(".output"), error: try read(".error"))
  }

  /// The deterministic files below a folder, by their paths in it.
  func results(_ name: String) throws -> [String: Data] {
    // What is kept of plans depends on which others had begun in the folder before.
    let volatile = ["experiment.json", "run.json", ".lock", ".partial", ".claims", ".plans"]
    let top = folder.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: top.path())
    var files: [String: Data] = [:]
    for path in paths where !volatile.contains(where: path.split(separator: "/").contains) {
      let file = top.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }
}

extension Program {
  /// The text of a summary that was altered, with the digest that fits it, as a forger would write it.
  static func sealed(_ summary: String) -> String {
    let lines = summary.split(separator: "\n", omittingEmptySubsequences: false).dropLast(3)
      .map { $0 + "\n" }.joined()
    let digest = RunSummary.FileDigest("", of: Array(lines.utf8)).sha256
    return lines + "  \"sha256\": \"\(digest)\"\n}\n"
  }
}

extension Array where Element == Substring {
  /// Whether the array has a string.
  func contains(_ string: String) -> Bool { contains(string[...]) }
}
