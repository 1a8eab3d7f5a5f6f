internal import Files
internal import SystemPackage

/// A folder with the folders of batches in it, such as `runs`.
struct ResultsFolder {
  /// Where it is.
  let path: FilePath

  /// The folder at a path.
  init(_ path: FilePath) { self.path = path }

  /// The batches in it, by their names.
  var batches: [SavedBatch] { SavedBatch.all(in: path) }

  /// The batch that a word means: its folder, or its name in this one; nil where there is none.
  func batch(_ word: String) -> SavedBatch? {
    guard !word.isEmpty else { return nil }
    return SavedBatch(FilePath(word)) ?? SavedBatch(path.pushing(FilePath(word)))
  }

  /// The batch that a word means; the only one that there is where there is no word.
  ///
  /// - Throws: the exit status, when it has been said why there is no such batch, or that there are several.
  func batch(named word: String?) throws(ExitError) -> SavedBatch {
    if let word {
      guard let batch = batch(word) else { throw missing("\(path) has no batch \"\(word)\"") }
      return batch
    }
    let batches = batches
    guard let first = batches.first else { throw empty }
    guard batches.count == 1 else {
      throw ExitError(
        .badCommandLine, "name a batch; there are \(Self.list(batches.map(\.name)))")
    }
    return first
  }

  /// An end because there are no results at all; told when it is made.
  var empty: ExitError {
    ExitError(
      .noInput,
      "there are no results in \(path); `nn-run SPEC` makes some, and --runs names their folder")
  }

  /// An end because something is not there, which names what is; told now.
  func missing(_ fault: String) -> ExitError {
    let batches = batches
    guard !batches.isEmpty else { return empty }
    return ExitError(.noInput, "\(fault); there are the batches \(Self.list(batches.map(\.name)))")
  }

  /// Texts one after another, the first of many.
  static func list(_ texts: [String]) -> String {
    texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? ", …" : "")
  }
}
