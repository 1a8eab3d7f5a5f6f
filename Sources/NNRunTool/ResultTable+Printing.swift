internal import Reporting
internal import Running

extension ResultTable {
  /// Prints the table in a form.
  ///
  /// - Throws: the exit status, where it cannot be written.
  func print(as format: FormatArguments.Format) throws(ExitError) {
    let console = Console.output
    switch format {
    case .table: try console.deliver(text(style: console.style))
    case .csv: try console.deliver(csv)
    case .json: try console.deliver(json)
    case .markdown: try console.deliver(markdown)
    }
  }
}
