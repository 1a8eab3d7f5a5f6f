internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// Which run of which batch a word of the command line means.
///
/// `best`, or the beginning of a run's id, in the only batch that has it; `xor/best` or `xor/kxvz` in
/// the batch `xor`; or a batch, by its name or its folder, for its best run; or the folder of a run.
struct RunReference {
  /// The folder of the run.
  let folder: FilePath

  /// Finds a run.
  ///
  /// - Parameter runs: the folder of the batches.
  /// - Throws: the exit status, when it has been said why there is no such run, or that there are several.
  init(_ word: String, in runs: FilePath) throws(ExitError) {
    let path = FilePath(word)
    if path.appending(RunFile.summary).exists {
      folder = path
      return
    }
    for batch in [path, runs.pushing(path)] where batch.appending(BatchFile.summary).exists {
      folder = try Self.best(of: batch)
      return
    }
    if let run = path.lastComponent?.string, word.contains("/"), !word.hasSuffix("/") {
      let parent = path.removingLastComponent()
      let batches = [runs.pushing(parent), parent].filter { $0.appending(BatchFile.summary).exists }
      guard let batch = batches.first else {
        throw Self.missing("\(runs) has no batch \"\(parent)\"", Self.batches(in: runs))
      }
      folder = try Self.run(run, in: [batch])
      return
    }
    let batches = Self.batches(in: runs)
    guard !batches.isEmpty else {
      throw ExitError(
        .noInput,
        "there are no results in \(runs); `nn-run SPEC` makes some, and --runs names their folder")
    }
    folder = try Self.run(word, in: batches)
  }

  /// The run of some batches that a word means.
  private static func run(_ word: String, in batches: [FilePath]) throws(ExitError) -> FilePath {
    if word == "best" {
      guard batches.count == 1 else {
        throw ambiguous(
          "best", batches.compactMap { $0.lastComponent?.string }.map { "\($0)/best" })
      }
      return try best(of: batches[0])
    }
    let found = batches.flatMap { batch in
      ((try? batch.entries()) ?? []).filter { $0.string.hasPrefix(word) && !word.isEmpty }
        .map { batch.appending($0) }.filter { $0.appending(RunFile.summary).exists }
    }
    guard let first = found.first else {
      throw missing("there is no run whose id begins with \"\(word)\"", batches)
    }
    // A run that several batches have is the same in each.
    guard Set(found.map(\.lastComponent)).count == 1 else {
      throw ambiguous(word, found.compactMap { $0.lastComponent?.string })
    }
    return first
  }

  /// The best run of a batch.
  private static func best(of batch: FilePath) throws(ExitError) -> FilePath {
    let content: [UInt8]
    do throws(FileError) {
      content = try batch.appending(BatchFile.summary).contents()
    } catch {
      throw ExitError(.noInput, "\(error)")
    }
    let rows = CSV.rows(of: content) ?? []
    if let header = rows.first, let id = header.firstIndex(of: "run_id"),
      let rank = header.firstIndex(of: "rank"),
      let best = rows.first(where: { $0.count == header.count && $0[rank] == "1" })
    {
      return batch.appending(best[id])
    }
    throw ExitError(.noInput, "\(batch) has no run that has finished with a score")
  }

  /// The folders of batches.
  private static func batches(in runs: FilePath) -> [FilePath] {
    ((try? runs.entries()) ?? []).sorted { $0.string < $1.string }.map { runs.appending($0) }
      .filter { $0.appending(BatchFile.summary).exists }
  }

  private static func missing(_ fault: String, _ batches: [FilePath]) -> ExitError {
    let names = batches.compactMap { $0.lastComponent?.string }
    return ExitError(.noInput, "\(fault); there are the batches \(list(names))")
  }

  private static func ambiguous(_ word: String, _ meanings: [String]) -> ExitError {
    ExitError(.badCommandLine, "\"\(word)\" may mean \(list(meanings))")
  }

  private static func list(_ texts: [String]) -> String {
    texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? ", …" : "")
  }
}
