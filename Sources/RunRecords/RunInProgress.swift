internal import Files
public import SystemPackage

/// A run that has not finished, or was cut short, as one process writes it or did.
public struct RunInProgress: Sendable {
  /// Where it is written until it has finished.
  public let folder: FilePath
  /// The run's name, and who writes it.
  public let draft: DraftName
  /// The last row of its loss curve: the names of columns with their values; none before there is a row.
  public let lastRow: [(column: String, text: String)]
  /// The whole rows of its loss curve, with the header.
  public let curve: [UInt8]

  /// The run's name.
  public var id: String { draft.name }

  /// How many epochs it has been trained for, as far as is written.
  public var epochsRun: Int { lastRow.first.flatMap { Int($0.text) } ?? 0 }

  /// Reads what there is of a run; nil where it is none in progress.
  public init?(in folder: FilePath) {
    guard let draft = (folder.lastComponent?.string).flatMap(DraftName.init(ofRun:)),
      !folder.appending(RunFile.summary).exists,
      let written = try? folder.appending(RunFile.lossCurve).contents()
    else { return nil }
    self.folder = folder
    self.draft = draft
    curve = LossCurve.wholeRows(written)
    let rows = LossCurve.end(of: curve, rows: 1).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    lastRow = rows.count == 2 ? zip(rows[0], rows[1]).map { ($0, $1) } : []
  }
}

extension RunStore {
  /// The runs that are being trained, or were when their processes were cut short, by their names; a run
  /// has several attempts where several processes train it, of which the one that has come furthest is first.
  ///
  /// Runs that take but a moment are not among them: nothing of them is written before they finish.
  public func runsInProgress() -> [RunInProgress] {
    ((try? partialFolder.entries()) ?? []).compactMap {
      RunInProgress(in: partialFolder.appending($0))
    }.sorted { ($0.id, $1.epochsRun) < ($1.id, $0.epochsRun) }
  }
}
