internal import Engine
internal import Reporting
internal import Text
internal import Vocabulary

/// What was measured of the kernels of a group in one precision, on several instruction sets.
struct KernelSurvey {
  /// One kernel on one instruction set.
  private struct Figure {
    /// Whether its results had the bits of the plain kernel's.
    let isVerified: Bool
    /// How fast it is, in the unit of the group.
    let value: Double
  }

  private let group: KernelGroup
  private let precision: Precision
  private let instructionSets: [InstructionSet]
  /// How many GFLOP/s one core can do with each instruction set; empty where that tells nothing.
  private let peaks: [Double]
  /// The kernels, with a figure for each instruction set.
  private let lines: [(name: String, figures: [Figure])]

  /// Verifies the kernels of engines against the plain ones and measures them.
  init(_ group: KernelGroup, _ precision: Precision, _ engines: [Engine], plain: Engine) {
    self.group = group
    self.precision = precision
    instructionSets = engines.map(\.instructionSet)
    peaks =
      group.hasPeak
      ? engines.map { Peak.ofOneCore($0.instructionSet, precision) / 1e9 } : []
    lines = group.cases(precision).map { kernel in
      let expected = kernel.expectedResults(plain)
      let figures = engines.map { engine in
        let trial = kernel.prepare(engine)
        let isVerified = kernel.isVerified(trial, expected: expected)
        let seconds = kernel.seconds(trial, engine)
        return Figure(
          isVerified: isVerified, value: group.value(seconds: seconds, work: trial.work))
      }
      return (kernel.name, figures)
    }
  }

  /// How many kernels have other bits than the plain ones.
  var wrongCount: Int { lines.reduce(0) { $0 + $1.figures.count { !$0.isVerified } } }

  /// A table with a line for each kernel.
  var text: String {
    var columns = [
      TextTable.Column(header: "", cells: lines.map(\.name), isRightAligned: false)
    ]
    for (k, instructionSet) in instructionSets.enumerated() {
      let figures = lines.map { $0.figures[k] }
      columns.append(
        TextTable.Column(
          header: instructionSet.rawValue,
          cells: figures.map {
            $0.isVerified ? Readable.number($0.value, digits: 3) : "wrong bits"
          }))
      if group.hasPeak {
        columns.append(
          TextTable.Column(
            header: "of \(Readable.number(peaks[k], digits: 3))",
            cells: figures.map { "\(Int(($0.value / peaks[k] * 100).rounded())) %" }))
      }
    }
    let table = TextTable(columns, width: .max)
    let title = "\(group.title): \(group.unit), \(precision.rawValue)"
    return ([title, table.header] + table.rows).joined(separator: "\n") + "\n"
  }

  /// The names of what `rows` have.
  static let header = [
    "group", "kernel", "precision", "instruction_set", "is_verified", "value", "unit",
    "peak_gflops",
  ]

  /// A row of a table of files for each kernel and instruction set.
  var rows: [[String]] {
    lines.flatMap { line in
      instructionSets.indices.map { k in
        [
          group.rawValue, line.name, precision.rawValue, instructionSets[k].rawValue,
          "\(line.figures[k].isVerified)", CSV.text(line.figures[k].value), group.unit,
          CSV.text(group.hasPeak ? peaks[k] : nil),
        ]
      }
    }
  }
}
