internal import ArgumentParser
internal import Datasets
internal import Experiments
internal import Files
internal import SystemPackage
internal import Text
internal import Vocabulary

/// `nn-run-bench read`: how long a file of data takes to be read.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a file of data several times, and tell how long it took.",
    discussion: """
      Prints a line of JSON: the "median" and the "minimum" of the seconds, the "bytes" of the \
      numbers as float64, and the "peak_bytes" of memory.
      """)

  @Argument(help: ArgumentHelp("The file, as a spec names it in \"dataset\".", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("How many threads read it at once.", valueName: "n"))
  var threads = 1

  @Option(help: ArgumentHelp("How often it is read.", valueName: "n"))
  var times = 5

  @Option(
    help: ArgumentHelp(
      "Writes the numbers to a file: inputs, then targets, of row after row, as little-endian float64.",
      valueName: "file"))
  var dump: String?

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be at least 1, not \(threads)") }
    if times < 1 { throw ValidationError("--times must be at least 1, not \(times)") }
    if DatasetSource(.text(file)) == nil {
      throw ValidationError("\"\(file)\" does not end like a file of data: .csv, .tsv or .npy")
    }
  }

  func run() throws {
    guard let source = DatasetSource(.text(file)) else { throw ExitCode.validationFailure }
    var library = DataLibrary(root: "")
    let seconds = try (0..<times).map { _ in
      library = DataLibrary(root: "", threads: threads)
      let start = ContinuousClock.now
      _ = try library.facts(of: source)
      return start.duration(to: .now) / .seconds(1)
    }.sorted()
    guard let dataset = library[source] else { throw ExitCode.failure }
    let numbers = dataset.rows * (dataset.inputs.columns + dataset.targets.columns)
    let line = JSON.object([
      ("median", .number(seconds[times / 2])), ("minimum", .number(seconds[0])),
      ("bytes", .integer(numbers * MemoryLayout<Double>.size)),
      ("peak_bytes", .integer(PeakMemory.bytes)),
    ])
    print(line.text)
    if let dump { try write(dataset, to: FilePath(dump)) }
  }

  /// Writes the numbers of a data set, some rows at a time.
  private func write(_ dataset: Dataset, to path: FilePath) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter {
      for first in stride(from: 0, to: dataset.rows, by: 4096) {
        var bytes: [UInt8] = []
        for row in first..<min(first + 4096, dataset.rows) {
          for table in [dataset.inputs, dataset.targets] {
            for column in 0..<table.columns {
              let bits = table[row, column].bitPattern
              bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
            }
          }
        }
        _ = try file.writeAll(bytes)
      }
    }
  }
}
