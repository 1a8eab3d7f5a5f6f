internal import ArgumentParser
internal import Experiments

/// `nn-run plan`: every run that specs make, without training any.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "List every run with its id, parameters and size, and train nothing.")

  @OptionGroup var specs: SpecArguments

  func run() throws {
    for spec in try SpecLoader().load(specs) { try PlanListing(spec.plan).write(to: .output) }
  }
}
