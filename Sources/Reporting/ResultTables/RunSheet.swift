public import Experiments
public import Files
public import RunRecords
internal import Running
internal import SystemPackage
internal import Text
internal import Vocabulary

/// What `nn-run show` tells of a run.
public struct RunSheet {
  /// The run's facts, parameters, rows and files.
  public let sheet: ResultSheet
  /// Its loss curve; nil where there is none that can be trusted.
  private let curve: ResultTable?

  /// What a finished run has left; what is no longer as it was left is named and not shown.
  ///
  /// - Parameter settings: what the run's own spec says; nil where that is not to be had.
  /// - Throws: which file cannot be read.
  public init(_ run: SavedRun, _ settings: FieldValues?) throws(FileError) {
    var files: [ResultSheet.Entry] = []
    for file in run.summary.files {
      files.append(ResultSheet.Entry(file.name, try run.state(of: file.name).rawValue))
    }
    let (summary, rows) = (run.summary, run.summary.rows)
    let fold = summary.fold.map { [ResultSheet.Entry("fold", $0)] } ?? []
    sheet = ResultSheet(
      Self.entries(run.name, run.folder, status: summary.status.rawValue) + fold + [
        ResultSheet.Entry("epochs", summary.epochs),
        ResultSheet.Entry("epochs_run", summary.epochsRun),
        ResultSheet.Entry("best_epoch", summary.bestEpoch),
      ] + summary.scores.map { ResultSheet.Entry($0.score.name, $0.value) } + [
        ResultSheet.Entry("parameter_count", summary.parameterCount),
        ResultSheet.Entry("digest", summary.digest),
      ],
      [
        Self.parameters(settings),
        ResultSheet.Section(
          "rows",
          [
            ResultSheet.Entry("train", rows.train),
            ResultSheet.Entry("validation", rows.validation),
            ResultSheet.Entry("test", rows.test),
          ]),
        ResultSheet.Section("files", files),
      ])
    curve = (try? run.contents(of: RunFile.lossCurve)).flatMap { ResultTable($0) }
  }

  /// What is known of a run that has not finished: what is written so far, which has no digests yet.
  ///
  /// - Parameters:
  ///   - settings: what the run's own spec says; nil where that is not to be had.
  ///   - status: whether it is being trained.
  public init(_ run: RunInProgress, _ settings: FieldValues?, status: String) {
    let scores = run.lastRow.dropFirst().map { ResultSheet.Entry($0.column, Double($0.text)) }
    sheet = ResultSheet(
      Self.entries(run.id, run.folder, status: status) + [
        ResultSheet.Entry("epochs", settings?.lastEpoch),
        ResultSheet.Entry("epochs_run", run.epochsRun),
      ] + scores, [Self.parameters(settings)])
    curve = ResultTable(run.curve)
  }

  /// What every run has.
  private static func entries(
    _ id: String, _ folder: FilePath, status: String
  ) -> [ResultSheet.Entry] {
    [
      ResultSheet.Entry("run_id", id), ResultSheet.Entry("folder", folder.string),
      ResultSheet.Entry("status", status),
    ]
  }

  /// What a run's own spec says; nothing where that is not to be had.
  private static func parameters(_ settings: FieldValues?) -> ResultSheet.Section {
    ResultSheet.Section(
      "parameters",
      Field.allCases.compactMap { field in
        settings?[field].map { ResultSheet.Entry(field.key, JSON($0), text: $0.text) }
      })
  }

  /// The curve of the training loss, with that of the validation loss; nil where there is none to draw.
  public func chart(glyphs: CurveChart.Glyphs) -> CurveChart? {
    guard let curve, let epochs = curve["epoch"] else { return nil }
    let curves = [Score(.train, .loss), Score(.validation, .loss)].compactMap { score in
      curve[score.name].map { cells in
        CurveChart.Curve(
          name: score.name,
          points: zip(epochs, cells).map { (Double($0) ?? .nan, Double($1) ?? .nan) })
      }
    }
    return CurveChart(curves, glyphs: glyphs)
  }
}
