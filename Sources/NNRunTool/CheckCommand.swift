internal import ArgumentParser
internal import Experiments
internal import Reporting
internal import Running
internal import SystemPackage

/// `nn-run check`: whether specs are sound, and what they leave to be inferred.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether specs are sound, and what was inferred from their data.")

  @OptionGroup var specs: SpecArguments

  func run() throws {
    for spec in try SpecLoader().load(specs) {
      try Console.output.deliver(CheckReport(spec.plan, spec.data, path: spec.path.string).text)
    }
  }
}
