internal import ArgumentParser
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage
internal import Vocabulary

/// `nn-run show`: what one run was and came to, with its loss curve.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a run: its parameters, scores, files and loss curve.",
    discussion: """
      Every file is compared with the digest that the run left of it; what is no longer as the run left \
      it is said to be altered, and not shown.

      Examples:
        nn-run show xor
        nn-run show xor-sweep/best
        nn-run show kxvzwrmt --format json
      """)

  @Argument(help: RunReference.help)
  var trained: String

  @OptionGroup var results: ResultsArguments
  @OptionGroup var form: FormatArguments

  func run() throws {
    let folder = try RunReference(trained, in: results.folder).folder
    let run: SavedRun
    do throws(SavedRun.Fault) { run = try SavedRun(in: folder) } catch {
      throw ExitError(error, folder)
    }
    let sheet = ResultSheet(entries(run), try sections(run))
    let console = Console.output
    switch form.format {
    case .table: try console.deliver(sheet.text(style: console.style) + chart(run))
    case .json: try console.deliver(sheet.json)
    case .csv, .markdown: try sheet.table.print(as: form.format)
    }
  }

  /// What the summary says of the run.
  private func entries(_ run: SavedRun) -> [ResultSheet.Entry] {
    let summary = run.summary
    return [
      ResultSheet.Entry("run_id", run.name), ResultSheet.Entry("folder", run.folder.string),
      ResultSheet.Entry("status", summary.status.rawValue),
    ] + (summary.fold.map { [ResultSheet.Entry("fold", $0)] } ?? [])
      + [
        ResultSheet.Entry("epochs", summary.epochs),
        ResultSheet.Entry("epochs_run", summary.epochsRun),
        ResultSheet.Entry("best_epoch", summary.bestEpoch),
      ] + summary.scores.map { ResultSheet.Entry($0.score.name, $0.value) }
      + [
        ResultSheet.Entry("parameter_count", summary.parameterCount),
        ResultSheet.Entry("digest", summary.digest),
      ]
  }

  /// The parameters, the rows of data and the files.
  private func sections(_ run: SavedRun) throws(ExitError) -> [ResultSheet.Section] {
    var files: [ResultSheet.Entry] = []
    for file in run.summary.files {
      do throws(FileError) {
        files.append(ResultSheet.Entry(file.name, try run.state(of: file.name).rawValue))
      } catch {
        throw ExitError(.ioError, "\(error)")
      }
    }
    let rows = run.summary.rows
    return [
      ResultSheet.Section("parameters", parameters(run)),
      ResultSheet.Section(
        "rows",
        [
          ResultSheet.Entry("train", rows.train), ResultSheet.Entry("validation", rows.validation),
          ResultSheet.Entry("test", rows.test),
        ]),
      ResultSheet.Section("files", files),
    ]
  }

  /// What the run's own spec says; nothing where that is altered, which the files tell.
  private func parameters(_ run: SavedRun) -> [ResultSheet.Entry] {
    guard let settings = try? run.settings() else { return [] }
    return Field.allCases.compactMap { field in
      settings[field].map { ResultSheet.Entry(field.key, JSON($0), text: $0.text) }
    }
  }

  /// The curve of the training loss, with that of the validation loss; nothing where the file is altered.
  private func chart(_ run: SavedRun) -> String {
    guard let bytes = try? run.contents(of: RunFile.lossCurve), let table = ResultTable(bytes),
      let epochs = table["epoch"]
    else { return "" }
    let curves = ["train_loss", "val_loss"].compactMap { name in
      table[name].map { cells in
        CurveChart.Curve(
          name: name,
          points: zip(epochs, cells).map { (Double($0) ?? .nan, Double($1) ?? .nan) })
      }
    }
    let console = Console.output
    let chart = CurveChart(curves, glyphs: console.glyphs)
    return chart.map { "\n" + $0.text(style: console.style) } ?? ""
  }
}
