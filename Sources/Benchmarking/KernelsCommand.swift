internal import ArgumentParser
internal import Engine
internal import Files
internal import KernelsReference
internal import SystemPackage
internal import Text
internal import Vocabulary

/// `nn-run-bench kernels`: whether every kernel has the bits that it should have, and how fast it is.
struct KernelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract: "Verify and measure the kernels of each instruction set that the processor has.",
    discussion: """
      Each kernel's results are compared with those of its plain form, bit for bit, and then it runs \
      again and again on one core; the least time counts.
      """)

  @Option(help: ArgumentHelp("A CSV file for all figures.", valueName: "file"))
  var csv: String?

  func run() throws {
    let plain = Engine(instructionSet: .baseline, kernels: referenceSuite())
    let engines = try Engine.available.reversed().map { try Engine(instructionSet: $0) }
    var table = CSV()
    table.append(row: KernelSurvey.header)
    var wrongCount = 0
    for precision in Precision.allCases {
      for group in KernelGroup.allCases {
        let survey = KernelSurvey(group, precision, engines, plain: plain)
        print(survey.text)
        for row in survey.rows { table.append(row: row) }
        wrongCount += survey.wrongCount
      }
    }
    if let csv {
      do throws(FileError) {
        try FilePath(csv).write(table.bytes)
      } catch {
        throw BenchFailure(74, error.description)
      }
    }
    if wrongCount > 0 {
      throw BenchFailure(2, "\(wrongCount) kernels have other bits than the plain ones")
    }
  }
}
